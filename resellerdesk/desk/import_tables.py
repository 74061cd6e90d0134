"""Importing the host's own tables: customers, aliases, catalogue, prices, policy."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Generic, TypeVar, cast

from resellerdesk.core.customer import Alias, Customer
from resellerdesk.core.fact import Finding
from resellerdesk.core.text import T
from resellerdesk.core.vat_number import is_valid
from resellerdesk.desk.import_report import FileReport, ImportFinding
from resellerdesk.desk.progress import Progress
from resellerdesk.files.sheet import Sheet
from resellerdesk.sdk.layout import Cell, Rejected
from resellerdesk.sdk.reading import Unreadable
from resellerdesk.store.engine import Database

R = TypeVar("R")

PROGRESS_EVERY = 1000


@dataclass(frozen=True)
class TableLayout(Generic[R]):
    """A file of one of the host's tables: how to read a row, and what is held already.

    `identity` says which rows are about the same thing, `key_columns` names it to people;
    `column_of` gives the column of a field where it has another name.
    """

    key: str
    headers: frozenset[str]
    read: Callable[[Mapping[str, Cell]], R | None]
    identity: Callable[[R], Hashable]
    key_columns: str
    held: Callable[[Database], Mapping[Any, R]]
    put: Callable[[Database, Iterable[R]], None]
    column_of: Mapping[str, str] = field(default_factory=dict)


@dataclass
class TableRows(Generic[R]):
    """The rows of a file that can be taken, by identity, with their row numbers."""

    layout: TableLayout[R]
    report: FileReport
    columns: frozenset[str]
    rows: dict[Hashable, tuple[int, R]] = field(default_factory=dict)

    def merge(self, db: Database) -> None:
        """Puts what is new or differs, inside the caller's transaction, and counts it."""
        wanted = self.count(db)
        self.layout.put(db, wanted)

    def count(self, db: Database) -> list[R]:
        """Counts what is new, differs or stays; returns what would have to be put."""
        held = self.layout.held(db)
        wanted: list[R] = []
        for identity, (_, read) in self.rows.items():
            before = held.get(identity)
            item = read if before is None else self._filled(before, read)
            if before == item:
                self.report.unchanged += 1
                continue
            self.report.created += before is None
            self.report.updated += before is not None
            wanted.append(item)
        return wanted


    def _filled(self, before: R, item: R) -> R:
        """What the file has no column for stays as it is held."""
        left_out = {
            field.name: getattr(before, field.name)
            for field in fields(cast(Any, item))
            if self.layout.column_of.get(field.name, field.name) not in self.columns
        }
        return cast(R, replace(cast(Any, item), **left_out))


def read_table(
    layout: TableLayout[R], sheet: Sheet, report: FileReport, progress: Progress
) -> TableRows[R]:
    """Reads a file; a bad row is rejected alone, a repeated one counts as unchanged, and one
    that contradicts an earlier row is rejected, naming that."""
    found = TableRows(layout, report, frozenset(sheet.headers))
    for done, (number, cells) in enumerate(sheet.rows, 1):
        if done % PROGRESS_EVERY == 0:
            progress(report.file, done)
        try:
            item = layout.read(cells)
        except Unreadable as error:
            report.reject(number, error.rejected)
            continue
        if item is None:
            continue
        identity = layout.identity(item)
        first, before = found.rows.setdefault(identity, (number, item))
        if first == number:
            _check_customer(item, number, report)
        elif before == item:
            report.unchanged += 1
        else:
            report.reject(
                number,
                Rejected(layout.key_columns, _named(identity),
                         T("says something else than row {row}, which was taken", row=first)),
            )
    return found


def _named(identity: Hashable) -> str:
    if isinstance(identity, tuple):
        return " ".join(str(part) for part in identity if str(part))
    return str(identity)


def _check_customer(item: object, number: int, report: FileReport) -> None:
    """A VAT number that fails its check digits is a finding, no reason to reject."""
    if not isinstance(item, Customer) or not item.vat_number:
        return
    if not is_valid(item.vat_number, item.country):
        text = T("VAT number {number} fails the check of {country}",
                 number=item.vat_number, country=item.country)
        report.findings.append(ImportFinding(number, item.id, Finding("vat_number", text)))


def alias_reader(
    read: Callable[[Mapping[str, Cell]], Alias | None], customers: Mapping[str, Customer]
) -> Callable[[Mapping[str, Cell]], Alias | None]:
    """A reader of aliases that rejects one for a customer who is not known."""

    def known_only(cells: Mapping[str, Cell]) -> Alias | None:
        alias = read(cells)
        if alias is not None and alias.customer_id not in customers:
            raise Unreadable(
                "customer_id", alias.customer_id,
                T("is no customer's number; import the customers first"),
            )
        return alias

    return known_only
