"""`import --layout certificate HOST:PORT` against servers on loopback, on the sample orders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.typing_in import Typed
from files.servers import LENOIR, greets, issue, listening, showing

REF = "ssl:990200001"


@pytest.fixture
def lenoir(samples: Path) -> Iterator[str]:
    """The server of the sample order: its certificate ends before the plan does."""
    with showing(issue(LENOIR, ["lenoir.example", "www.lenoir.example"], last="2026-12-01")) as at:
        yield at


def read(typed: Typed, *words: str) -> list[dict[str, object]]:
    found = typed("import", "--layout", "certificate", *words, "--json").json
    assert isinstance(found, list)
    return found


def test_it_fills_in_the_plan_that_it_belongs_to(typed: Typed, lenoir: str) -> None:
    before = typed("show", REF, "--json").json
    assert read(typed, lenoir) == [{
        "file": lenoir, "layout": "certificate", "read": 1, "created": 0, "updated": 1,
        "unchanged": 0, "rejected": [], "findings": [], "matched": [{"row": 1, "ref": REF}],
    }]
    after = typed("show", REF, "--json").json
    assert (after["start"], after["end"], after["state"]) == (
        before["start"], before["end"], before["state"]
    )
    assert (after["facts"]["serial"], after["facts"]["valid_till"], after["facts"]["server"]) == (
        "0A:1B", "2026-12-01", lenoir
    )
    assert {**after["details"], "on_server": None} == {**before["details"], "on_server": None}
    assert after["history"][-1]["what"] == f"changed by {lenoir}: on_server"
    assert after["findings"] == []


def test_twice_changes_nothing_nor_does_the_portal_s_export(
    typed: Typed, lenoir: str, samples: Path
) -> None:
    read(typed, lenoir)
    before = typed("show", REF, "--json").json
    [again] = read(typed, lenoir)
    assert (again["updated"], again["unchanged"]) == (0, 1)
    [orders] = typed("import", samples / "ssl-orders.csv", "--json").json
    assert orders["unchanged"] == orders["read"]
    assert typed("show", REF, "--json").json == before


def test_trying_it_out_changes_nothing(typed: Typed, lenoir: str) -> None:
    before = typed("show", REF, "--json").json
    [report] = read(typed, lenoir, "--dry-run")
    assert (report["updated"], report["matched"]) == (1, [{"row": 1, "ref": REF}])
    assert typed("show", REF, "--json").json == before


def test_it_is_told_in_words(typed: Typed, lenoir: str) -> None:
    done = typed("import", "--layout", "certificate", lenoir)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"{lenoir}: certificate, 1 rows read: 0 created, 1 updated, 0 unchanged, 0 rejected",
        f"  row 1 belongs to {REF}",
    ]


def test_a_search_finds_its_serial_number_and_nothing_in_the_certificate_itself(
    typed: Typed, lenoir: str
) -> None:
    read(typed, lenoir)
    assert [row["ref"] for row in typed("due", "--search", "0a:1b", "--json").json] == [REF]
    assert typed("due", "--search", "BEGIN CERTIFICATE", "--json").json == []


def test_the_old_certificate_of_a_check_need_not_be_given_again(
    typed: Typed, lenoir: str, samples: Path
) -> None:
    request = f"request=@{samples / 'ssl' / 'organisation-changed.csr'}"
    missing = typed("advance", REF, "check", "--set", request)
    assert "old is missing" in missing.refusal
    read(typed, lenoir)
    [renewal] = typed("advance", REF, "check", "--set", request, "--json").json
    assert renewal["facts"]["name_changed"] == "Organisation"


def test_a_name_that_differs_from_the_order_is_a_finding(typed: Typed) -> None:
    with showing(issue(LENOIR | {"organization": "Lenoir SA"})) as server:
        read(typed, server)
    [finding] = typed("show", REF, "--json").json["findings"]
    assert finding == {
        "key": "name_differs_from_order",
        "text": "the certificate's name differs from its order: Organisation Lenoir SA instead of "
                "Brasserie Lenoir & Fils",
    }


@pytest.mark.parametrize("name", ["nobody.example", "[b]=1+1", "東京精密機器.example", "x" * 64])
def test_a_certificate_that_belongs_to_nothing_is_a_rejected_row(typed: Typed, name: str) -> None:
    with showing(issue({"common_name": name})) as server:
        done = typed("import", "--layout", "certificate", server)
        assert done.status == 3
        assert done.out.splitlines()[1] == (
            f"  row 1, certificate: '{name}, 0A:1B' belongs to nothing open of SSL certificates: "
            "import that first, or name it with --ref"
        )
        [report] = read(typed, server, "--ref", "990200001")
    assert report["matched"] == [{"row": 1, "ref": REF}]


def test_a_wildcard_that_covers_several_wants_one_named(typed: Typed, tmp_path: Path) -> None:
    orders = tmp_path / "orders.csv"
    columns = ("order_id,customer_id,common_name,product_name,sku,account_type,valid_from,"
               "valid_till,plan_end")
    row = "C-1008,{0}.wild.example,Secure Site,SSL-SS,trust_center,2026-01-01,2026-12-31,2026-12-31"
    rows = [f"W-{n},{row.format(n)}" for n in (1, 2)]
    orders.write_text("\n".join([columns, *rows]) + "\n", "utf-8")
    typed("import", orders)
    with showing(issue({"common_name": "*.wild.example"})) as server:
        [report] = read(typed, server)
        [row_] = report["rejected"]  # type: ignore[misc]
        assert row_["reason"] == (  # type: ignore[index]
            "can belong to ssl:W-1, ssl:W-2; name one of them with --ref"
        )
        assert read(typed, server, "--ref", "W-2")[0]["matched"] == [{"row": 1, "ref": "ssl:W-2"}]
        # From now on its serial number tells.
        assert read(typed, server)[0]["matched"] == [{"row": 1, "ref": "ssl:W-2"}]


def test_several_servers_are_read_one_by_one(typed: Typed, lenoir: str) -> None:
    with showing(issue({"common_name": "nobody.example"})) as other:
        done = typed("import", "--layout", "certificate", other, lenoir, "--json")
    assert done.status == 3
    assert [report["file"] for report in done.json] == [other, lenoir]
    assert [len(report["rejected"]) for report in done.json] == [1, 0]


def test_a_server_that_cannot_be_read_stops_the_run_before_anything_is_written(
    typed: Typed, lenoir: str
) -> None:
    before = typed("show", REF, "--json").json
    with listening(greets) as mail:
        said = typed("import", "--layout", "certificate", lenoir, mail).refusal
    assert said.startswith(f"{mail}: no TLS is spoken there")
    assert typed("show", REF, "--json").json == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("www.lenoir.example",), "www.lenoir.example names no server; write HOST:PORT"),
        (("nowhere.invalid:443",), "nowhere.invalid:443: there is no such host"),
        (("nowhere.invalid:443", "--safe"), "there is no layout certificate; there are aliases, "),
        (("nowhere.invalid:443", "--without", "ssl"), "there is no layout certificate; there are"),
    ],
)
def test_refusals_are_one_line(typed: Typed, words: tuple[str, ...], said: str) -> None:
    assert typed("import", "--layout", "certificate", *words).refusal.startswith(said)


def test_a_server_shows_no_complete_list(typed: Typed, lenoir: str) -> None:
    said = typed("import", "--layout", "certificate", "--full", lenoir).refusal
    assert said == (
        f"{lenoir} is certificate: only a vendor's export can be complete; leave out --full"
    )
    both = typed("import", "--layout", "certificate", "--full", "--ref", REF, lenoir)
    assert both.status == 2


def test_a_strange_certificate_does_no_harm(typed: Typed) -> None:
    with showing(issue({"common_name": "\x1b[31mred", "organization": "=cmd()"})) as server:
        assert typed("import", "--layout", "certificate", server, "--ref", REF).status == 0
    shown = typed("show", REF)
    assert "\x1b" not in shown.out
    assert "Common name ␛[31mred instead of www.lenoir.example" in shown.out


def test_each_check_keeps_its_comparison_in_the_history(
    typed: Typed, lenoir: str, samples: Path
) -> None:
    read(typed, lenoir)
    for request in ("organisation-changed.csr", "same.csr"):
        typed("advance", REF, "check", "--set", f"request=@{samples / 'ssl' / request}")
    shown = typed("show", REF, "--json").json
    [first, second] = [event["tables"]["comparison"] for event in shown["history"]
                       if "tables" in event]
    assert [row["field"] for row in first if row["renames"]] == ["Organisation"]
    assert second == shown["facts"]["comparison"]
    words = typed("show", REF).out
    # The newest stands among the facts, the older one below its step.
    assert words.count("comparison:") == 2
    assert words.index("check (") < words.rindex("comparison:") < words.rindex("check (")


def test_show_has_a_line_for_each_part_of_what_the_server_showed(
    typed: Typed, lenoir: str
) -> None:
    read(typed, lenoir)
    lines = [line.strip() for line in typed("show", REF).out.splitlines()]
    at = lines.index("on_server:")
    assert lines[at + 1 : at + 5] == [
        f"server: {lenoir}", "serial: 0A:1B", "valid_from: 2026-06-01", "valid_till: 2026-12-01"
    ]
    assert "pem: -----BEGIN CERTIFICATE-----" in lines[at:]
