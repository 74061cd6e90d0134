"""Numbers, money and dates as a language writes them, by Babel's CLDR data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import DateTimePattern, format_skeleton, parse_pattern
from babel.numbers import (
    format_currency,
    format_decimal,
    format_percent,
    get_decimal_symbol,
    get_group_symbol,
)

from resellerdesk.core.money import digits, percent_text

ENGLISH = "en"
_NO_BREAK_SPACE = "\u00a0"
_MINUS = "-"  # in every language: so Babel writes it, whatever CLDR's symbol is
# CLDR's plain English is American; the desk writes 24 November 2026 unless asked for en-US.
_WRITTEN_AS = {ENGLISH: "en_GB"}
_FIRST_OF_MONTH = {"fr": "1er"}  # CLDR has "1 décembre", which nobody writes
# Plain English is read on both sides of the Atlantic, where 03/12/2026 is two different days.
_SHORT_IN_PLAIN_ENGLISH = "d MMM y"


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """The locale of a language such as `fr` or `fr-CA`; English where it is not known."""
    whole = language.replace("-", "_")
    for name in (whole, whole.partition("_")[0]):
        try:
            return Locale.parse(name)
        except (ValueError, UnknownLocaleError):
            continue
    return Locale(ENGLISH)


@lru_cache(maxsize=64)
def formats_of(language: str) -> Formats:
    """The formats of a language, read from Babel once."""
    plain = locale_of(language)
    locale = Locale.parse(_WRITTEN_AS.get(str(plain), str(plain)))
    # Some languages write the year with two digits in short: not on a contract.
    short = locale.date_formats["short"].pattern.replace("yyyy", "y").replace("yy", "y")
    if plain != locale:
        short = _SHORT_IN_PLAIN_ENGLISH
    return Formats(
        locale, get_group_symbol(locale), get_decimal_symbol(locale),
        locale.decimal_formats[None].grouping == (3, 3),
        _around(format_percent(Decimal("0.01"), locale=locale)),
        parse_pattern(locale.date_formats["long"].pattern), parse_pattern(short),
    )


@dataclass(frozen=True, slots=True)
class Formats:
    """One language's way of writing; the same text as Babel's, some ten times quicker."""

    locale: Locale
    group: str
    decimal: str
    by_threes: bool
    around_percent: tuple[str, str]
    long_date: DateTimePattern
    brief_date: DateTimePattern

    def money(self, amount: int, currency: str) -> str:
        """An amount in minor units with its currency: `€1,234.50`, `1 234,50 €`."""
        before, after = _around_money(str(self.locale), currency, amount < 0)
        return f"{before}{self._digits(abs(amount), currency)}{after}"

    def amount(self, amount: int, currency: str) -> str:
        """An amount in minor units, the number alone: `1,234.50`."""
        sign = _MINUS if amount < 0 else ""
        return f"{sign}{self._digits(abs(amount), currency)}"

    def number(self, number: int | Decimal) -> str:
        """A number with all its decimals, without needless zeros."""
        if isinstance(number, Decimal) and not number.is_finite():
            return str(number)
        whole, _, part = percent_text(abs(Decimal(number))).partition(".")
        sign = _MINUS if number < 0 else ""
        return f"{sign}{self._grouped(int(whole))}{self.decimal + part if part else ''}"

    def percent(self, percent: Decimal) -> str:
        """A percentage with its sign: `7.5%`, `7,5 %`."""
        before, after = self.around_percent
        sign = _MINUS if percent < 0 else ""
        return f"{sign}{before}{self.number(abs(percent))}{after}"

    def date(self, day: dt.date) -> str:
        """The long form: `24 November 2026`."""
        written = self.long_date.apply(day, self.locale)
        first = _FIRST_OF_MONTH.get(self.locale.language)
        return first + written[1:] if first and day.day == 1 else written

    def short_date(self, day: dt.date) -> str:
        """The short form, the year in full: `24 Nov 2026`, `24/11/2026`."""
        return self.brief_date.apply(day, self.locale)

    def month(self, day: dt.date) -> str:
        """A day's month and year: `Nov 2026`."""
        return str(format_skeleton("yMMM", day, locale=self.locale))

    def country(self, code: str) -> str:
        """What a country is called; a code that CLDR does not know stays as it is."""
        return str(self.locale.territories.get(code, code))

    def _digits(self, amount: int, currency: str) -> str:
        places = digits(currency)
        if not places:
            return self._grouped(amount)
        whole, part = divmod(amount, 10**places)
        return f"{self._grouped(whole)}{self.decimal}{part:0{places}d}"

    def _grouped(self, whole: int) -> str:
        if self.by_threes:
            return f"{whole:,}".replace(",", self.group)
        return format_decimal(whole, locale=self.locale)


@lru_cache(maxsize=1024)
def _around_money(locale: str, currency: str, negative: bool) -> tuple[str, str]:
    before, after = _around(format_currency(-1 if negative else 1, currency, locale=locale))
    # CLDR sets a code off from the digits (CHF 1.00); Babel does not.
    if before[-1:].isalpha():
        before += _NO_BREAK_SPACE
    return before, after


def _around(written: str) -> tuple[str, str]:
    """What stands before the first digit and after the last one."""
    places = [n for n, char in enumerate(written) if char.isdigit()]
    return written[: places[0]], written[places[-1] + 1 :]
