"""What a rep may grant alone: a limit for discounts, a floor for the margin."""

from __future__ import annotations

from decimal import Decimal

import pytest

from resellerdesk.core.authority import Authority, authority_under, beyond
from resellerdesk.core.pricing import Line, price_bills

from core.building import bill, charge, day, market, percent_off, policy, price_row, rule

YEAR = "2027-01-01 .. 2027-12-31"
FREE = Authority(None, None)


def lines(discount: str, cost: str | None = "80.00", quantity: int = 3) -> list[Line]:
    row = price_row("100.00", cost=cost)
    return price_bills([bill(charge(YEAR, quantity), discount=percent_off(discount))],
                       market(row))


def said(discount: str, authority: Authority, cost: str | None = "80.00") -> list[str]:
    return [str(text) for text in beyond(lines(discount, cost), authority)]


def test_the_limits_are_the_policy_s_of_the_day() -> None:
    rules = (rule("discount_limit", "10"), rule("discount_limit", "7.5", "2026-06-01"),
             rule("margin_floor", "12.5"))
    assert authority_under(policy(*rules)) == Authority(Decimal("7.5"), Decimal("12.5"))
    before = policy(*rules, as_of=day("2026-05-31"))
    assert authority_under(before).discount_limit == Decimal(10)
    assert authority_under(policy()) == FREE


def test_a_region_s_own_limits_count_before_those_for_all() -> None:
    rules = (rule("discount_limit", "10"), rule("discount_limit", "3", region="JP"))
    assert authority_under(policy(*rules, region="JP")).discount_limit == Decimal(3)
    assert authority_under(policy(*rules)).discount_limit == Decimal(10)


@pytest.mark.parametrize(("discount", "waits"), [("0", False), ("10", False), ("10.01", True)])
def test_up_to_the_limit_itself_a_discount_is_within(discount: str, waits: bool) -> None:
    found = said(discount, Authority(Decimal(10), None))
    assert found == (["any:1: a discount of 10.01 % is beyond 10 %"] if waits else [])


@pytest.mark.parametrize(("discount", "waits"), [
    ("0", False),       # 100 - 80: 20 %
    ("5.88", False),    # 94.12 - 80: 15.002 %
    ("5.89", True),     # 94.11 - 80: 14.993 %
    ("20", True), ("30", True), ("100", True),
])
def test_the_margin_keeps_its_floor_exactly(discount: str, waits: bool) -> None:
    found = said(discount, Authority(None, Decimal(15)))
    assert found == (["any:1: its margin is below 15 %"] if waits else [])


def test_a_floor_of_nothing_still_refuses_a_loss() -> None:
    assert not said("20", Authority(None, Decimal(0)))
    assert said("20.01", Authority(None, Decimal(0)))
    assert said("100", Authority(None, Decimal(0)))


def test_an_unknown_margin_cannot_be_shown_to_keep_the_floor() -> None:
    assert said("0", Authority(None, Decimal(1)), cost=None) == ["any:1: its margin is unknown"]
    assert not said("0", FREE, cost=None)
    assert not said("5", Authority(Decimal(10), None), cost=None)


def test_both_reasons_are_said() -> None:
    assert len(said("30", Authority(Decimal(10), Decimal(15)))) == 2


def test_nothing_is_beyond_where_there_are_no_lines() -> None:
    assert not beyond([], Authority(Decimal(0), Decimal(50)))
