"""Periods with both days inclusive, terms in calendar months (docs/domain.md, 2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both covered. Raises ValueError if end is before start."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"the period ends on {self.end}, before it starts on {self.start}")

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


def days_after(day: date, days: int) -> date:
    """So many days later, but never past the end of the calendar."""
    return day + timedelta(days=min(days, (date.max - day).days))


def months_later(start: date, months: int) -> date:
    """The same day so many calendar months on, clipped to the month's end."""
    return start + relativedelta(months=months)


def term_end(start: date, months: int) -> date:
    """The last day of a term: start + months - 1 day."""
    return months_later(start, months) - DAY


def term(start: date, months: int) -> Period:
    """So many calendar months from a day on."""
    return Period(start, term_end(start, months))


@dataclass(frozen=True, slots=True)
class Measure:
    """A period as prices count it: whole years from its start, then what remains.

    `rest_days` of `year_days` (the year that begins where the whole years end);
    `rest_months` counts every begun month of the remainder.
    """

    years: int
    rest_days: int
    year_days: int
    rest_months: int


def measure(period: Period) -> Measure:
    """Whole years and remainder of a period, each counted from its start, never chained."""
    start, after = period.start, period.end + DAY
    years = after.year - start.year
    if months_later(start, 12 * years) > after:
        years -= 1
    anchor = months_later(start, 12 * years)
    rest_months = 0
    while months_later(start, 12 * years + rest_months) < after:
        rest_months += 1
    year_days = (months_later(start, 12 * (years + 1)) - anchor).days
    return Measure(years, (after - anchor).days, year_days, rest_months)
