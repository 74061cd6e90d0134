"""The files of the quarter: customers, prices, policy, and the vendors' exports."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

CUSTOMERS = ("customer_id", "name", "country", "currency", "language")
PRICES = ("vendor", "sku", "family", "description", "currency", "term_months", "min_quantity",
          "unit_price", "unit_cost", "valid_from")
POLICY = ("vendor", "family", "region", "name", "effective", "value")
LICENCES = ("Account Name", "Account Number", "Renewal ID", "Certificate Number", "SKU",
            "Description", "Licensed Qty", "Covered Qty", "Start Date", "End Date")
MACHINES = ("Tag", "Bar #", "☕ plan", "Machine", "Cups (total)", "Warranty")

FULL, CHEAP, MACHINE = "SEP-ESS-NEW", "DLP-ESS-NEW", "COF-BASIC"
"""A product with a fair margin, one with next to none, and a machine's plan."""

_TERMS = ((12, 100, 80), (24, 190, 152), (36, 270, 216))


def write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(columns)
        writer.writerows(rows)
    return str(path)


def customers(path: Path, numbers: Iterable[str]) -> str:
    return write(path, CUSTOMERS, [(n, f"Customer {n}", "FR", "EUR", "fr") for n in numbers])


def prices(path: Path) -> str:
    rows: list[Sequence[object]] = []
    for months, price, cost in _TERMS:
        rows += [_licence("SEP-ESS-REN", months, 1, price, cost),
                 _licence("SEP-ESS-REN", months, 25, price - 5, cost),
                 _licence("DLP-ESS-REN", months, 1, price, price * 0.97)]
    rows += [_licence(FULL, 0, 1, 250, 200), _licence("SW-PREMIUM", 12, 1, 900, 700)]
    for sku, months, price in (("COF-BASIC", 12, 200), ("COF-BARISTA", 12, 420),
                               ("COF-DESCALE", 0, 30), ("COF-CHECK", 0, 90)):
        rows.append(("Crema", sku, "coffee", sku, "EUR", months, 1, price, price * 0.8,
                     "2026-01-01"))
    return write(path, PRICES, rows)


def _licence(sku: str, months: int, least: int, price: float, cost: float) -> Sequence[object]:
    return ("Symantec", sku, "software", sku, "EUR", months, least, f"{price:.2f}", f"{cost:.2f}",
            "2026-01-01")


def policy(path: Path) -> str:
    """A rep may give ten percent, and has to keep five percent of margin."""
    return write(path, POLICY, [
        (vendor, family, "*", name, "2026-01-01", value)
        for vendor, family in (("Symantec", "software"), ("Crema", "coffee"))
        for name, value in (("discount_limit", 10), ("margin_floor", 5))
    ])


def licences(path: Path, rows: Mapping[str, tuple[str, Mapping[str, Any]]]) -> str:
    """The portal's export: (customer, row) by ref."""
    return write(path, LICENCES, [
        (f"Customer {customer}", customer, ref.partition(":")[2], row["certificate"], row["sku"],
         row["description"], row["licensed"], row["covered"], _portal(row["start"]),
         _portal(row["end"]))
        for ref, (customer, row) in rows.items()
    ])


def machines(path: Path, rows: Mapping[str, tuple[str, Mapping[str, Any]]]) -> str:
    """The list of the machines' maker."""
    return write(path, MACHINES, [
        (ref.partition(":")[2], customer, "☕" if row["sku"] == MACHINE else "☕☕☕", "Faema E61",
         row["cups"], f"{row['start']} → {row['end']}")
        for ref, (customer, row) in rows.items()
    ])


def _portal(day: date) -> str:
    return day.strftime("%d-%b-%Y").upper()
