"""Sums across currencies by dated rates; they reach no quote (docs/domain.md, section 3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from resellerdesk.core.money import Money, digits, round_half_up

RATE = "currency.rate."


@dataclass(frozen=True, slots=True)
class Sum:
    """What can be said in one currency, None where nothing can; `about` where rates had a part
    in it; `others` are the currencies without a rate, each by itself."""

    total: Money | None
    about: bool
    others: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class Rates:
    """The reporting currency, empty where none is set, and what one unit of others is in it."""

    currency: str
    rates: Mapping[str, Decimal]

    def factor(self, currency: str) -> Fraction | None:
        """Minor units of the reporting currency for one minor unit; None without a rate."""
        if currency == self.currency:
            return Fraction(1)
        rate = self.rates.get(currency)
        if rate is None or not self.currency:
            return None
        return Fraction(rate) * Fraction(10 ** digits(self.currency), 10 ** digits(currency))

    def total(self, sums: Mapping[str, int]) -> Sum:
        """Adds up sums in minor units by currency; where only one has a rate, it stays as it is."""
        rated = {c: f for c in sums if (f := self.factor(c)) is not None}
        others = tuple(Money(sums[c], c) for c in sorted(sums) if c not in rated)
        if not rated:
            return Sum(None, False, others)
        if len(rated) == 1:
            [only] = rated
            return Sum(Money(sums[only], only), False, others)
        added = sum((sums[c] * f for c, f in rated.items()), Fraction(0))
        return Sum(Money(round_half_up(added), self.currency), True, others)


def rates_on(settings: Mapping[str, str], day: date) -> Rates:
    """The rates in force on a day: of each currency the newest dated one that had begun by then,
    else the one without a date."""
    newest: dict[str, tuple[str, str]] = {}
    for name, value in settings.items():
        if not name.startswith(RATE):
            continue
        currency, _, since = name.removeprefix(RATE).partition(".")
        if since <= day.isoformat():
            newest[currency] = max(newest.get(currency, ("", "")), (since, value))
    rates = {currency: Decimal(value) for currency, (_, value) in newest.items() if value}
    return Rates(settings.get("currency.reporting", ""), rates)
