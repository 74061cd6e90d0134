"""Price lists: amounts in the currency's own minor unit, and what rejects a row."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from resellerdesk.core.pricebook import PriceRow
from resellerdesk.files.layouts.prices import read
from resellerdesk.sdk.layout import Cell

from files.layouts.rejecting import rejected

ROW: dict[str, Cell] = {
    "sku": "SEP-ESS-REN", "family": "software", "currency": "EUR", "term_months": "12",
    "min_quantity": "25", "unit_price": "29.64", "valid_from": "2026-01-01",
}


def vendor_of(family: str) -> str:
    return {"software": "Symantec"}.get(family, "")


def price(**cells: Cell) -> PriceRow:
    found = read(ROW | cells, vendor_of)
    assert found is not None
    return found


def test_without_the_optional_columns() -> None:
    assert price() == PriceRow(
        "Symantec", "SEP-ESS-REN", "software", "", "EUR", "", 12, 25, 2964, None,
        date(2026, 1, 1), None,
    )


def test_with_them() -> None:
    found = price(
        vendor="Kestrel", description="Endpoint", program="Express", unit_cost="23.71",
        valid_to="2026-12-31",
    )
    assert (found.vendor, found.description, found.program) == ("Kestrel", "Endpoint", "express")
    assert (found.unit_cost, found.valid_to) == (2371, date(2026, 12, 31))


@pytest.mark.parametrize(
    ("currency", "written", "minor"),
    [
        ("EUR", "31.20", 3120),
        ("EUR", "31.2", 3120),
        ("EUR", "1 234.50", 123450),
        ("EUR", "31.2000", 3120),
        ("EUR", "0", 0),
        ("JPY", "4844", 4844),
        ("JPY", "4844.00", 4844),
        ("KWD", "1.234", 1234),
        ("EUR", Decimal("31.2"), 3120),
        ("EUR", 31, 3100),
    ],
)
def test_amounts(currency: str, written: Cell, minor: int) -> None:
    assert price(currency=currency, unit_price=written).unit_price == minor


def test_a_one_off_price_has_no_term() -> None:
    assert price(term_months="0").term_months == 0


def test_an_unknown_cost_is_not_nothing() -> None:
    assert price(unit_cost="").unit_cost is None
    assert price(unit_cost="0").unit_cost == 0


def test_the_last_day_that_there_is_means_no_end() -> None:
    assert price(valid_to="9999-12-31").valid_to is None


def test_a_price_may_be_valid_for_one_day() -> None:
    assert price(valid_to="2026-01-01").valid_to == date(2026, 1, 1)


def test_a_blank_row_is_no_price() -> None:
    assert read(dict.fromkeys(ROW, ""), vendor_of) is None


@pytest.mark.parametrize(
    ("cells", "column", "value", "reason"),
    [
        ({"unit_price": "29.645"}, "unit_price", "29.645",
         "is no amount in EUR such as 31.20"),
        ({"currency": "JPY"}, "unit_price", "29.64", "is no amount in JPY such as 3120"),
        ({"unit_price": "29,64"}, "unit_price", "29,64", "is no number such as 31.20"),
        ({"unit_price": ""}, "unit_price", "", "is no number such as 31.20"),
        ({"unit_price": "on request"}, "unit_price", "on request", "is no number such as 31.20"),
        ({"unit_price": "-1.00"}, "unit_price", "-1.00", "is below 0"),
        ({"unit_cost": "free"}, "unit_cost", "free", "is no number such as 31.20"),
        ({"currency": "XYZ"}, "currency", "XYZ", "is no currency code such as EUR"),
        ({"term_months": "1 year"}, "term_months", "1 year", "is no whole number such as 25"),
        ({"min_quantity": "0"}, "min_quantity", "0", "is less than 1"),
        ({"valid_from": "01/01/2026"}, "valid_from", "01/01/2026", "is no date such as 2026-12-31"),
        ({"valid_to": "2025-12-31"}, "valid_to", "2025-12-31",
         "lies before valid_from, 2026-01-01"),
        ({"sku": ""}, "sku", "", "is empty; every row needs it"),
        ({"family": "coffee"}, "vendor", "", "is empty, and the setting vendor.default is too"),
    ],
)
def test_a_cell_that_rejects_its_row(
    cells: dict[str, Cell], column: str, value: str, reason: str
) -> None:
    assert rejected(lambda: read(ROW | cells, vendor_of)) == (column, value, reason)
