"""Value at stake, and until when it holds (docs/domain.md, section 3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.period import term
from resellerdesk.core.pricebook import MissingPrice, PriceBook, PriceRow
from resellerdesk.core.pricing import Line, price_bills
from resellerdesk.core.value import holds_until, value_of

from core.building import (
    AS_OF,
    bill,
    charge,
    day,
    fee_of,
    market,
    once,
    option,
    percent_off,
    price_row,
    wanted,
)

ON_TIME = option("2027-01-01")


def test_it_is_the_list_amount_of_the_term_alone() -> None:
    made = bill(
        charge("2026-10-01 .. 2026-11-23", 10, id="back", role="arrears"),
        fee_of("back"),
        charge("2026-11-24 .. 2027-11-23", 10),
        charge("2026-11-24 .. 2027-11-23", id="premium", sku="PREMIUM", role="support"),
        once("EDU"),
        discount=percent_off("7.5", named=True),
    )
    rows = (
        price_row("120.00"),
        price_row("9500.00", sku="PREMIUM"),
        price_row("780.00", sku="EDU", term=0),
    )
    assert value_of(price_bills([made], market(*rows))) == 120000


def test_without_a_term_there_is_nothing_at_stake() -> None:
    assert value_of([]) == 0


@pytest.mark.parametrize(
    ("boundaries", "changes", "until"),
    [
        ([], [], "9999-12-31"),
        (["2026-12-31", "2027-01-30"], [], "2026-12-31"),
        (["2026-11-23", "2027-01-30"], [], "2027-01-30"),  # the end is behind us
        (["2026-11-24"], [], "2026-11-24"),
        (["2026-12-31"], ["2026-12-15"], "2026-12-14"),
        (["2026-12-31"], ["2027-01-01"], "2026-12-31"),
        (["2026-12-31"], ["2026-11-24", "2026-01-01"], "2026-12-31"),  # in force already
        ([], ["2026-11-25"], "2026-11-24"),
    ],
)
def test_it_holds_until_the_next_last_day_or_the_day_before_a_change(
    boundaries: list[str], changes: list[str], until: str
) -> None:
    found = holds_until(AS_OF, ON_TIME, map(day, boundaries), map(day, changes))
    assert found == day(until)


def test_an_option_that_starts_today_under_a_ceiling_holds_for_that_day_alone() -> None:
    late = option(AS_OF, ceiling=day("2027-09-30"))
    assert holds_until(AS_OF, late, [day("2027-01-30")], []) == AS_OF
    on_time = replace(late, start=day("2027-01-01"))
    assert holds_until(AS_OF, on_time, [day("2027-01-30")], []) == day("2027-01-30")
    unlimited = replace(late, ceiling=None)
    assert holds_until(AS_OF, unlimited, [day("2027-01-30")], []) == day("2027-01-30")


DATES = st.dates(date(2026, 10, 1), date(2027, 3, 31))
ROWS = st.builds(
    lambda price, since, days, band: price_row(
        str(price), valid_from=since, valid_to=days and since + timedelta(days), min_quantity=band
    ),
    st.integers(1, 9), DATES, st.none() | st.integers(1, 90), st.sampled_from([1, 5]),
)


def lines_on(rows: list[PriceRow], as_of: date) -> list[Line]:
    made = bill(charge(term(day("2027-01-01"), 12), 5))
    try:
        return price_bills([made], market(*rows, as_of=as_of))
    except MissingPrice:
        return []


@given(st.lists(ROWS, max_size=6), st.integers(0, 120))
def test_a_value_is_the_same_on_every_day_until_which_it_holds(
    rows: list[PriceRow], later: int
) -> None:
    today = lines_on(rows, AS_OF)
    last_days = [row.valid_to for line in today for row in line.prices if row.valid_to]
    asked = wanted()
    changes = PriceBook(rows).changes(asked.vendor, asked.sku, asked.currency)
    until = holds_until(AS_OF, ON_TIME, last_days, changes)
    on = min(AS_OF + timedelta(later), until)
    assert value_of(lines_on(rows, on)) == value_of(today)
