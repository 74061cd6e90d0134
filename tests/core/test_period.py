"""Periods and terms, both days inclusive (docs/domain.md, section 2)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.period import DAY, Measure, Period, measure, months_later, term, term_end

from core.building import day, span

DATES = st.dates(date(2016, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "end", "days"),
    [
        ("2027-01-01", 12, "2027-12-31", 365),
        ("2028-02-29", 12, "2029-02-27", 365),
        ("2027-03-01", 12, "2028-02-29", 366),
        ("2027-01-31", 1, "2027-02-27", 28),
        ("2027-02-01", 36, "2030-01-31", 1096),
        ("2027-01-31", 2, "2027-03-30", 59),  # from the anchor: month by month it would drift
        ("2028-02-29", 48, "2032-02-28", 1461),
        ("2026-11-27", 12, "2027-11-26", 365),
    ],
)
def test_a_term_ends_the_day_before_so_many_months_later(
    start: str, months: int, end: str, days: int
) -> None:
    assert term_end(day(start), months) == day(end)
    assert term(day(start), months) == Period(day(start), day(end))
    assert term(day(start), months).days == days


def test_a_period_of_one_day_counts_that_day() -> None:
    assert span("2026-12-31 .. 2026-12-31").days == 1


def test_a_period_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends on 2026-12-30, before it starts on 2026-12-31"):
        span("2026-12-31 .. 2026-12-30")


@pytest.mark.parametrize(
    ("period", "years", "rest_days", "year_days", "rest_months"),
    [
        ("2027-01-01 .. 2027-12-31", 1, 0, 366, 0),
        ("2027-01-01 .. 2028-03-31", 1, 91, 366, 3),
        ("2028-01-01 .. 2028-03-31", 0, 91, 366, 3),
        ("2027-07-01 .. 2030-06-30", 3, 0, 365, 0),
        ("2027-07-01 .. 2030-09-30", 3, 92, 365, 3),
        ("2028-02-29 .. 2029-02-27", 1, 0, 365, 0),
        ("2028-02-29 .. 2029-02-28", 1, 1, 365, 1),
        ("2027-03-15 .. 2029-03-14", 2, 0, 365, 0),
        ("2027-06-16 .. 2028-12-31", 1, 199, 365, 7),
        ("2027-01-31 .. 2027-02-27", 0, 28, 365, 1),
        ("2027-01-31 .. 2027-02-28", 0, 29, 365, 2),
        ("2027-01-01 .. 2027-12-30", 0, 364, 365, 12),
        ("2026-11-24 .. 2026-11-24", 0, 1, 365, 1),
    ],
)
def test_a_period_is_whole_years_and_a_remainder(
    period: str, years: int, rest_days: int, year_days: int, rest_months: int
) -> None:
    assert measure(span(period)) == Measure(years, rest_days, year_days, rest_months)


@given(DATES, st.integers(1, 10))
def test_whole_terms_leave_no_remainder(start: date, years: int) -> None:
    size = measure(term(start, 12 * years))
    assert (size.years, size.rest_days, size.rest_months) == (years, 0, 0)


@given(DATES, st.integers(0, 4000))
def test_years_are_the_most_that_fit_and_the_remainder_is_less_than_a_year(
    start: date, more: int
) -> None:
    period = Period(start, start + more * DAY)
    size = measure(period)
    after = period.end + DAY
    assert months_later(start, 12 * size.years) + size.rest_days * DAY == after
    assert months_later(start, 12 * (size.years + 1)) > after
    assert size.rest_days < size.year_days
    assert size.year_days in (365, 366)


@given(DATES, st.integers(0, 4000))
def test_a_begun_month_counts_and_one_not_begun_does_not(start: date, more: int) -> None:
    period = Period(start, start + more * DAY)
    size = measure(period)
    months = 12 * size.years + size.rest_months
    after = period.end + DAY
    assert months_later(start, months) >= after
    assert size.rest_months == 0 or months_later(start, months - 1) < after
    assert 0 <= size.rest_months <= 12


@given(DATES, st.integers(1, 60))
def test_the_next_term_starts_where_this_one_stops(start: date, months: int) -> None:
    assert term_end(start, months) + DAY == months_later(start, months)
