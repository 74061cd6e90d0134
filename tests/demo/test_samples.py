"""The sample desk: every export as its maker wrote it, and the four families in one list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from resellerdesk.demo.fill import fill
from resellerdesk.demo.headless import run_main_job
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.import_report import FileReport
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.worklist import DueQuery, due
from resellerdesk.store.quotes import find_quote

TODAY = date(2026, 11, 24)
CREATED = {
    "catalogue.csv": 20, "cloud-subscriptions.csv": 160, "customer-aliases.csv": 6,
    "customers.csv": 29, "hardware-installed-base.xlsx": 130, "kestrel-licenses.csv": 4,
    "kestrel-policy.csv": 4, "kestrel-prices.csv": 2, "price-list-2016.csv": 2,
    "price-list.csv": 2604, "software-certificats.csv": 300, "software-licenses-2016.csv": 6,
    "ssl-orders.csv": 140,
}


@pytest.fixture
def reports(empty_desk: Desk) -> Sequence[FileReport]:
    return fill(empty_desk)


def test_every_sample_is_imported_without_a_rejected_row(
    reports: Sequence[FileReport], samples: Path
) -> None:
    assert [report.rejected for report in reports if report.rejected] == []
    assert [report.findings for report in reports if report.findings] == []
    created = {Path(report.file).name: report.created for report in reports}
    assert created == CREATED
    beside = {path.name for path in samples.iterdir()} - created.keys()
    assert beside == {".gitattributes", "brand", "ssl"}  # steps and settings take those


def test_the_same_samples_again_change_nothing(
    empty_desk: Desk, reports: Sequence[FileReport]
) -> None:
    again = fill(empty_desk)
    assert [(report.created, report.updated, report.rejected) for report in again] == [
        (0, 0, [])
    ] * len(CREATED)
    assert [report.unchanged for report in again] == [report.read for report in reports]


def test_what_others_refer_to_is_read_first_in_whatever_order_files_are_named(
    empty_desk: Desk, samples: Path
) -> None:
    names = sorted(CREATED, key=lambda name: name[::-1])
    found = import_files(empty_desk, [samples / name for name in names])
    assert {Path(report.file).name: report.created for report in found} == CREATED


def test_the_oddities_of_the_exports_are_still_in_them(samples: Path) -> None:
    """Somebody who tidies a sample up takes its test away."""
    sheet = openpyxl.load_workbook(samples / "hardware-installed-base.xlsx").active
    assert sheet is not None
    assert sheet.merged_cells.ranges
    rows = list(sheet.iter_rows(values_only=True))
    header = next(n for n, row in enumerate(rows) if "Serial Number" in row)
    assert header > 1
    ends = [row[rows[header].index("End Date")] for row in rows[header + 1:]]
    assert {type(end) for end in ends} >= {datetime, str, type(None)}
    cloud = (samples / "cloud-subscriptions.csv").read_text("utf-8")
    assert all(mark in cloud for mark in ("P1Y", ",True,", ",False,"))
    ssl = (samples / "ssl-orders.csv").read_text("utf-8")
    assert all(mark in ssl for mark in ("T23:59:59Z", "lenoir.example www.lenoir.example"))


def test_due_mixes_the_families_in_one_list_by_end(desk: Desk) -> None:
    rows = due(desk, DueQuery(), TODAY)
    ends = [(row.record.held.columns.period.end, row.ref) for row in rows]
    assert ends == sorted(ends)
    assert Counter(row.record.held.family for row in rows) == {
        "software": 149, "cloud": 78, "ssl": 68, "hardware": 64,
    }
    first_thirty = Counter(row.record.held.family for row in rows[:30])
    assert len(first_thirty) == 4
    assert [row.ref for row in rows if row.fault] == []


def test_the_main_job_quotes_every_customer_across_the_families(
    empty_desk: Desk, tmp_path: Path
) -> None:
    done = run_main_job(empty_desk, tmp_path, TODAY)
    assert (done["imported"], done["due"], len(done["quotes"])) == (740, 359, 29)
    with empty_desk.store.read() as db:
        stored = [find_quote(db, made["number"]) for made in done["quotes"]]
    families = [{line.family for line in quote.quote.lines} for quote in stored if quote]
    assert set.union(*families) == {"software", "cloud", "ssl", "hardware"}
    assert min(map(len, families)) > 1
    assert {path.name for path in tmp_path.glob("*.pdf")} == {
        f"{made['number']}.pdf" for made in done["quotes"]
    }
