"""Reading a vendor's export: from rows to what they say of entitlements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from resellerdesk.core.customer import Alias, Customer
from resellerdesk.core.fact import Finding
from resellerdesk.core.merging import Columns
from resellerdesk.core.period import Period
from resellerdesk.core.text import T, Text
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.import_report import FileReport, ImportFinding
from resellerdesk.desk.progress import Progress
from resellerdesk.extensions.fault import Where, fault_of
from resellerdesk.extensions.registry import LoadedLayout
from resellerdesk.files.sheet import Sheet
from resellerdesk.sdk.answers import imported_lacks
from resellerdesk.sdk.layout import (
    AnyLayout,
    AnySighting,
    Cell,
    Imported,
    Rejected,
    Sighting,
)
from resellerdesk.sdk.reading import Unreadable

CHUNK = 1000
LAST_END = date(2999, 12, 31)

Row = tuple[int, Mapping[str, Cell]]


@dataclass(frozen=True, slots=True)
class Known:
    """Who is known: customers by number, and the numbers that vendors use."""

    customers: dict[str, Customer]
    aliases: dict[tuple[str, str], Alias]

    def customer(self, vendor: str, number: str) -> Customer | None:
        found = self.customers.get(number)
        if found is None and (vendor, number) in self.aliases:
            found = self.customers.get(self.aliases[vendor, number].customer_id)
        return found


@dataclass(slots=True)
class ExportRows:
    """What a vendor's export says, by reference, with the row that says it.

    `mentioned` is all that stands in rejected rows: their references are not absent from the
    file. `illegible` counts the rows of which not even that can be read. `sightings` name no
    reference; `filled` is what they change, by the reference that they were matched with.
    """

    family: str
    report: FileReport
    rows: dict[str, tuple[int, Columns]] = field(default_factory=dict)
    names: dict[tuple[str, str], Finding] = field(default_factory=dict)
    mentioned: set[str] = field(default_factory=set)
    illegible: int = 0
    sightings: list[tuple[int, AnySighting]] = field(default_factory=list)
    filled: dict[str, tuple[int, Mapping[str, Any]]] = field(default_factory=dict)

    def mention(self, cells: Mapping[str, Cell]) -> None:
        try:
            self.mentioned |= {str(value).strip() for value in cells.values()}
        except Unreadable:
            self.illegible += 1


def read_export(
    desk: Desk, loaded: LoadedLayout, sheet: Sheet, vendor: str, known: Known,
    report: FileReport, progress: Progress,
) -> ExportRows:
    """Reads a file; bad rows are rejected alone. `vendor` is whose products an unnamed row
    means."""
    layout = loaded.layout
    found = ExportRows(layout.family, report)
    where = Where(loaded.plugin, loaded.version, f"layout {layout.key}")
    rows, done = iter(sheet.rows), 0
    while chunk := list(islice(rows, CHUNK)):
        outcomes = desk.extensions.guard.call(where, _read_chunk, layout, chunk)
        for (number, cells), outcome in zip(chunk, outcomes, strict=True):
            rejected = len(report.rejected)
            _take(found, layout, where, vendor, known, number, outcome)
            if len(report.rejected) > rejected:
                found.mention(cells)
        done += len(chunk)
        progress(report.file, done)
    return found


def _read_chunk(layout: AnyLayout, chunk: Sequence[Row]) -> list[object]:
    """One guarded call reads many rows; what a row raises is that row's outcome."""

    def outcomes() -> Iterator[object]:
        for _, cells in chunk:
            try:
                yield layout.row(cells)
            except Unreadable as error:
                yield error.rejected
            except (Exception, SystemExit) as error:
                yield error

    return list(outcomes())


def _take(
    found: ExportRows, layout: AnyLayout, where: Where, vendor: str, known: Known, number: int,
    outcome: object,
) -> None:
    if outcome is None:
        return
    if isinstance(outcome, Sighting):
        found.sightings.append((number, outcome))
        return
    if isinstance(outcome, Imported):
        wrong = imported_lacks(outcome)
        wanted = _columns(layout, outcome, vendor, known) if not wrong else Rejected(
            "", "", T("plugin {plugin} read this row wrongly: {wrong}",
                      plugin=where.plugin, wrong=wrong)
        )
    elif isinstance(outcome, Rejected):
        wanted = outcome
    else:
        wanted = Rejected("", "", _fault_text(where, outcome))
    if isinstance(wanted, Rejected):
        found.report.reject(number, wanted)
        return
    assert isinstance(outcome, Imported)  # only such a row has columns
    _add(found, layout, number, outcome, wanted, known)


def _fault_text(where: Where, outcome: object) -> Text:
    if isinstance(outcome, BaseException):
        return fault_of(where, outcome).text
    return T("plugin {plugin} read this row as {kind}; Imported or Rejected is wanted",
             plugin=where.plugin, kind=type(outcome).__name__)


def _columns(
    layout: AnyLayout, row: Imported[Any], vendor: str, known: Known
) -> Columns | Rejected:
    whose = row.vendor or vendor
    if not whose:
        return Rejected("vendor", "", T("names no vendor; set vendor.default"))
    customer = known.customer(whose, row.customer)
    if customer is None:
        return Rejected(
            layout.customer_column, row.customer,
            T("is no customer's number, and no account number of {vendor} that we know; "
              "import the customer or the alias first", vendor=whose),
        )
    if row.end < row.start:
        return Rejected(
            "", f"{row.start} .. {row.end}", T("starts after its end; correct the dates")
        )
    if row.end > LAST_END:
        return Rejected(
            "", str(row.end), T("ends after {last}; what never ends is not renewed", last=LAST_END)
        )
    return Columns(
        whose, customer.id, row.sku, row.description, row.quantity, row.program,
        Period(row.start, row.end), row.details.model_dump(mode="json", exclude_unset=True),
    )


def _add(
    found: ExportRows, layout: AnyLayout, number: int, row: Imported[Any], columns: Columns,
    known: Known,
) -> None:
    first, before = found.rows.setdefault(row.reference, (number, columns))
    if first != number:
        if before == columns:
            found.report.unchanged += 1
            return
        why = T("says something else than row {row}, which was taken", row=first)
        found.report.reject(number, Rejected(layout.reference_column, row.reference, why))
        return
    customer = known.customers[columns.customer_id]
    key = (customer.id, row.customer_name)
    if row.customer_name and row.customer_name != customer.name and key not in found.names:
        text = T("{vendor} calls customer {number} {other}; we call them {name}",
                 vendor=columns.vendor, number=customer.id, other=row.customer_name,
                 name=customer.name)
        found.names[key] = Finding("customer_name", text)
        found.report.findings.append(ImportFinding(number, customer.id, found.names[key]))
