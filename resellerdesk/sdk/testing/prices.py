"""Prices for a test: rows of a price list, and what they make of an offer."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import cast

from resellerdesk.core.derivation import Discount
from resellerdesk.core.money import parse_amount
from resellerdesk.core.option import Picked
from resellerdesk.core.pricebook import PriceBook, PriceRow
from resellerdesk.core.pricing import Bill, Line, Market, price_bills
from resellerdesk.core.proration import Stub
from resellerdesk.sdk.testing.case import Case

NO_DISCOUNT = Discount()


def price_row(
    vendor: str, sku: str, cents: int, *, term_months: int = 12, min_quantity: int = 1,
    currency: str = "EUR", valid_from: date = date(2000, 1, 1),
) -> PriceRow:
    """A price in minor units; `term_months` 0 is a one-off price."""
    return PriceRow(
        vendor, sku, "", sku, currency, "", term_months, min_quantity, cents, None, valid_from,
        None,
    )


def price_list(path: Path, vendor: str = "") -> Sequence[PriceRow]:
    """The rows of a price list in CSV, with the columns that a desk imports; `vendor` is whose
    they are where the file names none."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            PriceRow(
                row.get("vendor") or vendor, row["sku"], row["family"], row.get("description", ""),
                row["currency"], row.get("program", "").lower(), int(row["term_months"]),
                int(row["min_quantity"]), parse_amount(row["unit_price"], row["currency"]), None,
                date.fromisoformat(row["valid_from"]), None,
            )
            for row in csv.DictReader(file)
        ]


def bill(case: Case, picked: Picked | str, discount: Discount = NO_DISCOUNT) -> Bill:
    """What an option charges, ready to be priced beside others."""
    stub = cast(Stub, case.ctx.policy.value("stub") or "daily")
    held = case.held
    return Bill(
        held.ref, held.family, held.vendor, held.program, held.description, stub,
        case.offer(picked).charges, discount,
    )


def price(
    bills: Sequence[Bill] | Bill, rows: Iterable[PriceRow], as_of: date, currency: str = "EUR"
) -> dict[str, Line]:
    """Priced lines by the id of their charge; of several entitlements the last one's.

    Raises MissingPrice, naming the row, where there is none.
    """
    several = [bills] if isinstance(bills, Bill) else bills
    lines = price_bills(several, Market(PriceBook(rows), currency, as_of))
    return {line.charge: line for line in lines}
