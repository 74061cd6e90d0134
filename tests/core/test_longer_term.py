"""A note where the next whole term costs less (docs/domain.md, section 3, rule 7)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resellerdesk.core.longer_term import cheaper_terms
from resellerdesk.core.money import Money
from resellerdesk.core.pricebook import PriceRow
from resellerdesk.core.pricing import Bill, price_bills
from resellerdesk.core.text import Text

from core.building import bill, charge, day, fee_of, market, once, percent_off, price_row

A_YEAR = price_row("120.00")
THREE_YEARS = price_row("300.00", term=36)
TWO_AND_A_HALF = "2027-01-01 .. 2029-08-31"  # 240.00 and 243 of 365 days: 319.89


def notes(*bills: Bill, rows: tuple[PriceRow, ...] = (A_YEAR, THREE_YEARS)) -> list[Text]:
    where = market(*rows)
    return cheaper_terms(bills, price_bills(bills, where), where)


def test_the_note_names_the_end_and_the_price_of_the_longer_term() -> None:
    [note] = notes(bill(charge(TWO_AND_A_HALF, 25)))
    assert note.args == {
        "sku": "MAINT", "end": day("2029-12-31"), "price": Money(30000, "EUR"),
    }


@pytest.mark.parametrize(
    ("period", "noted"),
    [
        ("2027-01-01 .. 2029-06-30", False),  # 299.51
        ("2027-01-01 .. 2029-07-02", True),  # 300.16
        ("2027-01-01 .. 2029-12-31", False),  # the whole term itself
        ("2027-01-01 .. 2028-12-31", False),  # two years: nothing remains
        ("2027-01-01 .. 2028-03-31", False),  # the next whole term is two years
    ],
)
def test_only_a_term_that_costs_less_is_noted(period: str, noted: bool) -> None:
    assert bool(notes(bill(charge(period)))) is noted


def test_without_multi_year_prices_a_longer_term_never_costs_less() -> None:
    assert notes(bill(charge(TWO_AND_A_HALF)), rows=(A_YEAR,)) == []


def test_prices_are_compared_and_said_after_the_discount() -> None:
    [note] = notes(bill(charge(TWO_AND_A_HALF), discount=percent_off("10")))
    assert note.args["price"] == Money(27000, "EUR")


def test_the_longer_term_is_priced_in_the_band_that_the_quote_reaches() -> None:
    from_25 = price_row("250.00", term=36, min_quantity=25)
    pair = bill(charge(TWO_AND_A_HALF, 15)), bill(charge(TWO_AND_A_HALF, 10), ref="any:2")
    found = notes(*pair, rows=(A_YEAR, THREE_YEARS, from_25))
    assert [note.args["price"] for note in found] == [Money(25000, "EUR")] * 2
    assert notes(pair[0], rows=(A_YEAR, THREE_YEARS, from_25))[0].args["price"] == (
        Money(30000, "EUR")
    )


def test_only_terms_are_compared() -> None:
    back = charge(TWO_AND_A_HALF, id="back", role="arrears")
    support = charge(TWO_AND_A_HALF, id="premium", role="support")
    voucher = price_row("780.00", sku="EDU", term=0)
    made = bill(back, fee_of("back"), support, once("EDU"))
    assert notes(made, rows=(A_YEAR, THREE_YEARS, voucher)) == []


def test_begun_months_are_compared_too() -> None:
    by_month = bill(charge("2027-01-01 .. 2029-07-01"), stub="monthly")  # 310.00
    assert len(notes(by_month)) == 1
    assert notes(replace(by_month, stub="daily")) == []
