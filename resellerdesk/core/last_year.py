"""What the same terms came to before: a year against a year, before tax, net against net."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from resellerdesk.core.money import round_half_up
from resellerdesk.core.period import Period, measure
from resellerdesk.core.pricing import Line


@dataclass(frozen=True, slots=True)
class Earlier:
    """The accepted term charge of the period that a quote now renews: its net amount in minor
    units of the quote's currency, how many units and which days it was for."""

    amount: int
    quantity: int
    period: Period


@dataclass(frozen=True, slots=True)
class LastYear:
    """The terms of a quote and of the time before, each by the year, in minor units before tax.

    `same_quantities`: none of them is for more or fewer units than before.
    """

    before: int
    now: int
    terms: int
    same_quantities: bool

    @property
    def difference(self) -> int:
        return self.now - self.before

    @property
    def percent(self) -> Decimal | None:
        """The difference in percent of what was, to one decimal; None of nothing."""
        if not self.before:
            return None
        exact = Decimal(self.difference * 100) / Decimal(self.before)
        return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)


def last_year(lines: Iterable[Line], earlier: Mapping[str, Earlier]) -> LastYear | None:
    """The comparison, by ref; None unless what was before is known of every term line."""
    terms = [line for line in lines if line.role == "term"]
    before, now = Fraction(0), Fraction(0)
    for line in terms:
        known = earlier.get(line.ref)
        if known is None or line.period.days == 1 or known.period.days == 1:
            return None
        before += _a_year(known.amount, known.period)
        now += _a_year(line.amount, line.period)
    if not terms:
        return None
    same = all(line.quantity == earlier[line.ref].quantity for line in terms)
    return LastYear(round_half_up(before), round_half_up(now), len(terms), same)


def _a_year(amount: int, period: Period) -> Fraction:
    """What a period's amount comes to by the year, counted as prices count it."""
    size = measure(period)
    return Fraction(amount) / (size.years + Fraction(size.rest_days, size.year_days))
