"""A quote holds its lines' other options: the toy family's plans, software's single one."""

from __future__ import annotations

from resellerdesk.core.customer_view import CustomerView, customer_view
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.quoting import price_quote

from desk.answers.harbour import BREW1, MAIL, TODAY, asked


def view(desk: Desk, *refs: str, **wishes: object) -> CustomerView:
    return customer_view(price_quote(desk, asked(*refs, **wishes), TODAY))


def test_another_plan_for_the_same_days_stands_beside_with_its_difference(harbour: Desk) -> None:
    [ladder] = view(harbour, BREW1, option="basic-12").ladders
    assert ladder.refs == (BREW1,)
    assert [(rung.key, rung.difference, rung.is_quoted) for rung in ladder.rungs] == [
        ("basic-12", 0, True), ("barista-12", 12_000, False),
    ]


def test_the_discount_of_the_quote_holds_for_the_difference_too(harbour: Desk) -> None:
    [ladder] = view(harbour, BREW1, option="basic-12", discount="10").ladders
    assert [rung.difference for rung in ladder.rungs] == [0, 10_800]


def test_the_kit_beside_the_plan_changes_no_difference(harbour: Desk) -> None:
    [ladder] = view(harbour, BREW1, option="basic-12+kit").ladders
    assert [rung.difference for rung in ladder.rungs] == [0, 12_000]


def test_terms_of_other_lengths_are_no_ladder(harbour: Desk) -> None:
    assert view(harbour, MAIL).ladders == ()
