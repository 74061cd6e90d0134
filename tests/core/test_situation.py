"""On time, in grace, lapsed or gone (docs/domain.md, section 4)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.policy import PolicyRow
from resellerdesk.core.situation import Situation, gone_after, grace_end, situation_on

from core.building import day, policy, rule

# The grace period of software ended on 9 May 2016, in Japan on 3 October.
IN_2016 = (
    rule("grace_days", "30"),
    rule("grace_days", "0", "2016-05-09"),
    rule("grace_days", "30", region="JP"),
    rule("grace_days", "0", "2016-10-03", "JP"),
)


def situation(end: str, as_of: str, *rows: PolicyRow, region: str = "EMEA") -> str:
    return situation_on(day(end), policy(*rows, as_of=day(as_of), region=region)).value


@pytest.mark.parametrize(
    ("region", "end", "as_of", "expected"),
    [
        ("EMEA", "2016-05-08", "2016-05-08", "on_time"),
        ("EMEA", "2016-04-20", "2016-05-08", "in_grace"),
        ("EMEA", "2016-04-08", "2016-05-08", "in_grace"),
        ("EMEA", "2016-04-07", "2016-05-08", "lapsed"),
        ("EMEA", "2016-04-20", "2016-05-09", "lapsed"),
        ("EMEA", "2016-05-08", "2016-05-09", "lapsed"),
        ("JP", "2016-04-20", "2016-05-09", "in_grace"),
        ("JP", "2016-09-20", "2016-10-02", "in_grace"),
        ("JP", "2016-09-20", "2016-10-03", "lapsed"),
        ("JP", "2016-10-02", "2016-10-02", "on_time"),
        ("JP", "2016-10-02", "2016-10-03", "lapsed"),
        ("EMEA", "2016-09-20", "2016-10-02", "lapsed"),
    ],
)
def test_the_grace_period_ended_in_europe_in_may_and_in_japan_in_october_2016(
    region: str, end: str, as_of: str, expected: str
) -> None:
    assert situation(end, as_of, *IN_2016, region=region) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2024-11-23", "on_time"),
        ("2024-11-24", "on_time"),  # the last day is covered
        ("2024-11-25", "lapsed"),
        ("2026-11-24", "lapsed"),  # 730 days after
        ("2026-11-25", "gone"),
    ],
)
def test_without_rows_there_is_no_grace_and_730_days_to_come_back(
    as_of: str, expected: str
) -> None:
    assert situation("2024-11-24", as_of) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2026-11-14", "on_time"), ("2026-11-29", "in_grace"), ("2026-11-30", "lapsed")],
)
def test_a_second_vendor_gives_15_days_of_grace(as_of: str, expected: str) -> None:
    assert situation("2026-11-14", as_of, rule("grace_days", "15")) == expected


@pytest.mark.parametrize(
    ("grace", "as_of", "expected"),
    [
        ("0", "2026-10-31", "on_time"),
        ("0", "2026-11-01", "gone"),
        ("5", "2026-11-05", "in_grace"),
        ("5", "2026-11-06", "gone"),
    ],
)
def test_what_cannot_be_renewed_late_is_gone_after_its_grace(
    grace: str, as_of: str, expected: str
) -> None:
    rows = rule("repurchase_after_days", "0"), rule("grace_days", grace)
    assert situation("2026-10-31", as_of, *rows) == expected


def test_nothing_is_gone_before_its_grace_is_over() -> None:
    rules = policy(rule("repurchase_after_days", "0"), rule("grace_days", "5"))
    assert gone_after(day("2026-10-31"), rules) == day("2026-11-05")


def test_an_end_as_far_as_dates_go_has_no_day_after_it() -> None:
    rules = policy(rule("grace_days", "30"))
    assert grace_end(day("9999-12-31"), rules) == day("9999-12-31")
    assert gone_after(day("9999-12-15"), rules) == day("9999-12-31")
    assert situation_on(day("9999-12-31"), rules) is Situation.ON_TIME


@given(
    end=st.dates(date(2016, 1, 1), date(2030, 12, 31)),
    late=st.integers(-10, 900),
    grace=st.integers(0, 60),
    repurchase=st.integers(0, 800),
)
def test_a_situation_only_gets_worse_and_changes_after_its_last_day(
    end: date, late: int, grace: int, repurchase: int
) -> None:
    order = list(Situation)
    rows = rule("grace_days", str(grace)), rule("repurchase_after_days", str(repurchase))
    today, tomorrow = (
        policy(*rows, as_of=end + timedelta(days=late + more)) for more in (0, 1)
    )
    now, then = situation_on(end, today), situation_on(end, tomorrow)
    assert order.index(now) <= order.index(then)
    last_days = {end, grace_end(end, today), gone_after(end, today)}
    assert now is then or today.as_of in last_days
