"""Price lists: unit prices and costs by currency, program, term, quantity and date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from resellerdesk.core.pricebook import PriceRow
from resellerdesk.core.text import T
from resellerdesk.files.layouts.columns import VendorOf, amount, currency, family, vendor
from resellerdesk.sdk.layout import Cell
from resellerdesk.sdk.reading import Unreadable, is_blank, iso_date, required, text, whole_number

KEY = "prices"
HEADERS = frozenset(
    {"sku", "family", "currency", "term_months", "min_quantity", "unit_price", "valid_from"}
)


def read(cells: Mapping[str, Cell], vendor_of: VendorOf) -> PriceRow | None:
    """One price. Without `unit_cost` the cost is unknown, without `valid_to` it has no end."""
    if is_blank(cells):
        return None
    of, code = family(cells), currency(cells)
    valid_from = iso_date(cells, "valid_from")
    return PriceRow(
        vendor=vendor(cells, of, vendor_of),
        sku=required(cells, "sku"),
        family=of,
        description=text(cells, "description"),
        currency=code,
        program=text(cells, "program").lower(),
        term_months=whole_number(cells, "term_months"),
        min_quantity=_min_quantity(cells),
        unit_price=amount(cells, "unit_price", code),
        unit_cost=amount(cells, "unit_cost", code) if text(cells, "unit_cost") else None,
        valid_from=valid_from,
        valid_to=_valid_to(cells, valid_from),
    )


def _min_quantity(cells: Mapping[str, Cell]) -> int:
    quantity = whole_number(cells, "min_quantity")
    if quantity < 1:
        raise Unreadable("min_quantity", cells["min_quantity"], T("is less than 1"))
    return quantity


def _valid_to(cells: Mapping[str, Cell], valid_from: date) -> date | None:
    if not text(cells, "valid_to"):
        return None
    day = iso_date(cells, "valid_to")
    if day < valid_from:
        reason = T("lies before valid_from, {day}", day=valid_from)
        raise Unreadable("valid_to", cells["valid_to"], reason)
    # The last day that there is stands for "no end" in many price lists.
    return None if day == date.max else day
