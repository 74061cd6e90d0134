"""A small desk: three customers, a price for what they hold, and nothing held yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.import_report import FileReport
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.showing import Shown, show
from resellerdesk.desk.worklist import DueQuery, DueRow, due
from resellerdesk.translation.translate import Translator

from desk.exports import Row, customer, price, write

AS_OF = date(2026, 11, 24)

CUSTOMERS = (
    customer("C-1", "Café du Port", language="fr", owner="aiko"),
    customer("C-2", "Straßenbau Groß KG", country="DE", vat_number="DE290010961"),
    customer("C-3", "東京精密機器", country="JP", currency="JPY", language="ja"),
)
PRICES = (
    price("SEP-ESS-REN", "31.20", unit_cost="24.96", valid_to="2026-12-31"),
    price("SEP-ESS-REN", "32.45", unit_cost="25.96", valid_from="2027-01-01"),
    price("SEP-ESS-REN", "29.64", unit_cost="23.71", min_quantity=25, valid_to="2026-12-31"),
    price("SEP-ESS-REN", "84.24", unit_cost="67.39", term_months=36),
    price("BE-ESS-REN", "120.00"),
    price("SEP-ESS-REN", "4844", currency="JPY"),
)


@dataclass(frozen=True)
class Quay:
    """The desk, and the folder into which files for it are written."""

    desk: Desk
    folder: Path

    def take_in(self, *rows: Row, name: str = "export.csv") -> FileReport:
        """Imports a file of these rows."""
        [report] = import_files(self.desk, [write(self.folder / name, *rows)])
        return report

    def show(self, ref: str, as_of: date = AS_OF) -> Shown:
        return show(self.desk, ref, as_of)

    def due(self, as_of: date = AS_OF, **wanted: object) -> Sequence[DueRow]:
        return due(self.desk, replace(DueQuery(), **wanted), as_of)  # type: ignore[arg-type]

    def value(self, ref: str, as_of: date = AS_OF) -> int | None:
        """The value at stake as the worklist has it, in minor units."""
        rows = {row.ref: row for row in self.due(as_of, within=36500)}
        value = rows[ref].value
        return None if value is None else value.amount


def reasons(report: FileReport) -> list[tuple[int, str, str, str]]:
    """The rejected rows of a report: row, column, value and the reason in words."""
    say = Translator("en").text
    return [(row.row, row.column, row.value, say(row.reason)) for row in report.rejected]


def counts(report: FileReport) -> tuple[int, int, int, int]:
    """Created, updated, unchanged, rejected."""
    return report.created, report.updated, report.unchanged, len(report.rejected)


def findings(shown: Shown) -> list[str]:
    return [Translator("en").text(finding.text) for finding in shown.findings]
