"""A file that is the vendor's complete list: what vanished is marked and waits for a decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from resellerdesk.core.history import FOUND_AGAIN, MISSING
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ending_quotes import decline
from resellerdesk.desk.import_report import FileReport
from resellerdesk.desk.importing import import_full
from resellerdesk.desk.stepping import advance

from desk.answers.harbour import (
    CUSTOMERS,
    KESTREL,
    LATE,
    LICENCES,
    MACHINES,
    MAIL,
    OTHER,
    S10,
    S15,
    TODAY,
    everything,
    finding_keys,
    history,
    licence,
    licences,
    machines,
    ordered,
    quoted,
    record,
    refusal,
    state,
    take_in,
)

SYMANTEC = tuple(row for row in LICENCES if "Symantec" in row)


def complete(desk: Desk, folder: Path, rows: Sequence[str], as_of: date = TODAY) -> FileReport:
    return import_full(desk, [licences(folder, rows, "complete.csv")], as_of)[0]


def without(*references: str) -> list[str]:
    return [row for row in LICENCES if row.partition(",")[0] not in references]


def missing(desk: Desk, *refs: str) -> list[str]:
    """Which of some (or of all) are marked."""
    every = refs or [f"software:{row.partition(',')[0]}" for row in LICENCES]
    return [ref for ref in every if record(desk, ref).missing_since is not None]


def test_what_vanished_is_marked_with_the_day_and_found(harbour: Desk, tmp_path: Path) -> None:
    report = complete(harbour, tmp_path, without("S-LATE"))
    assert missing(harbour) == [LATE]
    assert record(harbour, LATE).missing_since == TODAY
    assert state(harbour, LATE) == "due"
    [found] = report.findings
    assert (found.about, found.finding.key) == (LATE, "missing")
    assert "decline it" in str(found.finding.text)
    assert "missing" in finding_keys(harbour, LATE)
    entry = history(harbour, LATE)[-1]
    assert (entry.what, Path(str(entry.data["file"])).name) == (MISSING, "complete.csv")


def test_nothing_vanished_nothing_is_marked(harbour: Desk, tmp_path: Path) -> None:
    assert not complete(harbour, tmp_path, LICENCES).findings
    assert not missing(harbour)


def test_the_same_file_again_changes_nothing(harbour: Desk, tmp_path: Path) -> None:
    complete(harbour, tmp_path, without("S-LATE"))
    before = everything(harbour)
    report = complete(harbour, tmp_path, without("S-LATE"), date(2026, 11, 30))
    assert not report.findings
    assert everything(harbour) == before


def test_only_the_vendor_and_the_family_of_the_file_are_judged(
    harbour: Desk, tmp_path: Path
) -> None:
    """Kestrel's licences and Crema's machines stand in other files."""
    complete(harbour, tmp_path, SYMANTEC)
    assert not missing(harbour)
    import_full(harbour, [machines(tmp_path, MACHINES[:1])], TODAY)
    assert missing(harbour, "coffee:BREW-2") == ["coffee:BREW-2"]
    assert not missing(harbour)


def test_the_first_complete_file_is_taken_however_short(harbour: Desk, tmp_path: Path) -> None:
    complete(harbour, tmp_path, SYMANTEC[:1])
    assert missing(harbour) == [S10, MAIL, LATE, "software:S-GONE", OTHER]


@pytest.mark.parametrize(("rows", "taken"), [(8, True), (7, False)])
def test_fewer_than_eighty_percent_of_the_last_one_s_rows_is_not_complete(
    harbour: Desk, tmp_path: Path, rows: int, taken: bool
) -> None:
    ten = [licence("S-20", reference=f"T-{n}") for n in range(10)]
    complete(harbour, tmp_path, [*SYMANTEC[:0], *ten])
    report = complete(harbour, tmp_path, ten[:rows])
    gone = [f"software:T-{n}" for n in range(rows, 10)]
    assert missing(harbour, *gone) == (gone if taken else [])
    said = [found.finding.key for found in report.findings if found.finding.key == "not_full"]
    assert said == ([] if taken else ["not_full"])


def test_what_is_not_taken_as_complete_says_why_and_is_still_imported(
    harbour: Desk, tmp_path: Path
) -> None:
    complete(harbour, tmp_path, LICENCES)
    report = complete(harbour, tmp_path, [licence("S-15", covered="14")])
    assert report.updated == 1
    [found] = report.findings
    assert found.finding.key == "not_full"
    assert "has 1 rows of Symantec, the last complete export had 6" in str(found.finding.text)
    assert not missing(harbour)


def test_a_short_file_does_not_lower_the_measure(harbour: Desk, tmp_path: Path) -> None:
    complete(harbour, tmp_path, SYMANTEC)
    for rows in (SYMANTEC[:4], SYMANTEC[:3]):
        report = complete(harbour, tmp_path, rows)
        assert [found.finding.key for found in report.findings] == ["not_full"]


def test_a_rejected_row_is_not_absent(harbour: Desk, tmp_path: Path) -> None:
    """Its dates cannot be read; that it is still held is beyond doubt."""
    report = complete(harbour, tmp_path, [*without("S-LATE"), licence("S-LATE", end="someday")])
    assert len(report.rejected) == 1
    assert not missing(harbour)


def test_a_decision_clears_the_mark(harbour: Desk, tmp_path: Path) -> None:
    complete(harbour, tmp_path, without("S-LATE"))
    advance(harbour, LATE, "decline", {"reason": "renewed_elsewhere"}, TODAY)
    assert not missing(harbour)
    assert "missing" not in finding_keys(harbour, LATE)


def test_declining_its_quote_clears_it_too(harbour: Desk, tmp_path: Path) -> None:
    number = quoted(harbour, LATE)
    complete(harbour, tmp_path, without("S-LATE"))
    decline(harbour, number, "direct", "")
    assert not missing(harbour)


def test_a_later_import_clears_the_mark(harbour: Desk, tmp_path: Path) -> None:
    """A complete one or not, with other content or the same."""
    complete(harbour, tmp_path, without("S-LATE"))
    take_in(harbour, tmp_path, licence("S-LATE"))
    assert not missing(harbour)
    assert history(harbour, LATE)[-1].what == FOUND_AGAIN
    assert "missing" not in finding_keys(harbour, LATE)


def test_a_later_end_clears_the_mark_and_moves_on(harbour: Desk, tmp_path: Path) -> None:
    complete(harbour, tmp_path, without("S-LATE"))
    take_in(harbour, tmp_path, licence("S-LATE", start="11-OCT-2026", end="10-OCT-2027"))
    assert (missing(harbour), record(harbour, LATE).cycle.cycle) == ([], 2)


def test_what_is_closed_already_is_not_missed(harbour: Desk, tmp_path: Path) -> None:
    advance(harbour, LATE, "decline", {"reason": "price"}, TODAY)
    complete(harbour, tmp_path, without("S-LATE"))
    assert not missing(harbour)


def test_what_is_ordered_is_missed(harbour: Desk, tmp_path: Path) -> None:
    """The order is out; the vendor's list no longer has it: somebody has to look."""
    ordered(harbour, S15)
    complete(harbour, tmp_path, without("S-15"))
    assert missing(harbour) == [S15]
    assert state(harbour, S15) == "ordered"


def test_a_file_that_is_no_export_cannot_be_complete(harbour: Desk, tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    path.write_text(CUSTOMERS, "utf-8")
    with pytest.raises(Refusal) as refused:
        import_full(harbour, [path], TODAY)
    assert "only a vendor's export can be complete; leave out --full" in refusal(refused)


def test_a_missing_one_can_still_be_quoted_and_ordered(harbour: Desk, tmp_path: Path) -> None:
    complete(harbour, tmp_path, without("KES-1", "S-LATE"))
    assert missing(harbour) == [LATE]  # no row of Kestrel: it may be another file's
    ordered(harbour, KESTREL)
    assert state(harbour, KESTREL) == "ordered"
