"""The ways to go on with one entitlement, side by side."""

from __future__ import annotations

from datetime import date

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.choosing import PricedOption, choices
from resellerdesk.desk.desk import Desk

from desk.exports import licence, price
from desk.quay import AS_OF, Quay


def by_key(desk: Desk, ref: str, as_of: date = AS_OF) -> dict[str, PricedOption]:
    return {item.option.key: item for item in choices(desk, ref, as_of).options}


def test_totals_before_tax_and_the_difference_to_today(desk: Desk) -> None:
    found = by_key(desk, "3039081424")
    assert {key: (item.total, item.difference) for key, item in found.items()} == {
        "essential-12": (17855, 0), "essential-24": (31895, 14040), "essential-36": (44375, 26520),
    }
    assert [key for key, item in found.items() if item.option.recommended] == ["essential-12"]


def test_add_ons_with_what_each_comes_to(desk: Desk) -> None:
    totals = {
        key: {priced.addon.key: priced.total for priced in item.addons}
        for key, item in by_key(desk, "3039081424").items()
    }
    assert totals["essential-12"] == {
        "premium": 950000, "education": 78000, "consulting": 145000, "cyber": 1280000,
    }
    assert totals["essential-24"]["education"] == 78000
    assert totals["essential-24"]["premium"] is not None


def test_an_add_on_without_a_price_is_unknown_and_hides_no_option(quay: Quay) -> None:
    quay.take_in(licence())
    quay.take_in(price("SVC-EDU", "780.00", term_months=0), name="education.csv")
    found = by_key(quay.desk, "R-1")["essential-12"]
    assert found.total == 31200
    assert {priced.addon.key: priced.total for priced in found.addons} == {
        "premium": None, "education": 78000, "consulting": None, "cyber": None,
    }


def test_without_a_price_both_are_unknown_and_it_says_why(desk: Desk) -> None:
    [option] = choices(desk, "2016000000", AS_OF).options
    assert (option.option.key, option.total, option.difference) == ("repurchase", None, None)
    assert str(option.why).startswith("price on request: ")
    assert "SEP-ESS-NEW of Symantec has no one-off price in EUR" in str(option.why)


def test_one_that_there_is_not(desk: Desk) -> None:
    with pytest.raises(Refusal, match=r"^R-9 names no entitlement"):
        choices(desk, "R-9", AS_OF)
