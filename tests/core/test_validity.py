"""Until when a quote may be accepted, and why (docs/domain.md, section 4)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.pricebook import PriceRow
from resellerdesk.core.situation import Situation
from resellerdesk.core.validity import Deadline, validity_of

from core.building import AS_OF, day, price_row


def deadline(situation: Situation, end: str, grace_end: str | None = None) -> Deadline:
    return Deadline(f"ends-{end}", situation, day(end), day(grace_end or end))


ON_TIME = deadline(Situation.ON_TIME, "2026-11-26")
IN_GRACE = deadline(Situation.IN_GRACE, "2026-11-14", "2026-11-29")
LAPSED = deadline(Situation.LAPSED, "2026-10-10")
GONE = deadline(Situation.GONE, "2024-10-10")
LATER = deadline(Situation.ON_TIME, "2027-05-31")
THIS_YEARS = price_row("31.20", valid_to=day("2026-12-10"))
OPEN_ENDED = price_row("31.20")


@pytest.mark.parametrize(
    ("deadlines", "prices", "until", "reason"),
    [
        ([], [], "2026-12-24", "{days} days from the quote"),
        ([LATER], [OPEN_ENDED], "2026-12-24", "{days} days from the quote"),
        ([LATER, ON_TIME], [], "2026-11-26", "{reference} ends that day"),
        ([IN_GRACE, LATER], [], "2026-11-29", "the grace of {reference} ends that day"),
        ([LAPSED, GONE], [], "2026-12-24", "{days} days from the quote"),
        ([LATER], [OPEN_ENDED, THIS_YEARS], "2026-12-10", "the price of {sku} is valid until"),
        ([ON_TIME], [THIS_YEARS], "2026-11-26", "{reference} ends that day"),
    ],
)
def test_the_earliest_of_all_limits_with_its_reason(
    deadlines: list[Deadline], prices: list[PriceRow], until: str, reason: str
) -> None:
    found = validity_of(AS_OF, 30, deadlines, prices)
    assert found.until == day(until)
    assert found.reason.message.startswith(reason)


def test_the_reason_names_the_line_or_the_product() -> None:
    assert validity_of(AS_OF, 30, [ON_TIME], []).reason.args == {"reference": "ends-2026-11-26"}
    assert validity_of(AS_OF, 30, [], [THIS_YEARS]).reason.args == {"sku": "MAINT"}
    assert validity_of(AS_OF, 14, [], []).reason.args == {"days": 14}


@pytest.mark.parametrize("days", [0, 1, 90])
def test_the_number_of_days_is_a_setting(days: int) -> None:
    assert validity_of(AS_OF, days, [], []).until == AS_OF + timedelta(days)


def test_a_quote_made_on_the_last_day_is_valid_that_day() -> None:
    last_day = deadline(Situation.ON_TIME, "2026-11-24")
    assert validity_of(AS_OF, 30, [last_day], []).until == AS_OF


def test_it_is_never_before_the_as_of_date() -> None:
    # A situation frozen at an order may lie behind the as-of date.
    frozen = deadline(Situation.ON_TIME, "2026-11-20")
    assert validity_of(AS_OF, 30, [frozen], []).until == AS_OF


DAYS = st.dates(date(2026, 11, 24), date(2027, 12, 31))
DEADLINES = st.lists(
    st.builds(Deadline, st.just("x"), st.sampled_from(list(Situation)), DAYS, DAYS), max_size=4
)
ROWS = st.lists(
    st.builds(lambda until: price_row("1.00", valid_to=until), DAYS | st.none()), max_size=3
)


@given(st.integers(0, 60), DEADLINES, ROWS)
def test_no_limit_is_passed_and_one_is_reached(
    days: int, deadlines: list[Deadline], prices: list[PriceRow]
) -> None:
    until = validity_of(AS_OF, days, deadlines, prices).until
    limits = [AS_OF + timedelta(days)]
    limits += [d.end for d in deadlines if d.situation is Situation.ON_TIME]
    limits += [d.grace_end for d in deadlines if d.situation is Situation.IN_GRACE]
    limits += [row.valid_to for row in prices if row.valid_to]
    assert until in limits
    assert all(until <= limit for limit in limits)
