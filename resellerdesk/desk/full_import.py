"""A file that is the vendor's complete list: what vanished from it (docs/domain.md, 6)."""

from __future__ import annotations

from datetime import date

from resellerdesk.core.fact import Finding
from resellerdesk.core.history import FOUND_AGAIN, MISSING
from resellerdesk.core.missing import missing_since
from resellerdesk.core.text import T, Text
from resellerdesk.desk.import_entitlements import ExportRows
from resellerdesk.desk.import_report import ImportFinding
from resellerdesk.desk.occasion import Occasion
from resellerdesk.store.engine import Database
from resellerdesk.store.events import Entry, append
from resellerdesk.store.missing import absent, keep_full_rows, last_full_rows, mark, marked

LEAST_SHARE = 80
"""Percent of the last complete export's rows below which a file is not taken as complete."""


def clear_found(db: Database, export: ExportRows, now: Occasion) -> None:
    """An entitlement that a file has again is missing no longer; that something was seen of it
    does not mean that its vendor lists it."""
    found = marked(db, export.family, export.rows.keys() - export.filled.keys())
    mark(db, [record.held.id for record in found], None)
    data = {"file": export.report.file}
    append(db, [Entry(r.held.id, r.cycle.id, now.event(FOUND_AGAIN, data)) for r in found])


def mark_missing(db: Database, export: ExportRows, as_of: date, now: Occasion) -> None:
    """Marks what the vendors in a complete export no longer list; it waits for a decision.

    A file with far fewer rows than the last one of its vendor is not taken as complete, and says
    so.
    """
    by_vendor: dict[str, int] = {}
    for _, columns in export.rows.values():
        by_vendor[columns.vendor] = by_vendor.get(columns.vendor, 0) + 1
    for vendor, count in by_vendor.items():
        last = last_full_rows(db, export.report.layout, vendor)
        if export.illegible or count * 100 < last * LEAST_SHARE:
            finding = Finding("not_full", _why_not_full(export, vendor, count, last))
            export.report.findings.append(ImportFinding(0, vendor, finding))
            continue
        keep_full_rows(db, export.report.layout, vendor, count)
        _mark(db, export, vendor, as_of, now)


def _why_not_full(export: ExportRows, vendor: str, count: int, last: int) -> Text:
    file = export.report.file
    if export.illegible:
        return T("{file} has {rows} rows that cannot be read: it is not taken as complete",
                 file=file, rows=export.illegible)
    return T("{file} has {rows} rows of {vendor}, the last complete export had {last}: "
             "it is not taken as complete", file=file, rows=count, vendor=vendor, last=last)


def _mark(db: Database, export: ExportRows, vendor: str, as_of: date, now: Occasion) -> None:
    gone = absent(db, export.family, vendor, export.rows.keys() | export.mentioned)
    mark(db, [record.held.id for record in gone], as_of)
    data = {"file": export.report.file}
    append(db, [Entry(r.held.id, r.cycle.id, now.event(MISSING, data)) for r in gone])
    for record in gone:
        finding = missing_since(record.held.ref, as_of)
        export.report.findings.append(ImportFinding(0, record.held.ref, finding))
