"""A date written by hand: every day that it can mean, and nothing guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.translation.read_date import days_meant
from resellerdesk.translation.translate import Translator

FIRST = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("2026-12-01", "en"), ("1 December 2026", "en"), ("Dec 1, 2026", "fr"),
        ("1. Dez. 2026", "de"), ("den 1. Dezember 2026", "de"), ("1er décembre 2026", "fr"),
        ("1 DÉC. 26", "fr"), ("2026年12月1日", "ja"), ("２０２６年１２月１日", "zh"),
    ],
)
def test_what_means_one_day(written: str, language: str) -> None:
    assert days_meant(written, language) == {FIRST}


def test_what_may_mean_two_is_two() -> None:
    assert days_meant("01/12/2026", "fr") == {FIRST, date(2026, 1, 12)}
    assert days_meant("31/12/2026", "fr") == {date(2026, 12, 31)}


@pytest.mark.parametrize(
    "written", ["", "soon", "12/2026", "30 February 2026", "99/99/2026", "1 2 3 4", "0/0/0000",
                "24 Nov 2026 10:30", "1 de 2026", "9" * 400]
)
def test_what_means_none(written: str) -> None:
    assert days_meant(written, "en") == set()


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)),
       st.sampled_from(["en", "fr", "de", "ja", "zh", "en-US"]))
def test_what_the_desk_writes_itself_it_reads(day: date, language: str) -> None:
    words = Translator(language)
    assert days_meant(words.date(day), language) == {day}
    assert day in days_meant(words.short_date(day), language)
    assert days_meant(day.isoformat(), language) == {day}


@given(st.text(max_size=40))
def test_whatever_is_written_something_is_answered(written: str) -> None:
    assert isinstance(days_meant(written, "fr"), set)
