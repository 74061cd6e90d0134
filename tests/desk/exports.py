"""Files such as vendors and a CRM send them, written for one example."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

Row = Mapping[str, object]

LICENCE = {
    "Account Name": "Café du Port", "Account Number": "C-1", "Renewal ID": "R-1",
    "Certificate Number": "M-1", "SKU": "SEP-ESS-NEW", "Description": "Endpoint Protection",
    "Licensed Qty": 10, "Covered Qty": 10, "Start Date": "01-JAN-2026", "End Date": "31-DEC-2026",
    "Support Level": "Essential", "In Use": "yes",
}
_SHORT = {
    "ref": "Renewal ID", "customer": "Account Number", "name": "Account Name", "sku": "SKU",
    "licensed": "Licensed Qty", "covered": "Covered Qty", "start": "Start Date", "end": "End Date",
    "program": "Program", "vendor": "Vendor", "level": "Support Level",
}


def licence(ref: str = "R-1", **changes: object) -> Row:
    """A row of the licence portal; `ref`, `customer`, `covered`, `start`, `end` ... as said."""
    given = {_SHORT.get(key, key): value for key, value in {"ref": ref, **changes}.items()}
    return LICENCE | given


def without(row: Row, *columns: str) -> Row:
    """The same row in a file that lacks some columns."""
    names = {_SHORT.get(column, column) for column in columns}
    return {name: value for name, value in row.items() if name not in names}


def price(sku: str, unit: str, **changes: object) -> Row:
    """A row of a price list: a year's price in EUR for everybody, from 2026 on."""
    row = {
        "sku": sku, "family": "software", "currency": "EUR", "program": "", "term_months": 12,
        "min_quantity": 1, "unit_price": unit, "unit_cost": "", "valid_from": "2026-01-01",
        "valid_to": "",
    }
    return row | changes


def customer(number: str, name: str, **changes: object) -> Row:
    row = {"customer_id": number, "name": name, "country": "FR", "currency": "EUR"}
    return row | changes


def csv_text(rows: Sequence[Row]) -> str:
    """The rows under the columns that any of them has."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    text = StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def write(path: Path, *rows: Row) -> Path:
    """A CSV file of these rows."""
    path.write_text(csv_text(rows), "utf-8")
    return path
