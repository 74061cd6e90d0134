"""Aligning several ends to one (docs/domain.md, section 2)."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.coterm import Chosen, common_end, earliest_end, periods
from resellerdesk.core.option import Option
from resellerdesk.core.period import months_later, term_end
from resellerdesk.core.refusal import Refusal

from core.building import day, option, span

SOFTWARE = Chosen("any:1", option("2026-11-27"))
CLOUD = Chosen("any:2", option("2027-01-03", floor=1))
CUT = Chosen("any:3", option("2027-02-01", ceiling=day("2027-09-30")))
PLAN = Chosen("any:4", option("2027-02-20", aligns=False))


def test_auto_takes_the_latest_end_that_leaves_every_line_its_minimum() -> None:
    lines = [SOFTWARE, CLOUD, CUT, PLAN]
    assert common_end(lines, "auto") == day("2028-01-02")
    assert periods(lines, "auto") == [
        span("2026-11-27 .. 2028-01-02"),
        span("2027-01-03 .. 2028-01-02"),
        span("2027-02-01 .. 2027-09-30"),
        span("2027-02-20 .. 2028-02-19"),
    ]


def test_lines_that_the_ceiling_cuts_or_that_keep_their_end_do_not_count() -> None:
    late_plan = Chosen("any:5", option("2029-06-01", aligns=False))
    late_cut = Chosen("any:6", option("2029-06-01", ceiling=day("2029-12-31")))
    assert common_end([SOFTWARE, late_plan, late_cut], "auto") == day("2027-11-26")
    assert common_end([SOFTWARE, late_plan, late_cut], day("2027-12-31")) == day("2027-12-31")


def test_a_floor_above_12_months_counts() -> None:
    assert common_end([Chosen("any:1", option("2027-01-01", floor=18))], "auto") == (
        day("2028-06-30")
    )


def test_a_line_by_the_month_is_aligned_to_12_months_by_auto_and_to_one_by_date() -> None:
    monthly = Chosen("any:1", option("2027-01-01", 1, floor=1))
    assert common_end([monthly], "auto") == day("2027-12-31")
    assert common_end([monthly], day("2027-01-31")) == day("2027-01-31")


def test_a_date_sets_every_end_that_may_move() -> None:
    assert periods([SOFTWARE, CLOUD, PLAN], day("2028-06-30")) == [
        span("2026-11-27 .. 2028-06-30"),
        span("2027-01-03 .. 2028-06-30"),
        span("2027-02-20 .. 2028-02-19"),
    ]


def test_without_aligning_every_line_has_its_own_term_cut_at_its_ceiling() -> None:
    assert periods([SOFTWARE, CUT], None) == [
        span("2026-11-27 .. 2027-11-26"), span("2027-02-01 .. 2027-09-30"),
    ]


def test_a_date_below_a_floor_is_refused_naming_the_line_and_the_earliest_date_that_works() -> None:
    later = Chosen("any:9", option("2027-03-01"))
    with pytest.raises(Refusal) as refused:
        common_end([SOFTWARE, CLOUD, later], day("2027-11-25"))
    said = refused.value.text.args
    assert (said["ref"], said["floor"]) == ("any:9", 12)
    assert said["earliest"] == day("2028-02-29")
    assert common_end([SOFTWARE, CLOUD, later], day("2028-02-29")) == day("2028-02-29")


@pytest.mark.parametrize("align", ["2027-11-26", "2027-11-27"])
def test_the_earliest_date_itself_works(align: str) -> None:
    assert common_end([SOFTWARE], day(align)) == day(align)


@pytest.mark.parametrize("lines", [[], [PLAN], [CUT], [PLAN, CUT]])
def test_nothing_to_align_is_refused(lines: list[Chosen]) -> None:
    with pytest.raises(Refusal, match="nothing to align"):
        common_end(lines, "auto")
    with pytest.raises(Refusal, match="nothing to align"):
        common_end(lines, day("2028-06-30"))


@pytest.mark.parametrize("months", [24, 36])
def test_a_term_of_more_than_a_year_is_refused_naming_it(months: int) -> None:
    long_term = Chosen("any:7", option("2027-01-01", months))
    with pytest.raises(Refusal, match=f"any:7: plain-{months} runs {months} months"):
        common_end([SOFTWARE, long_term], "auto")


def test_a_longer_plan_that_keeps_its_end_is_no_hindrance() -> None:
    plan = Chosen("any:7", option("2027-01-01", 36, aligns=False))
    assert periods([SOFTWARE, plan], "auto")[1] == span("2027-01-01 .. 2029-12-31")


def test_a_line_that_only_the_common_end_would_run_past_its_ceiling_is_cut_there() -> None:
    lasting = Chosen("any:8", option("2026-11-27", ceiling=day("2028-03-31")))
    assert periods([SOFTWARE, lasting], day("2028-06-30"))[1] == span("2026-11-27 .. 2028-03-31")


def test_a_date_past_the_ceiling_of_every_line_aligns_nothing_and_is_refused() -> None:
    lasting = Chosen("any:8", option("2026-11-27", ceiling=day("2028-03-31")))
    with pytest.raises(Refusal, match="nothing to align"):
        periods([lasting], day("2028-06-30"))


STARTS = st.dates(date(2026, 11, 25), date(2029, 2, 28)) | st.just(date(2028, 2, 29))
MOVING = st.builds(
    option, STARTS, st.sampled_from([1, 12]), floor=st.sampled_from([0, 1, 12, 18])
)
OTHERS = st.builds(
    lambda start, days, aligns: option(
        start, 12, ceiling=start + timedelta(days=days), aligns=aligns
    ),
    STARTS, st.integers(0, 300), st.booleans(),
)


@given(st.lists(MOVING, min_size=1, max_size=6), st.lists(OTHERS, max_size=3))
def test_auto_leaves_every_line_its_floor_and_makes_one_exactly_that_long(
    moving: list[Option], others: list[Option]
) -> None:
    options = [*others, *moving]
    chosen = [Chosen(f"any:{n}", one) for n, one in enumerate(options)]
    found = periods(chosen, "auto")[len(others):]
    assert len({period.end for period in found}) == 1
    shortest = [term_end(one.start, max(12, one.floor)) for one in moving]
    assert all(period.end >= least for period, least in zip(found, shortest, strict=True))
    assert found[0].end in shortest


@given(st.lists(MOVING, min_size=1, max_size=6), st.dates(date(2027, 1, 1), date(2031, 1, 1)))
def test_a_date_is_refused_exactly_where_a_line_would_fall_below_its_floor(
    moving: list[Option], align: date
) -> None:
    chosen = [Chosen(f"any:{n}", one) for n, one in enumerate(moving)]
    earliest = max(earliest_end(one) for one in moving)
    if align >= earliest:
        assert {period.end for period in periods(chosen, align)} == {align}
        assert all(months_later(one.start, one.floor) <= align + timedelta(1) for one in moving)
    else:
        with pytest.raises(Refusal) as refused:
            periods(chosen, align)
        assert refused.value.text.args["earliest"] == earliest


@given(st.lists(MOVING, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_lines_does_not_matter(moving: list[Option], random: Random) -> None:
    chosen = [Chosen(f"any:{n}", one) for n, one in enumerate(moving)]
    end = common_end(chosen, "auto")
    random.shuffle(chosen)
    assert common_end(chosen, "auto") == end
