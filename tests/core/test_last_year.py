"""What terms came to before and come to now: a year against a year, net against net."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.last_year import Earlier, LastYear, last_year
from resellerdesk.core.pricing import Line, price_bills

from core.building import bill, charge, fee_of, market, once, percent_off, price_row, span

YEAR = "2027-01-01 .. 2027-12-31"
LAST = span("2026-01-01 .. 2026-12-31")


def terms(*periods: str, quantity: int = 10, discount: str = "0") -> list[Line]:
    """One entitlement a period at 120.00 a year: any:1, any:2, ..."""
    bills = [
        bill(charge(period, quantity), ref=f"any:{n}", discount=percent_off(discount))
        for n, period in enumerate(periods, 1)
    ]
    return price_bills(bills, market(price_row("120.00")))


def earlier(amount: int, quantity: int = 10, period: str = "2026-01-01 .. 2026-12-31") -> Earlier:
    return Earlier(amount, quantity, span(period))


@pytest.mark.parametrize(
    ("period", "before", "known"),
    [
        (YEAR, earlier(110_000), LastYear(110_000, 120_000, 1, True)),
        # Two years now, one before: by the year it is the same price.
        ("2027-01-01 .. 2028-12-31", earlier(110_000), LastYear(110_000, 120_000, 1, True)),
        # Three years before for 3000.00: 1000.00 a year.
        (YEAR, earlier(300_000, period="2024-01-01 .. 2026-12-31"),
         LastYear(100_000, 120_000, 1, True)),
        # Half a year of 365 days before: 73 days for 200.00 are 1000.00 a year.
        (YEAR, earlier(20_000, period="2026-10-20 .. 2026-12-31"),
         LastYear(100_000, 120_000, 1, True)),
        (YEAR, earlier(55_000, quantity=5), LastYear(55_000, 120_000, 1, False)),
    ],
    ids=["a year", "two years", "three before", "a part before", "fewer before"],
)
def test_each_side_counts_by_the_year(period: str, before: Earlier, known: LastYear) -> None:
    assert last_year(terms(period), {"any:1": before}) == known


def test_net_stands_against_net_over_all_terms() -> None:
    lines = terms(YEAR, YEAR, discount="10")
    known = last_year(lines, {"any:1": earlier(100_000), "any:2": earlier(150_000)})
    assert known == LastYear(250_000, 216_000, 2, True)
    assert (known.difference, known.percent) == (-34_000, Decimal("-13.6"))


def test_one_term_of_which_nothing_is_known_leaves_all_unknown() -> None:
    assert last_year(terms(YEAR, YEAR), {"any:1": earlier(1)}) is None
    assert last_year([], {}) is None


def test_only_terms_are_compared() -> None:
    """Back maintenance, its fee and vouchers are of this time alone."""
    late = bill(charge("2026-10-01 .. 2026-11-23", 10, id="back", role="arrears"),
                fee_of("back"), charge(YEAR, 10), once("EDU"))
    lines = price_bills([late], market(price_row("120.00"), price_row("780.00", sku="EDU", term=0)))
    assert last_year(lines, {"any:1": earlier(110_000)}) == LastYear(110_000, 120_000, 1, True)


def test_what_is_bought_once_cannot_be_compared() -> None:
    [line] = terms("2027-01-01 .. 2027-01-01")
    assert last_year([line], {"any:1": earlier(100)}) is None
    [line] = terms(YEAR)
    assert last_year([line], {"any:1": replace(earlier(1), period=line.period)}) is not None


def test_of_nothing_there_is_no_percentage() -> None:
    known = last_year(terms(YEAR), {"any:1": earlier(0)})
    assert known == LastYear(0, 120_000, 1, True)
    assert known.percent is None


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_difference_and_percentage_go_the_same_way(before: int, now: int) -> None:
    known = LastYear(before, now, 1, True)
    assert known.before + known.difference == known.now
    assert known.percent is not None
    assert (known.percent > 0) <= (known.difference > 0)
    assert (known.percent < 0) <= (known.difference < 0)
