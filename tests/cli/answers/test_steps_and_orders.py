"""steps, advance, undo, orders, assign, note, follow, check: keys and exit statuses."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from cli.typing_in import Typed
from desk.answers.harbour import BREW1, KESTREL, LATE, LICENCES, MAIL, S10, S15, licences

SHOW_KEYS = {
    "ref", "family", "customer_id", "start", "end", "situation", "state", "phase", "details",
    "facts", "history", "findings",
}
ORDER_KEYS = {
    "number", "vendor", "quote", "purchase_order", "status", "as_of", "given_out", "lines"
}


def ordered(typed: Typed, *refs: str) -> None:
    assert typed("quote", *refs).status == 0
    for ref in refs:
        typed("advance", ref, "verify", "--set", f"renewal_id={ref.partition(':')[2]}")
    number = typed("quotes", "--json").json[-1]["number"]
    assert typed("accept", number, "--po", "PO-1").status == 0


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def state(typed: Typed, ref: str) -> str:
    return str(typed("show", ref, "--json").json["state"])


class TestSteps:
    def test_each_step_has_its_keys(self, typed: Typed) -> None:
        said = typed("steps", S15, "--json")
        assert said.status == 0
        steps = {step["step"]: step for step in said.json}
        assert list(steps) == ["notify", "verify", "activate", "decline", "let_go"]
        assert {key: steps["verify"][key] for key in ("to", "allowed", "why_not", "needs")} == {
            "to": "due", "allowed": True, "why_not": None,
            "needs": [{"name": "renewal_id", "type": "text", "required": True, "choices": []}],
        }
        assert steps["let_go"]["allowed"] is False
        assert "only after its end and grace" in steps["let_go"]["why_not"]
        reason = steps["decline"]["needs"][0]
        assert (reason["type"], reason["choices"][0]) == ("choice", "competitor")

    def test_as_text_too(self, typed: Typed) -> None:
        out = typed("steps", BREW1).out
        assert "descale" in out
        assert "cups" in out
        assert "still brews" in out


class TestAdvance:
    def test_the_answer_is_a_list_of_renewals_as_show(self, typed: Typed) -> None:
        said = typed("advance", S15, "notify", "--json")
        assert (said.status, said.err) == (0, "")
        [shown] = said.json
        assert set(shown) >= SHOW_KEYS
        assert (shown["ref"], shown["state"], shown["phase"]) == (S15, "notified", "open")
        assert shown == typed("show", S15, "--json").json

    def test_many_at_once_and_some_left_out(self, typed: Typed) -> None:
        typed("advance", S10, "notify")
        said = typed("advance", S15, S10, "S-MAIL", "notify", "--json")
        assert said.status == 3
        assert [shown["ref"] for shown in said.json] == [S15, MAIL]
        [line] = said.err.splitlines()
        assert line.startswith("resellerdesk: software:S-10 is notified")

    def test_all_refused(self, typed: Typed) -> None:
        said = typed("advance", S15, S10, "fulfil", "--set", "certificate=C", "--json")
        assert (said.status, said.json, len(said.err.splitlines())) == (1, [], 2)

    def test_one_refused_is_a_refusal(self, typed: Typed) -> None:
        assert "has no step fulfil" in typed("advance", S15, "fulfil", "--json").refusal

    @pytest.mark.parametrize(
        "words",
        [
            ["--set", "cups=9000", "--set", "burnt_out=yes"],
            ["--set", "cups=9000", "burnt_out=yes"],
        ],
    )
    def test_values_repeated_or_in_a_row(self, typed: Typed, words: list[str]) -> None:
        [shown] = typed("advance", BREW1, "descale", *words, "--json").json
        assert (shown["details"]["cups"], shown["facts"]["burnt_out"]) == (9000, True)

    def test_values_may_stand_before_the_step(self, typed: Typed) -> None:
        said = typed("advance", "--set", "cups=9000", "--json", BREW1, "descale")
        assert said.status == 0

    def test_a_value_from_a_file(self, typed: Typed, tmp_path: Path) -> None:
        path = tmp_path / "id.txt"
        path.write_text("S-15")
        assert typed("advance", S15, "verify", "--set", f"renewal_id=@{path}").status == 0
        missing = typed("advance", S15, "verify", "--set", f"renewal_id=@{tmp_path}/no")
        assert "cannot be read" in missing.refusal

    @pytest.mark.parametrize(
        "words", [[], [S15], [S15, "notify", "--set", "x"]]
    )
    def test_wrong_usage(self, typed: Typed, words: list[str]) -> None:
        assert typed("advance", *words).status == 2

    def test_the_order_step_accepts_as_accept_only_does(self, typed: Typed) -> None:
        typed("quote", MAIL, KESTREL)
        typed("advance", MAIL, "verify", "--set", "renewal_id=S-MAIL")
        [shown] = typed("advance", MAIL, "order", "--set", "purchase_order=PO-5", "--json").json
        assert (shown["state"], state(typed, KESTREL)) == ("ordered", "due")
        [order] = typed("orders", "--json").json
        assert (order["purchase_order"], order["quote"]) == ("PO-5", "Q-2026-0001")


class TestUndo:
    def test_the_answer_is_the_renewal(self, typed: Typed) -> None:
        typed("advance", S15, "notify")
        said = typed("undo", S15, "--json")
        assert (said.status, said.json["ref"], said.json["state"]) == (0, S15, "due")
        assert said.json["history"][-1]["what"] == "taken back: notify"
        assert set(said.json["history"][-1]) == {"at", "by", "what"}

    def test_refused_where_nothing_is_left(self, typed: Typed) -> None:
        assert typed("undo", S15).refusal == "software:S-15: nothing to take back"

    def test_refused_after_an_order_went_out_naming_it(
        self, typed: Typed, tmp_path: Path
    ) -> None:
        ordered(typed, MAIL)
        path = tmp_path / "order.csv"
        assert typed("orders", "O-2026-0001", "--format", "csv", "--out", path).status == 0
        said = typed("undo", MAIL).refusal
        assert f"order O-2026-0001 given out as {path}" in said


class TestOrders:
    def test_listed_with_their_keys(self, typed: Typed) -> None:
        ordered(typed, S15, KESTREL)
        said = typed("orders", "--json")
        assert said.status == 0
        first, second = said.json
        assert set(first) >= ORDER_KEYS
        assert (first["number"], first["vendor"], first["quote"], first["purchase_order"],
                first["status"], first["as_of"], first["given_out"]) == (
            "O-2026-0001", "Symantec", "Q-2026-0001", "PO-1", "new", "2026-11-24", None
        )
        assert second["vendor"] == "Kestrel"
        [line] = first["lines"]
        assert (line["ref"], line["sku"], line["quantity"], line["unit_cost"], line["cost"]) == (
            S15, "SEP-ESS-REN", 15, "24.96", "374.40"
        )
        assert line["for_vendor"] == {"renewal_id": "S-15", "certificate": "CERT-15"}

    def test_one_alone_is_a_list_of_one(self, typed: Typed) -> None:
        ordered(typed, S15, KESTREL)
        [order] = typed("orders", "O-2026-0002", "--json").json
        assert order["vendor"] == "Kestrel"

    def test_an_unknown_cost_is_null(self, typed: Typed) -> None:
        ordered(typed, LATE)
        [order] = typed("orders", "--json").json
        assert {(line["unit_cost"], line["cost"]) for line in order["lines"]} == {(None, None)}

    def test_given_out_as_csv_and_recorded(self, typed: Typed, tmp_path: Path) -> None:
        ordered(typed, S15, MAIL)
        path = tmp_path / "order.csv"
        said = typed("orders", "O-2026-0001", "--format", "csv", "--out", path, "--json")
        assert said.status == 0
        [order] = said.json
        assert order["status"] == "given_out"
        assert order["given_out"]
        assert [(row["order"], row["purchase_order"], row["ref"], row["quantity"],
                 row["unit_cost"], row["renewal_id"]) for row in rows_of(path)] == [
            ("O-2026-0001", "PO-1", S15, "15", "24.96", "S-15"),
            ("O-2026-0001", "PO-1", MAIL, "5", "17.35", "S-MAIL"),
        ]
        assert "given out as" in typed("show", S15, "--json").json["history"][-1]["what"]

    def test_given_out_as_json(self, typed: Typed, tmp_path: Path) -> None:
        ordered(typed, S15)
        path = tmp_path / "order.json"
        assert typed("orders", "O-2026-0001", "--format", "json", "--out", path).status == 0
        written = json.loads(path.read_text("utf-8"))
        assert (written["number"], len(written["lines"])) == ("O-2026-0001", 1)

    def test_what_cannot_be_written_was_not_given_out(
        self, typed: Typed, tmp_path: Path
    ) -> None:
        ordered(typed, S15)
        said = typed("orders", "O-2026-0001", "--format", "csv", "--out",
                     tmp_path / "no" / "order.csv")
        assert "no folder" in said.refusal
        [order] = typed("orders", "--json").json
        assert (order["status"], order["given_out"]) == ("new", None)
        assert typed("undo", S15).status == 0

    def test_a_cancelled_one_writes_no_file(self, typed: Typed, tmp_path: Path) -> None:
        ordered(typed, S15)
        typed("advance", S15, "cancel", "--set", "reason=never confirmed")
        path = tmp_path / "order.csv"
        said = typed("orders", "O-2026-0001", "--format", "csv", "--out", path)
        assert said.refusal == "O-2026-0001 is cancelled; there is nothing to give out"
        assert not path.exists()

    def test_wrong_usage_and_an_unknown_number(self, typed: Typed, tmp_path: Path) -> None:
        assert typed("orders", "--out", tmp_path / "x").status == 2
        assert typed("orders", "O-2026-0007").refusal == (
            "there is no order O-2026-0007; orders lists them"
        )

    def test_a_cell_that_a_spreadsheet_would_compute_is_text(
        self, typed: Typed, tmp_path: Path
    ) -> None:
        typed("quote", MAIL)
        typed("advance", MAIL, "verify", "--set", "renewal_id=S-MAIL")
        typed("accept", "Q-2026-0001", "--po", "=HYPERLINK(1)")
        path = tmp_path / "order.csv"
        typed("orders", "O-2026-0001", "--format", "csv", "--out", path)
        [row] = rows_of(path)
        assert not row["purchase_order"].startswith("=")


class TestOwnersNotesFollowUps:
    def test_each_answers_with_the_renewals(self, typed: Typed) -> None:
        given = typed("assign", S15, "S-10", "--to", "jonas", "--json")
        assert (given.status, [shown["owner"] for shown in given.json]) == (0, ["jonas"] * 2)
        [noted] = typed("note", S15, "called twice", "--json").json
        assert noted["history"][-1]["what"] == "note: called twice"
        [followed] = typed("follow", S15, "--on", "2026-12-01", "--text", "again", "--json").json
        assert (followed["follow_on"], followed["follow_text"]) == ("2026-12-01", "again")

    def test_some_left_out(self, typed: Typed) -> None:
        said = typed("assign", S15, "nothing", "--to", "jonas", "--json")
        assert (said.status, len(said.json)) == (3, 1)
        assert "nothing names no entitlement" in said.err

    def test_wrong_usage_and_refusals(self, typed: Typed) -> None:
        assert typed("assign", S15).status == 2
        assert typed("note", S15).status == 2
        assert typed("follow", S15, "--on", "soon", "--text", "x").status == 2
        assert "this one has 0" in typed("note", S15, " ").refusal


class TestFullImport:
    def test_what_vanished_is_in_the_report_and_on_the_renewal(
        self, typed: Typed, tmp_path: Path
    ) -> None:
        path = licences(tmp_path, [row for row in LICENCES if "S-LATE" not in row])
        said = typed("import", "--full", path, "--json")
        [report] = said.json
        assert (said.status, [(f["about"], f["key"]) for f in report["findings"]]) == (
            0, [(LATE, "missing")]
        )
        shown = typed("show", LATE, "--json").json
        assert shown["missing_since"] == "2026-11-24"
        assert [finding["key"] for finding in shown["findings"]][:1] == ["missing"]

    def test_a_table_cannot_be_complete(self, typed: Typed, samples: Path) -> None:
        said = typed("import", "--full", samples / "customers.csv").refusal
        assert "leave out --full" in said


class TestCheck:
    def test_all_is_well(self, typed: Typed) -> None:
        ordered(typed, S15)
        said = typed("check", "--json")
        assert said.status == 0
        assert said.json == {
            "ok": True,
            "checks": [{"what": what, "problem": None}
                       for what in ("database", "history", "numbers", "documents", "quotes",
                                    "orders")],
        }

    def test_the_first_difference_is_named_with_status_1(
        self, typed: Typed, harbour: Any
    ) -> None:
        with harbour.store.write() as db:
            db.execute("update renewal set state = 'quoted' where id = 1")
        said = typed("check", "--json")
        assert (said.status, said.json["ok"]) == (1, False)
        problems = {item["what"]: item["problem"] for item in said.json["checks"]}
        assert problems["history"] == (
            "software:S-15 stands at quoted; its history leads to due"
        )
        assert "stands at quoted" in typed("check").out
