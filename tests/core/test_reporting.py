"""Sums across currencies: dated rates, one rounding, and what has no rate by itself."""

from __future__ import annotations

from datetime import date

import pytest

from resellerdesk.core.money import Money
from resellerdesk.core.reporting import Sum, rates_on

DAY = date(2026, 11, 24)
SETTINGS = {
    "currency.reporting": "EUR", "currency.rate.USD": "0.90",
    "currency.rate.USD.2026-11-01": "0.92", "currency.rate.USD.2026-12-01": "0.95",
    "currency.rate.JPY": "0.0061", "reseller.name": "Atelier",
}


@pytest.mark.parametrize(
    ("sums", "total", "about", "others"),
    [
        ({}, None, False, ()),
        ({"EUR": 12345}, Money(12345, "EUR"), False, ()),
        ({"EUR": 100, "USD": 10000}, Money(100 + 9200, "EUR"), True, ()),
        # Yen have no minor unit: 1,000,001 yen are 6,100.0061 euros.
        ({"EUR": 0, "JPY": 1_000_001}, Money(610_001, "EUR"), True, ()),
        ({"EUR": 1, "CHF": 7}, Money(1, "EUR"), False, (Money(7, "CHF"),)),
        ({"CHF": 7, "AUD": 5}, None, False, (Money(5, "AUD"), Money(7, "CHF"))),
        # One currency alone needs no rate: it is exact as it is.
        ({"USD": 10000}, Money(10000, "USD"), False, ()),
    ],
)
def test_what_has_a_rate_is_added_up(
    sums: dict[str, int], total: Money | None, about: bool, others: tuple[Money, ...]
) -> None:
    assert rates_on(SETTINGS, DAY).total(sums) == Sum(total, about, others)


@pytest.mark.parametrize(
    ("day", "cents"), [("2026-10-31", 90), ("2026-11-01", 92), ("2026-12-01", 95)]
)
def test_the_newest_rate_that_has_begun_counts(day: str, cents: int) -> None:
    rates = rates_on(SETTINGS, date.fromisoformat(day))
    assert rates.total({"EUR": 0, "USD": 100}).total == Money(cents, "EUR")


def test_without_a_reporting_currency_each_stands_by_itself() -> None:
    rates = rates_on({"currency.rate.USD": "0.9"}, DAY)
    assert rates.total({"EUR": 1, "USD": 2}) == Sum(None, False, (Money(1, "EUR"), Money(2, "USD")))


def test_a_rate_that_was_cleared_is_none() -> None:
    rates = rates_on({"currency.reporting": "EUR", "currency.rate.USD": ""}, DAY)
    assert rates.factor("USD") is None
