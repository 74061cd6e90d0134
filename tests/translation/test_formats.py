"""Money, numbers and dates as each language writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.translation.translate import Translator

NARROW = "\u202f"  # the narrow no-break space, between thousands in French
HARD = "\u00a0"  # the no-break space


@pytest.mark.parametrize(
    ("language", "currency", "written"),
    [
        ("en", "EUR", "€1,234.50"),
        ("en", "USD", "US$1,234.50"),
        ("en-US", "USD", "$1,234.50"),
        ("en", "CHF", f"CHF{HARD}1,234.50"),
        ("fr", "EUR", f"1{NARROW}234,50{HARD}€"),
        ("fr", "USD", f"1{NARROW}234,50{HARD}$US"),
        ("de", "EUR", f"1.234,50{HARD}€"),
        ("de-AT", "EUR", f"€{HARD}1.234,50"),
        ("ja", "USD", "$1,234.50"),
        ("zh", "CNY", "¥1,234.50"),
    ],
)
def test_money_stands_with_its_currency(language: str, currency: str, written: str) -> None:
    assert Translator(language).money(123450, currency) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "JP¥92,694"), ("fr", f"92{NARROW}694{HARD}JPY"), ("ja", "\uffe592,694")],
)
def test_yen_have_no_decimals(language: str, written: str) -> None:
    assert Translator(language).money(92694, "JPY") == written


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "-€0.05"), ("fr", f"-0,05{HARD}€"), ("de", f"-0,05{HARD}€")],
)
def test_a_credit_keeps_its_sign_and_its_cents(language: str, written: str) -> None:
    assert Translator(language).money(-5, "EUR") == written


@pytest.mark.parametrize(
    ("language", "currency", "written"),
    [
        ("en", "EUR", "1,234.50"),
        ("fr", "EUR", f"1{NARROW}234,50"),
        ("de", "EUR", "1.234,50"),
        ("en", "JPY", "123,450"),
        ("en", "TND", "123.450"),
    ],
)
def test_an_amount_is_the_number_alone(language: str, currency: str, written: str) -> None:
    assert Translator(language).amount(123450, currency) == written


@given(st.integers(-(10**14), 10**14), st.sampled_from("en-GB fr de ja zh es pl en-IN sv".split()))
def test_the_quick_way_writes_what_babel_writes(amount: int, language: str) -> None:
    translator, locale = Translator(language), language.replace("-", "_")
    exact = Decimal(amount).scaleb(-2)
    assert translator.money(amount, "EUR") == format_currency(exact, "EUR", locale=locale)
    assert translator.number(amount) == format_decimal(amount, locale=locale)


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("en", 1096, "1,096"),
        ("fr", -1096, f"-1{NARROW}096"),
        ("fr", Decimal("7.50"), "7,5"),
        ("de", Decimal("1234567.12345"), "1.234.567,12345"),
        ("en", Decimal("1E+3"), "1,000"),
        ("en", Decimal(0), "0"),
        ("en-IN", 1234567, "12,34,567"),
    ],
)
def test_a_number_keeps_its_decimals(language: str, number: int | Decimal, written: str) -> None:
    assert Translator(language).number(number) == written


@pytest.mark.parametrize(
    ("language", "percent", "written"),
    [
        ("en", "7.5", "7.5%"),
        ("fr", "7.5", f"7,5{HARD}%"),
        ("de", "20", f"20{HARD}%"),
        ("fr", "-3.4", f"-3,4{HARD}%"),
        ("ja", "33.333", "33.333%"),
    ],
)
def test_a_percentage_as_the_language_writes_it(language: str, percent: str, written: str) -> None:
    assert Translator(language).percent(Decimal(percent)) == written


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("en", "24 November 2026", "24 Nov 2026"),
        ("en-US", "November 24, 2026", "11/24/2026"),
        ("fr", "24 novembre 2026", "24/11/2026"),
        ("de", "24. November 2026", "24.11.2026"),
        ("ja", "2026年11月24日", "2026/11/24"),
        ("zh", "2026年11月24日", "2026/11/24"),
    ],
)
def test_dates_have_the_year_in_full(language: str, long: str, short: str) -> None:
    translator = Translator(language)
    assert translator.date(date(2026, 11, 24)) == long
    assert translator.short_date(date(2026, 11, 24)) == short


@pytest.mark.parametrize(
    ("language", "day", "written"),
    [
        ("fr", date(2026, 12, 1), "1er décembre 2026"),
        ("fr-CA", date(2027, 1, 1), "1er janvier 2027"),
        ("fr", date(2026, 12, 2), "2 décembre 2026"),
        ("fr", date(2026, 12, 11), "11 décembre 2026"),
        ("fr", date(2026, 12, 31), "31 décembre 2026"),
        ("de", date(2026, 12, 1), "1. Dezember 2026"),
        ("ja", date(2026, 12, 1), "2026年12月1日"),
    ],
)
def test_the_first_of_a_month_as_french_has_it(language: str, day: date, written: str) -> None:
    assert Translator(language).date(day) == written
    assert "1er" not in Translator(language).short_date(day)


@pytest.mark.parametrize("language", ["", "tlh", "xx-FR", "../../etc", "C", "fr" * 40])
def test_an_unknown_language_is_english(language: str) -> None:
    translator = Translator(language)
    assert translator.language == "en"
    assert translator.money(123450, "EUR") == "€1,234.50"


@pytest.mark.parametrize(
    ("asked", "spoken"), [("fr", "fr"), ("FR", "fr"), ("fr_CA", "fr-CA"), ("fr-XX", "fr")]
)
def test_a_language_is_found_however_it_is_spelt(asked: str, spoken: str) -> None:
    assert Translator(asked).language == spoken
