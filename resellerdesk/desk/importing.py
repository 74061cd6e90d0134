"""Imports files: recognised by their headers, checked first, merged in one short transaction."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from resellerdesk.core.customer import Alias, Customer
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.full_import import clear_found, mark_missing
from resellerdesk.desk.host_layouts import host_layouts
from resellerdesk.desk.import_entitlements import ExportRows, Known, read_export
from resellerdesk.desk.import_report import FileReport
from resellerdesk.desk.import_tables import TableRows, read_table
from resellerdesk.desk.matching import fill_in, match_sightings
from resellerdesk.desk.merging_exports import apply_merge, plan_merge
from resellerdesk.desk.occasion import occasion
from resellerdesk.desk.progress import Progress, quietly
from resellerdesk.extensions.fault import Faulted
from resellerdesk.files.detect import open_sheet
from resellerdesk.files.sheet import Sheet
from resellerdesk.sdk.layout import Source
from resellerdesk.store.customers import all_aliases, all_customers
from resellerdesk.store.engine import Database
from resellerdesk.store.settings import all_settings, raise_values_stamp

# What others refer to comes first, whatever the order in which the files were named.
_TABLES_FIRST = ("customers", "aliases", "catalogue", "prices", "policy")

@dataclass(frozen=True, slots=True)
class _File:
    """A file and the layout that it was recognised as."""

    path: Path
    layout: str
    sheet: Sheet

@dataclass(frozen=True, slots=True)
class _Reading:
    """What files are read against: who is known, and whose products an unnamed vendor means."""

    desk: Desk
    known: Known
    vendor_default: str
    progress: Progress
    ref: str

    def vendor(self, family: str) -> str:
        return self.vendor_default or self.desk.extensions.vendor_of(family)

def import_files(
    desk: Desk, paths: Sequence[Path], layout: str = "", progress: Progress = quietly,
    ref: str = "",
) -> list[FileReport]:
    """Imports each file in a transaction of its own; reports come in the order of `paths`.

    With a layout that asks servers, `paths` are their HOST:PORT. `ref` is what rows belong to
    that name no reference. Raises Refusal for a file that cannot be read or is not recognised;
    what was merged before it stays.
    """
    reading, files = _open(desk, paths, layout, progress, ref)
    reports: dict[Path, FileReport] = {}
    for file in files:
        rows = _read(reading, file)
        with desk.store.write() as db:
            _merge(desk, db, rows, reading.known)
        reports[file.path] = rows.report
    return [reports[path] for path in paths]

def import_full(
    desk: Desk, paths: Sequence[Path], as_of: date, layout: str = "", progress: Progress = quietly
) -> list[FileReport]:
    """The same for files that are each a vendor's complete list: what vanished is marked.

    Raises Refusal for a file that is no vendor's export.
    """
    reading, files = _open(desk, paths, layout, progress)
    reports: dict[Path, FileReport] = {}
    for file in files:
        rows = _read(reading, file)
        if not isinstance(rows, ExportRows) or rows.sightings:
            raise Refusal(
                T("{file} is {layout}: only a vendor's export can be complete; leave out --full",
                  file=str(file.path), layout=file.layout)
            )
        with desk.store.write() as db:
            _merge(desk, db, rows, reading.known)
            mark_missing(db, rows, as_of, occasion(desk))
        reports[file.path] = rows.report
    return [reports[path] for path in paths]


def check_files(
    desk: Desk, paths: Sequence[Path], layout: str = "", progress: Progress = quietly,
    ref: str = "",
) -> list[FileReport]:
    """The same reports without changing anything."""
    reading, files = _open(desk, paths, layout, progress, ref)
    reports: dict[Path, FileReport] = {}
    for file in files:
        rows = _read(reading, file)
        with desk.store.read() as db:
            _count(db, rows)
        reports[file.path] = rows.report
    return [reports[path] for path in paths]

def _open(
    desk: Desk, paths: Sequence[Path], layout: str, progress: Progress, ref: str = ""
) -> tuple[_Reading, list[_File]]:
    with desk.store.read() as db:
        known = Known(all_customers(db), all_aliases(db))
        vendor_default = all_settings(db).get("vendor.default", "")
    reading = _Reading(desk, known, vendor_default, progress, ref)
    files = [_recognise(reading, path, layout) for path in dict.fromkeys(paths)]
    return reading, sorted(files, key=_turn)

def _turn(file: _File) -> int:
    first = file.layout in _TABLES_FIRST
    return _TABLES_FIRST.index(file.layout) if first else len(_TABLES_FIRST)

def _recognise(reading: _Reading, path: Path, layout: str) -> _File:
    """Which layout a file has: the one named, or the one with most columns among those that
    fit. Raises Refusal where none fits, or two fit equally well."""
    headers, servers = _headers(reading), _asking_servers(reading)
    if layout in servers:
        from resellerdesk.files.tls import open_server

        return _File(path, layout, open_server(str(path)))
    if layout and layout not in headers:
        raise Refusal(
            T("there is no layout {layout}; there are {layouts}",
              layout=layout, layouts=", ".join(sorted({*headers, *servers})))
        )
    wanted = {layout: headers[layout]} if layout else headers
    sheet = open_sheet(path, list(wanted.values()))
    fitting = [key for key, columns in wanted.items() if columns <= set(sheet.headers)]
    most = max(len(wanted[key]) for key in fitting)
    best = [key for key in fitting if len(wanted[key]) == most]
    if len(best) > 1:
        raise Refusal(
            T("{file} fits the layouts {layouts}; name one with --layout",
              file=str(path), layouts=", ".join(best))
        )
    return _File(path, best[0], sheet)

def _headers(reading: _Reading) -> Mapping[str, frozenset[str]]:
    tables = host_layouts(reading.desk, reading.known.customers, reading.vendor)
    own = {table.key: table.headers for table in tables.values()}
    exports = reading.desk.extensions.layouts
    return own | {
        key: loaded.layout.headers for key, loaded in exports.items()
        if loaded.layout.source is Source.FILE
    }

def _asking_servers(reading: _Reading) -> frozenset[str]:
    exports = reading.desk.extensions.layouts
    return frozenset(
        key for key, loaded in exports.items() if loaded.layout.source is Source.SERVER
    )

Rows = TableRows[object] | ExportRows

def _read(reading: _Reading, file: _File) -> Rows:
    """Everything that a file says, with what is wrong in it; nothing is written."""
    report = FileReport(_name(file.path), file.layout)
    tables = host_layouts(reading.desk, reading.known.customers, reading.vendor)
    if file.layout in tables:
        _refuse_ref(reading, file)
        rows = read_table(tables[file.layout], file.sheet, report, reading.progress)
        _learn(reading.known, rows)
        return rows
    loaded = reading.desk.extensions.layouts[file.layout]
    family = loaded.layout.family
    if family not in reading.desk.extensions.families:
        raise Refusal(
            T("{file}: layout {layout} is of family {family}, which no loaded plugin brings",
              file=str(file.path), layout=file.layout, family=family)
        )
    try:
        export = read_export(
            reading.desk, loaded, file.sheet, reading.vendor(family), reading.known, report,
            reading.progress,
        )
    except Faulted as faulted:
        raise Refusal(faulted.fault.text) from faulted
    if export.rows:
        _refuse_ref(reading, file)
    if export.sightings:
        match_sightings(reading.desk, loaded, export, reading.known, reading.ref)
    return export

def _refuse_ref(reading: _Reading, file: _File) -> None:
    if reading.ref:
        raise Refusal(
            T("{file} is {layout}, whose rows name what they are of; leave out --ref",
              file=str(file.path), layout=file.layout)
        )

def _name(path: Path) -> str:
    """A file's name as text: it may hold bytes that are none."""
    return os.fsencode(path).decode("utf-8", "replace")


def _learn(known: Known, rows: TableRows[object]) -> None:
    """What one file brings is known to the files after it, also where nothing is written."""
    for _, item in rows.rows.values():
        if isinstance(item, Customer):
            known.customers[item.id] = item
        elif isinstance(item, Alias):
            known.aliases[item.vendor, item.account_number] = item

def _merge(desk: Desk, db: Database, rows: Rows, known: Known) -> None:
    if isinstance(rows, ExportRows):
        fill_in(db, rows)
        plan = plan_merge(db, rows)
        now = occasion(desk)
        apply_merge(desk, db, rows, plan, known.customers.__getitem__, now)
        clear_found(db, rows, now)
        return
    rows.merge(db)
    if rows.report.created or rows.report.updated:
        raise_values_stamp(db)

def _count(db: Database, rows: Rows) -> None:
    if isinstance(rows, ExportRows):
        fill_in(db, rows)
        plan_merge(db, rows)
    else:
        rows.count(db)
