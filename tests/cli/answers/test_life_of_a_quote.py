"""accept, decline, withdraw, approve, quote --revise, quotes: keys and exit statuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.typing_in import Typed
from desk.answers.harbour import BREW2, KESTREL, LATE, MAIL, S10, S15

QUOTE_KEYS = [
    "number", "revision", "status", "customer_id", "currency", "as_of", "valid_until",
    "valid_reason", "language", "lines", "subtotal", "tax", "total", "alternatives", "notes",
    "open_points", "pdf",
]
LINE_KEYS = {
    "ref", "family", "sku", "description", "kind", "start", "end", "days", "quantity",
    "unit_list", "discount_percent", "unit_net", "amount",
}


def quoted(typed: Typed, *words: str) -> Any:
    """Makes a quote; returns its document."""
    said = typed("quote", *words, "--json")
    assert (said.status, said.err) == (0, "")
    return said.json


def verified(typed: Typed, *refs: str) -> None:
    for ref in refs:
        assert typed("advance", ref, "verify", "--set",
                     f"renewal_id={ref.partition(':')[2]}").status == 0


def states(typed: Typed, *refs: str) -> list[str]:
    return [typed("show", ref, "--json").json["state"] for ref in refs]


@pytest.fixture
def limited(typed: Typed, tmp_path: Path) -> Typed:
    """Reps may grant 10 percent."""
    path = tmp_path / "policy.csv"
    path.write_text("vendor,family,region,name,effective,value\n"
                    "Symantec,software,*,discount_limit,2026-01-01,10\n")
    assert typed("import", path).status == 0
    return typed


class TestAccept:
    def test_the_answer_is_the_quote(self, typed: Typed) -> None:
        quoted(typed, S15)
        verified(typed, S15)
        said = typed("accept", "Q-2026-0001", "--po", "PO-1", "--json")
        assert (said.status, said.err) == (0, "")
        assert [key for key in said.json if key in QUOTE_KEYS] == QUOTE_KEYS
        assert (said.json["number"], said.json["revision"], said.json["status"]) == (
            "Q-2026-0001", 1, "accepted"
        )
        assert set(said.json["lines"][0]) >= LINE_KEYS
        assert states(typed, S15) == ["ordered"]

    def test_the_day_the_lines_and_the_signed_file(self, typed: Typed, tmp_path: Path) -> None:
        signed = tmp_path / "signed.pdf"
        signed.write_bytes(b"%PDF by hand")
        quoted(typed, S15, MAIL, KESTREL)
        verified(typed, S15, MAIL, KESTREL)
        said = typed("accept", "Q-2026-0001", "--po", "PO-1", "--on", "2026-12-01", "--only",
                     S15, "KES-1", "--file", signed, "--json")
        assert said.status == 0
        assert states(typed, S15, MAIL, KESTREL) == ["ordered", "due", "ordered"]
        assert [order["as_of"] for order in typed("orders", "--json").json] == ["2026-12-01"] * 2

    def test_an_alternative(self, typed: Typed) -> None:
        quoted(typed, S15, "--alternative", "essential-24")
        verified(typed, S15)
        typed("accept", "Q-2026-0001", "--po", "PO-1", "--alternative", "essential-24")
        [order] = typed("orders", "--json").json
        assert [(line["ref"], line["end"]) for line in order["lines"]] == [(S15, "2028-12-15")]

    def test_a_purchase_order_must_be_said(self, typed: Typed) -> None:
        quoted(typed, S15)
        assert typed("accept", "Q-2026-0001").status == 2
        assert "purchase order" in typed("accept", "Q-2026-0001", "--po", " ").refusal

    def test_refused_in_one_line_with_what_would_work(self, typed: Typed) -> None:
        quoted(typed, S15, S10)
        said = typed("accept", "Q-2026-0001", "--po", "PO-1", "--json").refusal
        assert "S-15: ownership of S-15 is not verified" in said
        assert "S-10: ownership of S-10 is not verified" in said
        verified(typed, S15, S10)
        said = typed("accept", "Q-2026-0001", "--po", "PO-1", "--only", S15).refusal
        assert [figure in said for figure in ("31.20", "29.64", "23.40")] == [True] * 3
        late = typed("accept", "Q-2026-0001", "--po", "PO-1", "--on", "2027-01-05").refusal
        assert "quote --revise Q-2026-0001" in late

    def test_a_signed_file_that_is_not_there(self, typed: Typed, tmp_path: Path) -> None:
        quoted(typed, S15)
        verified(typed, S15)
        said = typed("accept", "Q-2026-0001", "--po", "PO-1", "--file", tmp_path / "no.pdf")
        assert "cannot be read" in said.refusal
        assert states(typed, S15) == ["quoted"]

    def test_a_day_that_is_none_is_wrong_usage(self, typed: Typed) -> None:
        quoted(typed, S15)
        assert typed("accept", "Q-2026-0001", "--po", "PO", "--on", "soon").status == 2


class TestDeclineAndWithdraw:
    def test_declining_answers_with_the_quote(self, typed: Typed) -> None:
        quoted(typed, S15, MAIL)
        said = typed("decline", "Q-2026-0001", "--reason", "price", "--note", "too dear", "--json")
        assert (said.status, said.json["status"]) == (0, "declined")
        assert states(typed, S15, MAIL) == ["declined", "declined"]
        shown = typed("show", S15, "--json").json
        assert "price" in shown["history"][-1]["what"]
        assert shown["phase"] == "lost"

    def test_withdrawing_answers_with_the_quote(self, typed: Typed) -> None:
        quoted(typed, S15)
        said = typed("withdraw", "Q-2026-0001", "--reason", "consolidated", "--note", "into one",
                     "--json")
        assert (said.status, said.json["status"]) == (0, "withdrawn")
        assert states(typed, S15) == ["due"]

    def test_both_need_what_they_need(self, typed: Typed) -> None:
        quoted(typed, S15)
        assert typed("decline", "Q-2026-0001").status == 2
        assert "none of competitor" in typed("decline", "Q-2026-0001", "--reason", "x").refusal
        assert "none of competitor" in typed("withdraw", "Q-2026-0001", "--reason", "x").refusal
        assert typed("withdraw", "Q-2026-0001").status == 0


class TestRevise:
    def test_the_number_stays_and_the_changes_are_added(self, typed: Typed) -> None:
        quoted(typed, S15, MAIL)
        said = typed("quote", "--revise", "Q-2026-0001", "--discount", "10", "--json")
        assert said.status == 0
        revised = said.json
        assert (revised["number"], revised["revision"], revised["status"]) == (
            "Q-2026-0001", 2, "open"
        )
        assert [key for key in revised if key in QUOTE_KEYS] == QUOTE_KEYS
        [first, second] = revised["changes"]
        assert (first["ref"], first["difference"]) == (S15, "-46.80")
        assert (first["before"]["amount"], first["after"]["amount"]) == ("468.00", "421.20")
        assert (second["before"]["discount_percent"], second["after"]["discount_percent"]) == (
            "0", "10"
        )

    def test_refs_are_the_new_set_of_lines(self, typed: Typed) -> None:
        quoted(typed, S15, MAIL)
        revised = typed("quote", MAIL, KESTREL, "--revise", "Q-2026-0001", "--json").json
        assert [line["ref"] for line in revised["lines"]] == [MAIL, KESTREL]
        assert [(c["ref"], c["before"] is None, c["after"] is None)
                for c in revised["changes"]] == [(KESTREL, True, False), (S15, False, True)]

    @pytest.mark.parametrize("ref", [MAIL, "S-MAIL"])
    def test_one_line_s_wish_needs_no_refs(self, typed: Typed, ref: str) -> None:
        quoted(typed, S15, MAIL)
        revised = typed("quote", "--revise", "Q-2026-0001", "--quantity", f"{ref}=3",
                        "--json").json
        assert [line["quantity"] for line in revised["lines"]] == [15, 3]

    def test_a_dry_run_has_no_number(self, typed: Typed) -> None:
        quoted(typed, S15)
        revised = typed("quote", "--revise", "Q-2026-0001", "--discount", "5", "--dry-run",
                        "--json").json
        assert (revised["number"], revised["revision"], len(revised["changes"])) == (None, None, 1)
        assert typed("quotes", "Q-2026-0001", "--json").json["revision"] == 1

    def test_an_older_revision_is_shown_again(self, typed: Typed) -> None:
        quoted(typed, S15)
        typed("quote", "--revise", "Q-2026-0001", "--discount", "10")
        older = typed("quotes", "Q-2026-0001", "--revision", "1", "--json").json
        assert (older["revision"], older["status"], older["total"]) == (1, "superseded", "561.60")

    def test_an_unknown_number(self, typed: Typed) -> None:
        said = typed("quote", "--revise", "Q-2026-0009").refusal
        assert said == "there is no quote Q-2026-0009; quotes lists them"


class TestQuotes:
    @pytest.fixture
    def several(self, typed: Typed) -> Typed:
        """One of each status; two open, of which one expires within the week."""
        quoted(typed, S15, "--as-of", "2026-12-10")          # open until the 15th
        quoted(typed, KESTREL, "--as-of", "2026-12-10")      # open until the 31st
        quoted(typed, MAIL)                                  # expires on the 24th
        quoted(typed, LATE)
        typed("withdraw", "Q-2026-0004")
        quoted(typed, BREW2, "--option", "barista-12")
        typed("decline", "Q-2026-0005", "--reason", "price")
        return typed

    @pytest.mark.parametrize(
        ("day", "words", "found"),
        [
            ("2026-12-10", [], ["open", "open", "open", "withdrawn", "declined"]),
            ("2026-12-27", [], ["expired", "open", "expired", "withdrawn", "declined"]),
        ],
    )
    def test_statuses_on_a_day(
        self, several: Typed, day: str, words: list[str], found: list[str]
    ) -> None:
        heads = several("quotes", *words, "--as-of", day, "--json").json
        assert [head["status"] for head in heads] == found
        assert [head["number"] for head in heads] == [f"Q-2026-000{n}" for n in range(1, 6)]

    @pytest.mark.parametrize(
        ("day", "words", "numbers"),
        [
            ("2026-12-10", ["--open"], [1, 2, 3]),
            ("2026-12-10", ["--expiring", "7"], [1]),
            ("2026-12-10", ["--expiring", "14"], [1, 3]),
            ("2026-12-16", ["--open"], [2, 3]),
            ("2026-12-10", ["--open", "--customer", "C-2"], []),
        ],
    )
    def test_whom_to_call_today(
        self, several: Typed, day: str, words: list[str], numbers: list[int]
    ) -> None:
        heads = several("quotes", *words, "--as-of", day, "--json").json
        assert [head["number"] for head in heads] == [f"Q-2026-000{n}" for n in numbers]

    def test_a_renewal_shows_its_quotes_with_their_status_on_the_day(
        self, several: Typed
    ) -> None:
        shown = several("show", MAIL, "--as-of", "2026-12-27", "--json").json
        assert shown["quotes"] == [
            {"number": "Q-2026-0003", "revision": 1, "status": "expired"}
        ]

    def test_what_was_ordered_meanwhile_is_an_open_point(self, several: Typed) -> None:
        quoted(several, MAIL, KESTREL)
        several("advance", KESTREL, "decline", "--set", "reason=price")
        shown = several("quotes", "Q-2026-0006", "--json").json
        assert [point["ref"] for point in shown["open_points"]
                if "ordered or closed meanwhile" in point["text"]] == [KESTREL]


class TestApproval:
    def test_a_waiting_quote_is_visible_in_the_lists(self, limited: Typed) -> None:
        assert quoted(limited, S15, "--discount", "20")["status"] == "waiting"
        assert [head["status"] for head in limited("quotes", "--json").json] == ["waiting"]
        assert limited("quotes", "--open", "--json").json == []
        assert limited("quotes", "Q-2026-0001", "--json").json["status"] == "waiting"
        shown = limited("show", S15, "--json").json
        assert [quote["status"] for quote in shown["quotes"]] == ["waiting"]

    def test_its_pdf_and_its_acceptance_are_refused(self, limited: Typed, tmp_path: Path) -> None:
        quoted(limited, S15, "--discount", "20")
        verified(limited, S15)
        pdf = tmp_path / "q.pdf"
        for words in (["quotes", "Q-2026-0001", "--pdf", pdf],
                      ["accept", "Q-2026-0001", "--po", "PO-1"]):
            assert "approve Q-2026-0001" in limited(*words).refusal
        assert not pdf.exists()

    def test_made_with_a_pdf_it_is_stored_without_and_done_in_part(
        self, limited: Typed, tmp_path: Path
    ) -> None:
        pdf = tmp_path / "q.pdf"
        said = limited("quote", S15, "--discount", "20", "--pdf", pdf, "--json")
        assert (said.status, said.json["status"], said.json["pdf"]) == (3, "waiting", None)
        assert "waits for approval" in said.err
        dry = limited("quote", MAIL, "--discount", "20", "--pdf", pdf, "--dry-run", "--json")
        assert (dry.status, dry.json["number"], dry.json["pdf"]) == (3, None, None)
        assert not pdf.exists()

    def test_a_revision_that_never_was_approved_has_no_pdf_later_either(
        self, limited: Typed, tmp_path: Path
    ) -> None:
        """Neither by a smaller discount beside it, nor by taking it back."""
        pdf = tmp_path / "q.pdf"
        quoted(limited, S15, "--discount", "20")
        limited("quote", "--revise", "Q-2026-0001", "--discount", "5")
        first = limited("quotes", "Q-2026-0001", "--revision", "1", "--pdf", pdf)
        assert "ended before a manager approved it" in first.refusal
        assert limited("quotes", "Q-2026-0001", "--pdf", pdf).status == 0
        quoted(limited, MAIL, "--discount", "20")
        limited("withdraw", "Q-2026-0002")
        assert limited("quotes", "Q-2026-0002", "--pdf", pdf).status == 1

    def test_what_was_approved_keeps_its_pdf(
        self, limited: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        quoted(limited, S15, "--discount", "20")
        monkeypatch.setenv("RESELLERDESK_USER", "chef")
        limited("approve", "Q-2026-0001")
        limited("quote", "--revise", "Q-2026-0001", "--discount", "5")
        pdf = tmp_path / "q.pdf"
        assert limited("quotes", "Q-2026-0001", "--revision", "1", "--pdf", pdf).status == 0
        assert pdf.read_bytes().startswith(b"%PDF")

    def test_a_rep_s_own_approval_is_refused(
        self, limited: Typed, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        quoted(limited, S15, "--discount", "20")
        assert limited("approve", "Q-2026-0001").refusal == (
            "marie may not approve Q-2026-0001: a manager has to (settings role.NAME)"
        )
        monkeypatch.setenv("RESELLERDESK_USER", "chef")
        said = limited("approve", "Q-2026-0001", "--json")
        assert (said.status, said.json["status"]) == (0, "open")
        assert [key for key in said.json if key in QUOTE_KEYS] == QUOTE_KEYS
        assert "only a waiting quote" in limited("approve", "Q-2026-0001").refusal
