"""The exact price of one unit for a period, rounded once (docs/domain.md, section 3, rule 2)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.period import Period, term
from resellerdesk.core.pricebook import MissingPrice, PriceBook, PriceRow
from resellerdesk.core.proration import Stub, UnitPrice, one_off_price, period_price

from core.building import price_row, span, wanted

A_YEAR = price_row("120.00")
THREE_YEARS = price_row("324.00", term=36)

DATES = st.dates(date(2026, 1, 1), date(2032, 12, 31))
PRICES = st.integers(1, 500_000)
STUBS = st.sampled_from(["daily", "monthly"])
# Where clipping bites: ends of months, and the day that most years lack.
EDGES = st.sampled_from(
    [date(2027, 1, 31), date(2027, 8, 31), date(2028, 2, 28), date(2028, 2, 29), date(2027, 2, 28)]
)


def price(
    period: Period | str, *rows: PriceRow, stub: Stub = "daily", **asked: object
) -> UnitPrice:
    days = span(period) if isinstance(period, str) else period
    return period_price(PriceBook(rows), wanted(**asked), days, stub)


@pytest.mark.parametrize(
    ("period", "days", "exact", "unit_list"),
    [
        ("2027-01-01 .. 2027-12-31", 365, "12000", 12000),
        ("2027-01-01 .. 2028-03-31", 456, "914000/61", 14984),
        ("2028-01-01 .. 2028-03-31", 91, "182000/61", 2984),
        ("2027-07-01 .. 2030-06-30", 1096, "32400", 32400),
        ("2027-07-01 .. 2030-09-30", 1188, "2586000/73", 35425),
        ("2028-02-29 .. 2029-02-28", 366, "878400/73", 12033),
        ("2027-03-15 .. 2029-03-14", 731, "24000", 24000),
        ("2027-06-16 .. 2028-12-31", 565, "1353600/73", 18542),
    ],
)
def test_worked_by_days(period: str, days: int, exact: str, unit_list: int) -> None:
    found = price(period, A_YEAR, THREE_YEARS)
    assert span(period).days == days
    assert (found.exact, found.amount) == (Fraction(exact), unit_list)


@pytest.mark.parametrize(
    ("period", "unit_list"),
    [
        ("2027-01-01 .. 2027-12-31", 12000),
        ("2027-01-01 .. 2028-03-31", 15000),
        ("2027-06-16 .. 2028-12-31", 19000),
        ("2027-01-01 .. 2028-01-01", 13000),  # a day is a begun month
        ("2027-01-31 .. 2027-02-27", 1000),
        ("2027-01-31 .. 2027-02-28", 2000),
        ("2027-07-01 .. 2030-09-30", 35400),
    ],
)
def test_worked_by_begun_months(period: str, unit_list: int) -> None:
    assert price(period, A_YEAR, THREE_YEARS, stub="monthly").amount == unit_list


def test_worked_in_a_currency_without_decimals() -> None:
    yen = price_row("9800", currency="JPY")
    found = price("2027-04-01 .. 2028-09-30", yen, currency="JPY")
    assert (found.exact, found.amount) == (Fraction(1074080, 73), 14713)


def test_whole_years_take_the_row_of_exactly_that_term_or_so_many_years() -> None:
    assert price("2027-01-01 .. 2028-12-31", A_YEAR, THREE_YEARS).rows == (A_YEAR,)
    assert price("2027-01-01 .. 2029-12-31", A_YEAR, THREE_YEARS).rows == (THREE_YEARS,)
    assert price("2027-01-01 .. 2030-12-31", A_YEAR, THREE_YEARS).amount == 48000
    assert price("2027-01-01 .. 2030-01-01", A_YEAR, THREE_YEARS).rows == (THREE_YEARS, A_YEAR)


def test_a_row_for_the_whole_term_that_the_quantity_does_not_reach_is_not_taken() -> None:
    from_25 = price_row("300.00", term=36, min_quantity=25)
    three_years = "2027-01-01 .. 2029-12-31"
    assert price(three_years, A_YEAR, from_25, quantity=24).amount == 36000
    assert price(three_years, A_YEAR, from_25, quantity=25).amount == 30000


def test_a_remainder_needs_the_price_of_a_year() -> None:
    with pytest.raises(MissingPrice) as refused:
        price("2027-01-01 .. 2030-01-01", THREE_YEARS)
    assert refused.value.wanted.sku == "MAINT"


@pytest.mark.parametrize(
    ("period", "year_cost", "term_cost", "cost"),
    [
        ("2027-01-01 .. 2027-12-31", "84.00", None, 8400),
        ("2027-01-01 .. 2028-03-31", "84.00", None, 10489),  # 84 + 84 x 91/366
        ("2027-07-01 .. 2030-06-30", None, "230.00", 23000),
        ("2027-07-01 .. 2030-09-30", "84.00", "230.00", 25117),
        ("2027-07-01 .. 2030-09-30", None, "230.00", None),
        ("2027-07-01 .. 2030-09-30", "84.00", None, None),
        ("2027-01-01 .. 2028-03-31", None, "230.00", None),
    ],
)
def test_a_cost_is_prorated_as_the_price_is_and_unknown_where_a_part_of_it_is(
    period: str, year_cost: str | None, term_cost: str | None, cost: int | None
) -> None:
    rows = price_row("120.00", cost=year_cost), price_row("324.00", term=36, cost=term_cost)
    assert price(period, *rows).cost == cost


def test_a_one_off_price_knows_no_period() -> None:
    found = one_off_price(PriceBook([price_row("780.00", term=0, cost="624.00")]), wanted())
    assert (found.exact, found.amount, found.cost) == (Fraction(78000), 78000, 62400)
    with pytest.raises(MissingPrice):
        one_off_price(PriceBook([A_YEAR]), wanted())


@given(DATES | EDGES, st.integers(1, 6), PRICES, STUBS)
def test_full_years_cost_exactly_the_years_price(
    start: date, years: int, annual: int, stub: Stub
) -> None:
    whole = price(term(start, 12 * years), price_row(str(annual)), stub=stub)
    assert whole.exact == years * annual * 100
    assert whole.parts == 0


@given(DATES | EDGES, PRICES, PRICES, STUBS)
def test_a_whole_term_costs_exactly_its_own_row(
    start: date, annual: int, term_price: int, stub: Stub
) -> None:
    rows = price_row(str(annual)), price_row(str(term_price), term=24)
    assert price(term(start, 24), *rows, stub=stub).exact == term_price * 100


@given(DATES | EDGES, st.integers(0, 2500), st.integers(1, 400), PRICES, STUBS)
def test_without_multi_year_rows_a_longer_period_never_costs_less(
    start: date, days: int, more: int, annual: int, stub: Stub
) -> None:
    yen = price_row(str(annual), currency="JPY")
    shorter, longer = (Period(start, start + timedelta(n)) for n in (days, days + more))
    costs_less = price(shorter, yen, currency="JPY", stub=stub)
    assert costs_less.exact <= price(longer, yen, currency="JPY", stub=stub).exact


@given(DATES | EDGES, st.integers(0, 2500), PRICES)
def test_a_day_costs_a_365th_or_a_366th_of_the_year(start: date, days: int, annual: int) -> None:
    row = price_row(str(annual))
    one, other = (price(Period(start, start + timedelta(n)), row) for n in (days, days + 1))
    share = (other.exact - one.exact) / (annual * 100)
    assert 0 < share <= Fraction(2, 365)
    if one.years == other.years:
        assert share in (Fraction(1, 365), Fraction(1, 366))


@given(DATES | EDGES, st.integers(0, 2500), PRICES, STUBS)
def test_a_price_is_within_half_a_minor_unit_of_the_exact_one(
    start: date, days: int, annual: int, stub: Stub
) -> None:
    found = price(Period(start, start + timedelta(days)), price_row(str(annual)), stub=stub)
    assert abs(found.amount - found.exact) <= Fraction(1, 2)
