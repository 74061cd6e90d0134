"""The exact price of one unit for a period, rounded once (docs/domain.md, section 3, rule 2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from resellerdesk.core.money import round_half_up
from resellerdesk.core.period import Measure, Period, measure
from resellerdesk.core.pricebook import ONE_OFF, PriceBook, PriceRow, Wanted

Stub = Literal["daily", "monthly"]


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """One unit's price for a period: exact in minor units, and rounded half away from zero.

    `whole` prices the whole years (one row of that term, or years x the year's row); `annual`
    prices the remainder; `parts` of `whole_parts` of a year is the remainder itself.
    """

    exact: Fraction
    exact_cost: Fraction | None
    years: int
    whole: PriceRow | None
    annual: PriceRow | None
    parts: int
    whole_parts: int
    stub: Stub

    @property
    def amount(self) -> int:
        return round_half_up(self.exact)

    @property
    def cost(self) -> int | None:
        return None if self.exact_cost is None else round_half_up(self.exact_cost)

    @property
    def rows(self) -> tuple[PriceRow, ...]:
        """The price rows used, each once."""
        return tuple(dict.fromkeys(row for row in (self.whole, self.annual) if row is not None))


def one_off_price(book: PriceBook, wanted: Wanted) -> UnitPrice:
    """A price that knows no period. Raises MissingPrice."""
    row = book.row(wanted, ONE_OFF)
    cost = None if row.unit_cost is None else Fraction(row.unit_cost)
    return UnitPrice(Fraction(row.unit_price), cost, 0, row, None, 0, 1, "daily")


def period_price(book: PriceBook, wanted: Wanted, period: Period, stub: Stub) -> UnitPrice:
    """The price of a period: its whole years, and the remainder of a year. Raises MissingPrice."""
    size = measure(period)
    whole = _whole_years_row(book, wanted, size.years)
    parts, of = _remainder(size, stub)
    annual = book.row(wanted, 12) if parts else None
    rest = Fraction(parts, of)

    def total(of_row: Callable[[PriceRow], int | None]) -> Fraction | None:
        sum_ = Fraction(0)
        for row, factor in ((whole, _years_of(whole, size.years)), (annual, rest)):
            amount = of_row(row) if row is not None else 0
            if amount is None:
                return None
            sum_ += amount * factor
        return sum_

    exact = total(lambda row: row.unit_price)
    assert exact is not None  # every row has a price; only costs may be unknown
    cost = total(lambda row: row.unit_cost)
    return UnitPrice(exact, cost, size.years, whole, annual, parts, of, stub)


def _whole_years_row(book: PriceBook, wanted: Wanted, years: int) -> PriceRow | None:
    if years == 0:
        return None
    return book.find(wanted, 12 * years) or book.row(wanted, 12)


def _years_of(row: PriceRow | None, years: int) -> Fraction:
    """How often the row for the whole years counts: once if it is for all of them."""
    return Fraction(12 * years, row.term_months) if row is not None else Fraction(0)


def _remainder(size: Measure, stub: Stub) -> tuple[int, int]:
    if stub == "monthly":
        return size.rest_months, 12
    return size.rest_days, size.year_days
