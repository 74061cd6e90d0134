"""The quotes worked out on the sample data, rebuilt by hand (docs/domain.md, section 11).

Two independent builds gave these figures.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from resellerdesk.core.coterm import Chosen, common_end, periods
from resellerdesk.core.money import decimal_text
from resellerdesk.core.option import Option, Picked
from resellerdesk.core.pricebook import PriceRow
from resellerdesk.core.pricing import Line
from resellerdesk.core.quote import Item, Quote
from resellerdesk.core.situation import Situation
from resellerdesk.core.text import Text

from core.building import (
    FRENCH_CUSTOMER,
    charge,
    day,
    fee_of,
    figures,
    item,
    once,
    option,
    percent_off,
    price_row,
    quote,
    span,
)

END_OF_2026 = day("2026-12-31")
PRICES = (
    price_row("31.20", sku="SEP", cost="24.96", valid_to=END_OF_2026),
    price_row("29.64", sku="SEP", cost="23.71", valid_to=END_OF_2026, min_quantity=25),
    price_row("28.08", sku="SEP", cost="22.46", valid_to=END_OF_2026, min_quantity=100),
    price_row("59.28", sku="SEP", cost="47.42", valid_to=END_OF_2026, term=24),
    price_row("26.90", sku="WEB", cost="23.13"),
    price_row("511.50", sku="RTF", cost="378.51"),
    price_row("891.00", sku="SPLUS", cost="659.34"),
    price_row("1468.50", sku="NBD", cost="1086.69"),
    price_row("2772.00", sku="4H", cost="2051.28"),
    price_row("920.00", sku="EV", cost="644.00"),
    price_row("9500.00", sku="PREMIUM", cost="7600.00"),
    price_row("780.00", sku="EDU", cost="624.00", term=0),
)


def margin(line: Line) -> str:
    assert line.margin is not None
    return decimal_text(line.margin, "EUR")


MIXED = (
    # ref, SKU, quantity, the period held, the option
    ("software:2368167839", "SEP", 50, "2025-11-27 .. 2026-11-26", option("2026-11-27")),
    ("cloud:dd2cefb8", "WEB", 3, "2026-01-03 .. 2027-01-02", option("2027-01-03", floor=1)),
    ("hardware:2648127757", "RTF", 1, "2026-02-01 .. 2027-01-31",
     option("2027-02-01", ceiling=day("2027-09-30"))),
    ("ssl:926834412", "EV", 1, "2026-02-20 .. 2027-02-19", option("2027-02-20", aligns=False)),
)


def mixed_quote() -> Quote:
    spans = periods([Chosen(ref, one) for ref, _, _, _, one in MIXED], "auto")
    items = [
        item(
            charge(period, quantity, sku=sku), ref=ref, held=held,
            picked=Picked(one, period, quantity), discount=percent_off("7.5"),
        )
        for (ref, sku, quantity, held, one), period in zip(MIXED, spans, strict=True)
    ]
    return quote(items, *PRICES, align="auto")


@pytest.mark.parametrize(
    ("n", "period", "days", "printed", "expected_margin"),
    [
        (0, "2026-11-27 .. 2028-01-02", 402, ("32.64", "30.19", "1509.50"), "204.00"),
        (1, "2027-01-03 .. 2028-01-02", 365, ("26.90", "24.88", "74.64"), "5.25"),
        (2, "2027-02-01 .. 2027-09-30", 242, ("339.13", "313.70", "313.70"), "62.74"),
        (3, "2027-02-20 .. 2028-02-19", 365, ("920.00", "851.00", "851.00"), "207.00"),
    ],
)
def test_mixed_and_co_termed(
    n: int, period: str, days: int, printed: tuple[str, str, str], expected_margin: str
) -> None:
    line = mixed_quote().lines[n]
    assert (line.period, line.period.days) == (span(period), days)
    assert figures(line) == printed
    assert margin(line) == expected_margin


def test_mixed_and_co_termed_as_a_whole() -> None:
    assert common_end([Chosen(ref, one) for ref, _, _, _, one in MIXED], "auto") == (
        day("2028-01-02")
    )
    made = mixed_quote()
    [tax] = made.tax.lines
    amounts = (made.subtotal, tax.amount, made.total)
    assert [decimal_text(n, "EUR") for n in amounts] == ["2748.84", "549.77", "3298.61"]
    assert tax.rate == 20
    assert made.validity.until == day("2026-11-26")
    assert made.validity.reason.args == {"reference": "2368167839"}


def lapsed() -> Item:
    renewed = span("2026-11-24 .. 2027-11-23")
    return item(
        charge("2026-10-11 .. 2026-11-23", 5, id="back", sku="SEP", role="arrears"),
        fee_of("back"),
        charge(renewed, 5, sku="SEP"),
        charge(renewed, id="premium", sku="PREMIUM", kind="support", role="support"),
        once("EDU"),
        held="2025-10-11 .. 2026-10-10", situation=Situation.LAPSED, discount=percent_off("10"),
    )


def test_lapsed_with_premium_and_an_education_voucher() -> None:
    german = replace(FRENCH_CUSTOMER, country="DE", vat_number="DE290010961")
    made = quote([lapsed()], *PRICES, customer=german)
    assert [figures(line) for line in made.lines] == [
        ("3.76", "3.38", "16.90"),
        ("0.68", "0.68", "3.40"),
        ("31.20", "28.08", "140.40"),
        ("9500.00", "8550.00", "8550.00"),
        ("780.00", "780.00", "780.00"),
    ]
    assert [line.period.days for line in made.lines] == [44, 44, 365, 365, 1]
    assert decimal_text(made.subtotal, "EUR") == "9490.70"
    [tax] = made.tax.lines
    assert (tax.rate, tax.amount, made.total) == (Decimal(0), 0, made.subtotal)
    assert isinstance(tax.note, Text)
    assert tax.note.message.startswith("Reverse charge")
    assert made.validity.until == day("2026-12-24")


def cut(sku: str) -> tuple[Option, Item]:
    one = option("2026-11-27", ceiling=day("2027-09-30"))
    return one, item(charge(one.period, sku=sku), held="2025-11-27 .. 2026-11-26")


@pytest.mark.parametrize(
    ("sku", "total", "difference"),
    [
        ("RTF", "431.62", "0.00"),
        ("SPLUS", "751.86", "320.24"),
        ("NBD", "1239.17", "807.55"),
        ("4H", "2339.11", "1907.49"),
    ],
)
def test_tiers_cut_at_the_end_of_support_life(sku: str, total: str, difference: str) -> None:
    one, tier = cut(sku)
    made, today = quote([tier], *PRICES), quote([cut("RTF")[1]], *PRICES)
    assert one.is_cut
    assert decimal_text(made.subtotal, "EUR") == total
    assert decimal_text(made.subtotal - today.subtotal, "EUR") == difference


def test_a_certificate_plan_costs_its_year() -> None:
    year = option("2026-12-18", aligns=False).period
    row: PriceRow = price_row("365.00", sku="SS")
    made = quote([item(charge(year, sku="SS"), held="2026-06-01 .. 2026-12-17")], row)
    assert year == span("2026-12-18 .. 2027-12-17")
    assert [decimal_text(n, "EUR") for n in (made.subtotal, made.total)] == ["365.00", "438.00"]
