"""Money is an integer count of the currency's minor unit (docs/domain.md, section 3)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.money import (
    Money,
    decimal_text,
    digits,
    parse_amount,
    parse_percent,
    percent_of,
    percent_text,
    round_half_up,
)

CURRENCIES = st.sampled_from(["EUR", "USD", "JPY", "KRW", "KWD"])
AMOUNTS = st.integers(-(10**15) + 1, 10**15 - 1)


@pytest.mark.parametrize(
    ("currency", "places"),
    [("EUR", 2), ("USD", 2), ("CNY", 2), ("HUF", 2), ("JPY", 0), ("KRW", 0), ("KWD", 3)],
)
def test_each_currency_has_its_decimals(currency: str, places: int) -> None:
    assert digits(currency) == places


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [("2467.24", "EUR", 246724), ("0", "EUR", 0), ("938", "JPY", 938), ("0.005", "EUR", 1),
     ("-1.5", "KWD", -1500)],
)
def test_a_decimal_amount_becomes_money(amount: str, currency: str, minor: int) -> None:
    assert Money.of(Decimal(amount), currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [
        (Fraction(0), 0),
        (Fraction(1, 2), 1),
        (Fraction(3, 2), 2),
        (Fraction(5, 2), 3),  # bankers would say 2
        (Fraction(24999, 10000), 2),
        (Fraction(-1, 2), -1),
        (Fraction(-5, 2), -3),
        (Fraction(-24999, 10000), -2),
        (Fraction(914000, 61), 14984),
    ],
)
def test_a_half_goes_away_from_zero(exact: Fraction, rounded: int) -> None:
    assert round_half_up(exact) == rounded


@given(st.fractions())
def test_rounding_gives_the_nearest_whole_number_on_both_sides_of_zero(exact: Fraction) -> None:
    assert abs(round_half_up(exact) - exact) <= Fraction(1, 2)
    assert round_half_up(-exact) == -round_half_up(exact)


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (277500, "EUR", "2775.00"),
        (92694, "JPY", "92694"),
        (1234567, "KWD", "1234.567"),
        (5, "EUR", "0.05"),
        (0, "EUR", "0.00"),
        (0, "JPY", "0"),
        (-5, "EUR", "-0.05"),
        (-120, "EUR", "-1.20"),
    ],
)
def test_an_amount_is_written_with_its_currencys_decimals(
    amount: int, currency: str, text: str
) -> None:
    assert decimal_text(amount, currency) == text
    assert parse_amount(text, currency) == amount
    assert f"{Money(amount, currency)}" == f"{text} {currency}"


@given(AMOUNTS, CURRENCIES)
def test_what_is_written_reads_back(amount: int, currency: str) -> None:
    assert parse_amount(decimal_text(amount, currency), currency) == amount


@pytest.mark.parametrize(
    ("text", "currency", "amount"),
    [("31.2", "EUR", 3120), ("31", "EUR", 3100), ("31.200", "EUR", 3120), ("9800.0", "JPY", 9800)],
)
def test_fewer_decimals_or_more_zeros_are_the_same_amount(
    text: str, currency: str, amount: int
) -> None:
    assert parse_amount(text, currency) == amount


@pytest.mark.parametrize(
    "text", ["", " ", "31,20", "1 200.00", "1e3", "+5", "NaN", "Infinity", "31.", ".5", "٣", "3_0"]
)
def test_what_is_no_plain_decimal_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not an amount such as 31\.20"):
        parse_amount(text, "EUR")


@pytest.mark.parametrize(("text", "currency"), [("31.205", "EUR"), ("9800.5", "JPY")])
def test_more_decimals_than_the_currency_has_are_refused(text: str, currency: str) -> None:
    with pytest.raises(ValueError, match=f"more than . decimals for {currency}"):
        parse_amount(text, currency)


@pytest.mark.parametrize("text", ["0", "7.5", "12.345", "100"])
def test_a_percentage_is_kept_exactly(text: str) -> None:
    assert parse_percent(text) == Decimal(text)
    assert percent_text(parse_percent(text)) == text


@pytest.mark.parametrize(
    "text", ["", "-1", "-0.01", "100.01", "seven", "7,5", "7.5 %", "NaN", "Infinity", "1_0"]
)
def test_what_is_no_percentage_from_0_to_100_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a percentage"):
        parse_percent(text)


@pytest.mark.parametrize(
    ("percent", "text"),
    [("7.50", "7.5"), ("10.0", "10"), ("100", "100"), ("0.00", "0"), ("-0", "0")],
)
def test_a_percentage_is_written_without_needless_zeros(percent: str, text: str) -> None:
    assert percent_text(Decimal(percent)) == text


def test_a_percentage_of_an_amount_is_exact() -> None:
    assert percent_of(1775, Decimal(20)) == 355
    assert percent_of(338, Decimal("7.5")) == Fraction(507, 20)
