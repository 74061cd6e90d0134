"""Rows that name no reference: a van's list of the machines it passed, matched by their model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.full_import import mark
from resellerdesk.desk.import_report import FileReport
from resellerdesk.desk.importing import check_files, import_files, import_full
from resellerdesk.desk.resolving import resolve
from resellerdesk.desk.stepping import advance
from resellerdesk.extensions.registry import LoadedLayout
from resellerdesk.sdk import Cell, Entitlement, Layout, Rejected, Sighting
from resellerdesk.sdk.reading import required, whole_number
from resellerdesk.translation.translate import Translator

from desk.answers.harbour import (
    BREW1,
    BREW2,
    MACHINES,
    TODAY,
    everything,
    finding_keys,
    harbour,
    harbour_file,
    held,
    history,
    machines,
    quoted,
    record,
    refusal,
    strangers,
)
from desk.quay import counts, reasons
from toy_family.machine import FAMILY, Machine

__all__ = ["harbour", "harbour_file", "strangers"]

Machines = Sequence[Entitlement[Machine]]


@dataclass(frozen=True)
class Passed(Sighting[Machine]):
    """A machine that was seen running; `broken` is how the plugin misbehaves."""

    model: str
    cups: int
    broken: str = ""

    @property
    def seen(self) -> str:
        return self.model

    def among(self, held: Machines) -> Machines:
        if self.broken == "raises":
            raise ValueError("no idea")
        if self.broken == "invents":
            return [replace(one, reference="BREW-9") for one in held]
        return [one for one in held if one.details.model.startswith(self.model)]

    def filled(self, held: Entitlement[Machine]) -> Any:
        return 7 if self.broken == "counts" else held.details.model_copy(
            update={"cups": self.cups})


class PassedBy(Layout[Machine]):
    key = "machines-passed"
    family = FAMILY
    headers = frozenset({"Seen", "Cups"})
    reference_column = "Seen"

    def row(self, cells: Mapping[str, Cell]) -> Sighting[Machine] | Rejected | None:
        model, _, broken = required(cells, "Seen").partition("!")
        return Passed(model, whole_number(cells, "Cups"), broken)


@pytest.fixture
def van(harbour: Desk) -> Desk:
    """The desk with a layout whose rows name no machine."""
    layouts = {**harbour.extensions.layouts, PassedBy.key: LoadedLayout(PassedBy(), "van", "1.0")}
    return replace(harbour, extensions=replace(harbour.extensions, layouts=layouts))


def passed(folder: Path, *rows: str) -> Path:
    path = folder / "passed.csv"
    path.write_text("\n".join(["Seen,Cups", *rows]) + "\n", "utf-8")
    return path


def take_in(desk: Desk, folder: Path, *rows: str, ref: str = "") -> FileReport:
    [report] = import_files(desk, [passed(folder, *rows)], ref=ref)
    return report


def cups(desk: Desk, ref: str) -> int:
    return int(record(desk, ref).held.columns.details["cups"])


def matched(report: FileReport) -> list[tuple[int, str]]:
    return [(found.row, found.ref) for found in report.matched]


def test_a_sighting_fills_in_details_and_nothing_else(van: Desk, tmp_path: Path) -> None:
    before = record(van, BREW1)
    report = take_in(van, tmp_path, "Moka,9000")
    assert (counts(report), matched(report)) == ((0, 1, 0, 0), [(2, BREW1)])
    after = record(van, BREW1)
    assert after.held.columns == replace(
        before.held.columns, details={**before.held.columns.details, "cups": 9000}
    )
    assert after.cycle.standing == before.cycle.standing
    [*_, event] = history(van, BREW1)
    assert (event.what, dict(event.data)) == (
        "changed", {"file": str(tmp_path / "passed.csv"), "columns": ["cups"]}
    )


def test_twice_changes_nothing(van: Desk, tmp_path: Path) -> None:
    take_in(van, tmp_path, "Moka,9000")
    before = everything(van)
    report = take_in(van, tmp_path, "Moka,9000")
    assert (counts(report), matched(report)) == ((0, 0, 1, 0), [(2, BREW1)])
    assert everything(van) == before


def test_trying_it_out_changes_nothing(van: Desk, tmp_path: Path) -> None:
    before = everything(van)
    [report] = check_files(van, [passed(tmp_path, "Moka,9000", "Percolator,1")])
    assert (counts(report), matched(report)) == ((0, 1, 0, 1), [(2, BREW1)])
    assert everything(van) == before


def test_what_fits_none_or_several_is_rejected_and_says_what_would_work(
    van: Desk, tmp_path: Path
) -> None:
    import_files(van, [machines(tmp_path, [MACHINES[0].replace("BREW-1", "BREW-3")])])
    report = take_in(van, tmp_path, "Percolator,1", "Moka,2", "Lungo,3")
    assert reasons(report) == [
        (2, "Seen", "Percolator",
         "belongs to nothing open of Coffee machines: import that first, or name it with --ref"),
        (3, "Seen", "Moka",
         "can belong to coffee:BREW-1, coffee:BREW-3; name one of them with --ref"),
    ]
    assert cups(van, BREW2) == 3


@pytest.mark.parametrize("seen", ["Moka", "Percolator"])
def test_what_is_named_is_what_it_belongs_to(van: Desk, tmp_path: Path, seen: str) -> None:
    report = take_in(van, tmp_path, f"{seen},7", ref="BREW-2")
    assert matched(report) == [(2, BREW2)]
    assert cups(van, BREW2) == 7


def test_only_what_is_open_is_looked_through(van: Desk, tmp_path: Path) -> None:
    advance(van, BREW1, "decline", {"reason": "price"}, TODAY)
    assert counts(take_in(van, tmp_path, "Moka,7")) == (0, 0, 0, 1)
    assert counts(take_in(van, tmp_path, "Moka,7", ref=BREW1)) == (0, 1, 0, 0)


def test_two_rows_of_one_thing(van: Desk, tmp_path: Path) -> None:
    report = take_in(van, tmp_path, "Moka,7", "Moka 3,7", "Moka,8")
    assert counts(report) == (0, 1, 1, 1)
    assert reasons(report) == [
        (4, "Seen", "Moka", "says something else than row 2, which was taken")
    ]
    assert cups(van, BREW1) == 7


@pytest.mark.parametrize(
    ("ref", "why"),
    [("S-15", "software:S-15 is of another family; name something of coffee"),
     ("BREW-77", "BREW-77 names no entitlement")],
)
def test_a_ref_that_cannot_be_meant(van: Desk, tmp_path: Path, ref: str, why: str) -> None:
    with pytest.raises(Refusal) as caught:
        take_in(van, tmp_path, "Moka,7", ref=ref)
    assert refusal(caught).startswith(why)


def test_a_ref_for_rows_that_name_theirs(van: Desk, tmp_path: Path) -> None:
    file = machines(tmp_path, MACHINES)
    with pytest.raises(Refusal) as caught:
        import_files(van, [file], ref=BREW1)
    assert refusal(caught) == (
        f"{file} is coffee-machines, whose rows name what they are of; leave out --ref"
    )


def test_a_list_of_what_was_seen_is_never_complete(van: Desk, tmp_path: Path) -> None:
    before = everything(van)
    with pytest.raises(Refusal, match="only a vendor's export can be complete"):
        import_full(van, [passed(tmp_path, "Moka,7")], TODAY)
    assert everything(van) == before


def test_what_was_seen_is_not_thereby_on_its_vendor_s_list(van: Desk, tmp_path: Path) -> None:
    with van.store.write() as db:
        mark(db, [resolve(db, BREW1).held.id], TODAY)
    take_in(van, tmp_path, "Moka,7")
    assert record(van, BREW1).missing_since == TODAY
    import_files(van, [machines(tmp_path, MACHINES)])
    assert record(van, BREW1).missing_since is None


def test_what_is_filled_in_after_a_quote_is_a_finding(van: Desk, tmp_path: Path) -> None:
    quoted(van, BREW1)
    report = take_in(van, tmp_path, "Moka,9000")
    assert [found.finding.key for found in report.findings] == ["changed_after_quote"]
    assert "changed_after_quote" in finding_keys(van, BREW1)
    assert held(van, BREW1)[:2] == ("2026-01-15", "2027-01-14")


@pytest.mark.parametrize(
    ("broken", "why"),
    [("raises", "plugin van 1.0 failed in layout machines-passed: ValueError: no idea"),
     ("counts", "plugin van 1.0 failed in layout machines-passed: returned int; Machine is wanted"),
     ("invents", "belongs to nothing open of Coffee machines")],
)
def test_a_row_on_which_the_plugin_fails_is_rejected_alone(
    van: Desk, tmp_path: Path, broken: str, why: str
) -> None:
    report = take_in(van, tmp_path, f"Moka!{broken},1", "Lungo,5")
    [rejected] = report.rejected
    assert Translator("en").text(rejected.reason).startswith(why)
    assert (cups(van, BREW1), cups(van, BREW2)) == (8200, 5)
