"""A whole site of hardware: hundreds of serial numbers on one quote, each step taken for all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.typing_in import Typed
from documents.reading import text_of

COUNT = 200
SERIALS = [f"77{n:08}" for n in range(COUNT)]
HEADER = ("Site Name,Customer ID,Contract Number,Product Number,Serial Number,Service Level,"
          "Service SKU,Begin Date,End Date,Last Date of Support")


@pytest.fixture
def site(typed: Typed, tmp_path: Path) -> Typed:
    """The units of a new site: the first ten late, ten more near the end of support life."""
    rows = []
    for n, serial in enumerate(SERIALS):
        end = "31-OCT-2026" if n < 10 else "31-DEC-2026"
        last = "30-SEP-2027" if 10 <= n < 20 else "30-JUN-2031"
        rows.append(f"Éditions du Vieux-Port,C-1009,HC-1,S210,{serial},Next Business Day,HW-NBD,"
                    f"01-JAN-2026,{end},{last}")
    path = tmp_path / "site.csv"
    path.write_text("\n".join([HEADER, *rows]), "utf-8")
    [report] = typed("import", path, "--json").json
    assert (report["created"], report["rejected"]) == (COUNT, [])
    return typed


def states(shown: list[dict[str, Any]]) -> set[str]:
    assert len(shown) == COUNT
    return {one["state"] for one in shown}


def test_they_are_quoted_confirmed_ordered_and_covered_together(
    site: Typed, tmp_path: Path
) -> None:
    quote = site("quote", *SERIALS, "--pdf", tmp_path / "site.pdf", "--language", "en",
                 "--json").json
    by_kind: dict[str, list[Any]] = {}
    for line in quote["lines"]:
        by_kind.setdefault(line["kind"], []).append(line)
    assert {kind: len(lines) for kind, lines in by_kind.items()} == {
        "renewal": COUNT, "inspection_fee": 10,
    }
    assert {line["quantity"] for line in quote["lines"]} == {1}
    assert sum(line["end"] == "2027-09-30" for line in by_kind["renewal"]) == 10
    assert len(quote["open_points"]) == COUNT
    # What holds for many alike is said once.
    assert len([note for note in quote["notes"] if "inspected" in note]) == 1
    assert len([note for note in quote["notes"] if "end of support life" in note]) == 1
    printed = " ".join(text_of((tmp_path / "site.pdf").read_bytes()))
    assert [serial for serial in SERIALS if serial not in printed] == []

    confirmed = site("advance", *SERIALS, "confirm", "--set", f"serial={', '.join(SERIALS)}",
                     "--json")
    assert confirmed.status == 0
    assert states(confirmed.json) == {"quoted"}
    assert all(one["facts"]["confirmed_on"] == "2026-11-24" for one in confirmed.json)
    assert site("quotes", quote["number"], "--json").json["open_points"] == []
    assert site("accept", quote["number"], "--po", "PO-1").status == 0
    [order] = site("orders", "--json").json
    assert len({line["for_vendor"]["serial"] for line in order["lines"]}) == COUNT

    covered = site("advance", *SERIALS, "cover", "--set", "contract=HC-2", "--json")
    assert covered.status == 3  # done in part: the late ones are not inspected
    assert len(covered.json) == COUNT - 10
    assert len(covered.err.splitlines()) == 10
    assert all("not inspected" in line for line in covered.err.splitlines())
    assert site("orders", "--json").json[0]["status"] == "part"
    late = SERIALS[:10]
    assert site("advance", *late, "inspect", "--set", "result=sound").status == 0
    assert site("advance", *late, "cover", "--set", "contract=HC-2").status == 0
    assert site("orders", "--json").json[0]["status"] == "done"
    assert site("check").status == 0


def test_a_serial_that_is_not_on_the_list_is_left_out_and_named(site: Typed) -> None:
    missing = SERIALS[7]
    given = ", ".join(serial for serial in SERIALS[:20] if serial != missing)
    said = site("advance", *SERIALS[:20], "confirm", "--set", f"serial={given}", "--json")
    assert said.status == 3
    assert len(said.json) == 19
    [line] = said.err.splitlines()
    assert line == (
        f"resellerdesk: hardware:{missing}: confirm: {missing} is not among the 19 serial numbers "
        "given: read its own from the unit"
    )
