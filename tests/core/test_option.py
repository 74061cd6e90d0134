"""Ways to go on, and what somebody typed to choose one (docs/domain.md, sections 2 and 5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.option import AddOn, Choice, find_option, parse_choice
from resellerdesk.core.period import term_end
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T

from core.building import day, option, span

PREMIUM = AddOn("premium", T("Premium"), per_quote=True)
EDUCATION = AddOn("education", T("Education"), per_quote=True)
ONE_YEAR = option("2027-01-01", addons=(PREMIUM, EDUCATION))
TWO_YEARS = replace(option("2027-01-01", 24), recommended=True)
OPTIONS = (ONE_YEAR, TWO_YEARS)


@pytest.mark.parametrize(
    ("start", "months", "ceiling", "period", "is_cut"),
    [
        ("2027-01-01", 12, None, "2027-01-01 .. 2027-12-31", False),
        ("2028-02-29", 12, None, "2028-02-29 .. 2029-02-27", False),
        ("2027-02-01", 12, "2027-09-30", "2027-02-01 .. 2027-09-30", True),
        ("2027-02-01", 36, "2030-01-30", "2027-02-01 .. 2030-01-30", True),
        ("2027-02-01", 12, "2028-01-31", "2027-02-01 .. 2028-01-31", False),
        ("2027-02-01", 12, "2029-12-31", "2027-02-01 .. 2028-01-31", False),
        ("2027-02-01", 12, "2027-02-01", "2027-02-01 .. 2027-02-01", True),
    ],
)
def test_an_option_runs_its_term_but_never_past_its_ceiling(
    start: str, months: int, ceiling: str | None, period: str, is_cut: bool
) -> None:
    one = option(start, months, ceiling=day(ceiling) if ceiling else None)
    assert one.period == span(period)
    assert one.is_cut is is_cut


def test_an_option_with_no_day_left_is_refused_naming_its_ceiling() -> None:
    late = option("2027-02-01", ceiling=day("2027-01-31"))
    with pytest.raises(Refusal, match=r"plain-12: its ceiling 2027-01-31 lies before .*2027-02-01"):
        _ = late.period


@given(
    start=st.dates(date(2026, 1, 1), date(2032, 12, 31)),
    months=st.sampled_from([1, 12, 24, 36]),
    ceiling=st.integers(0, 1500),
    aligned=st.integers(0, 1500),
)
def test_no_period_runs_past_the_ceiling_or_the_end_asked_for(
    start: date, months: int, ceiling: int, aligned: int
) -> None:
    last = start + timedelta(ceiling)
    end = start + timedelta(aligned)
    one = option(start, months, ceiling=last)
    assert one.period.end == min(last, term_end(start, months))
    assert one.period_until(end).end == min(last, end)
    assert one.is_cut == (one.period.end < term_end(start, months))


@pytest.mark.parametrize(
    ("typed", "key", "addons"),
    [
        ("essential-12", "essential-12", {}),
        ("essential-12+premium", "essential-12", {"premium": None}),
        ("essential-12+premium+education=5", "essential-12", {"premium": None, "education": 5}),
        ("new-12+auto", "new-12", {"auto": None}),
    ],
)
def test_a_choice_reads_as_typed(typed: str, key: str, addons: dict[str, int | None]) -> None:
    assert parse_choice(typed) == Choice(key, addons)
    assert parse_choice(typed).text == typed


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("essential-12+", "+"),
        ("essential-12++premium", "+"),
        ("essential-12+education=", "+education="),
        ("essential-12+education=0", "+education=0"),
        ("essential-12+education=-1", "+education=-1"),
        ("essential-12+education=many", "+education=many"),
        ("essential-12+=5", "+=5"),
    ],
)
def test_a_malformed_add_on_is_refused_naming_it(typed: str, part: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_choice(typed)
    assert refused.value.text.args == {"typed": typed, "part": part}


KEYS = st.from_regex(r"[a-z]{1,8}(-[0-9]{1,2})?", fullmatch=True)


@given(KEYS, st.dictionaries(KEYS, st.integers(1, 999) | st.none(), max_size=4))
def test_a_choice_survives_being_typed_again(key: str, addons: dict[str, int | None]) -> None:
    assert parse_choice(Choice(key, addons).text) == Choice(key, addons)


def test_without_a_choice_the_recommended_option_is_taken() -> None:
    assert find_option(OPTIONS, None, "any:1") is TWO_YEARS


def test_an_option_is_found_by_its_key() -> None:
    assert find_option(OPTIONS, parse_choice("plain-12+premium"), "any:1") is ONE_YEAR


def test_an_unknown_option_is_refused_naming_what_there_is() -> None:
    with pytest.raises(Refusal, match="any:1 has no option gold-12; it has plain-12, plain-24"):
        find_option(OPTIONS, parse_choice("gold-12"), "any:1")


def test_an_unknown_add_on_is_refused_naming_what_there_is() -> None:
    with pytest.raises(Refusal, match=r"no add-on \+sugar; it has \+education, \+premium"):
        find_option(OPTIONS, parse_choice("plain-12+premium+sugar"), "any:1")


def test_an_add_on_is_the_options_own() -> None:
    with pytest.raises(Refusal) as refused:
        find_option(OPTIONS, parse_choice("plain-24+premium"), "any:1")
    assert refused.value.text.args["option"] == "plain-24"
