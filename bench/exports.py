"""A vendor's export of any length, made up but in the shape of the real one."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

HEADERS = (
    "Account Name", "Account Number", "Country", "Program", "Segment", "Renewal ID",
    "Certificate Number", "SKU", "Description", "Licensed Qty", "Covered Qty", "Start Date",
    "End Date", "Support Level", "In Use", "Vendor",
)
PRODUCTS = (
    ("SEP-ESS-NEW", "Endpoint Protection, Essential"),
    ("DLP-ESS-NEW", "Data Loss Prevention, Essential"),
    ("BE-ESS-NEW", "Backup Exec, Essential"),
    ("MSG-ESS-NEW", "Mail Security, Essential"),
)


def write_customers(path: Path, count: int) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["customer_id", "name", "country", "currency", "language", "program"])
        for n in range(count):
            writer.writerow([f"C-{n:05d}", f"Société Générale {n} & Fils", "FR", "EUR", "fr",
                             "express"])


def write_export(path: Path, rows: int, customers: int) -> None:
    """`rows` entitlements of `customers` customers, ending over three years."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        for n in range(rows):
            sku, title = PRODUCTS[n % 4]
            end = date(2026, 1, 1) + timedelta(days=n % 1000)
            writer.writerow([
                f"Société Générale {n % customers} & Fils", f"C-{n % customers:05d}", "FR",
                "Express", "Enterprise", f"{9_000_000_000 + n}", f"M{70_000_000 + n}", sku, title,
                10 + n % 90, 10 + n % 80, _named(end - timedelta(days=364)), _named(end),
                "Essential", "yes", "",
            ])


def _named(day: date) -> str:
    return day.strftime("%d-%b-%Y").upper()
