"""A line's other options beside it: by how much each would differ, and in what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from resellerdesk.core.assembling import Exchange
from resellerdesk.core.charge import Offer
from resellerdesk.core.fact import Fact
from resellerdesk.core.ladder import Rung, price_each, siblings
from resellerdesk.core.option import AddOn, Picked
from resellerdesk.core.pricing import price_bills
from resellerdesk.core.quote import Item
from resellerdesk.core.text import T
from resellerdesk.core.view_ladder import ViewRung, view_ladders

from core.building import bill, charge, item, market, once, option, price_row, quote, span

YEAR = "2027-01-01 .. 2027-12-31"
TODAYS = option("2027-01-01", current=True)
ROWS = (price_row("120.00"), price_row("50.00", sku="KIT", term=0))


def facts(response: str) -> tuple[Fact, ...]:
    return (Fact("response", T("Response"), response), Fact("site", T("Site"), "Lyon"),
            Fact("tier", T("Tier"), response, internal=True))


def rung(key: str, amount: int, response: str) -> Rung:
    return Rung(key, T("Level {key}", key=key), facts(response)[:2], amount, False)


UP, DOWN = rung("gold", 30_000, "4 hours"), rung("bronze", 9_000, "10 days")


def on_a_ladder(ref: str, ladder: Sequence[Rung] = (UP, DOWN)) -> Item:
    made = item(charge(YEAR), ref=ref)
    picked = replace(made.picked, option=TODAYS)
    return replace(made, picked=picked, ladder=tuple(ladder),
                   offer=replace(made.offer, facts=facts("next day")))


def test_each_option_stands_with_its_difference_and_with_what_it_differs_in() -> None:
    [ladder] = view_ladders(quote([on_a_ladder("any:1")], *ROWS))
    response = [fact for fact in facts("next day") if fact.key == "response"]
    assert ladder.refs == ("any:1",)
    assert [(one.key, one.difference, one.is_quoted, one.is_current) for one in ladder.rungs] == [
        ("bronze", -3_000, False, False), ("plain-12", 0, True, True), ("gold", 18_000, False,
                                                                        False),
    ]
    assert ladder.rungs[1] == ViewRung("plain-12", T("Plain"), tuple(response), 0, True, True)


def test_the_same_ladder_is_shown_once_for_all_its_entitlements() -> None:
    items = [on_a_ladder("any:1"), on_a_ladder("any:2"), on_a_ladder("any:3", (UP,))]
    assert [one.refs for one in view_ladders(quote(items, *ROWS))] == [
        ("any:1", "any:2"), ("any:3",),
    ]


def test_a_line_without_other_options_has_no_ladder() -> None:
    assert view_ladders(quote([on_a_ladder("any:1", ())], *ROWS)) == ()


def test_add_ons_stay_out_of_the_difference() -> None:
    made = on_a_ladder("any:1", (UP,))
    with_kit = replace(
        made, offer=Offer((charge(YEAR), once("KIT")), facts("next day")),
        picked=replace(made.picked, option=replace(TODAYS, addons=(AddOn("kit", T("Kit")),))),
    )
    [ladder] = view_ladders(quote([with_kit], *ROWS))
    assert [one.difference for one in ladder.rungs] == [0, 18_000]


def test_what_is_offered_for_the_whole_quote_is_not_shown_again() -> None:
    made = on_a_ladder("any:1", (UP,))
    exchanges = [Exchange("gold+kit", T("Gold"), (made,))]
    assert view_ladders(quote([made], *ROWS, exchanges=exchanges)) == ()
    both = on_a_ladder("any:1")
    [ladder] = view_ladders(quote([both], *ROWS, exchanges=exchanges))
    assert [one.key for one in ladder.rungs] == ["bronze", "plain-12"]


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        (option("2027-01-01", key="gold"), True),
        (option("2027-01-01", key="gold", months=24), False),
        (option("2027-02-01", key="gold"), False),
        (option("2027-01-01", key="gold", mode="new"), False),
        (option("2027-01-01", key="gold", unpriced=T("on request")), False),
        (option("2027-01-01", key="gold", ceiling=date(2027, 6, 30)), False),
        (option("2027-01-01", key="gold", aligns=False), True),
    ],
)
def test_a_sibling_is_another_option_for_the_very_same_days(other: object, is_one: bool) -> None:
    picked = Picked(TODAYS, TODAYS.period, 1)
    assert siblings(picked, [TODAYS, other]) == ([other] if is_one else [])  # type: ignore[list-item]


def test_moved_to_a_common_end_what_keeps_its_own_is_no_sibling() -> None:
    moved = Picked(TODAYS, span("2027-01-01 .. 2028-03-31"), 1)
    assert siblings(moved, [option("2027-01-01", key="gold", aligns=False)]) == []


def test_options_are_priced_together_and_without_a_price_left_out() -> None:
    """Two of one SKU reach the band from two on."""
    prices = market(price_row("120.00"), price_row("100.00", min_quantity=2))
    bills = [bill(charge(YEAR), ref="any:1"), bill(charge(YEAR), ref="any:2"),
             bill(charge(YEAR, sku="UNKNOWN"), ref="any:3")]
    amounts = price_each(bills, lambda some: price_bills(some, prices))
    assert amounts == {"any:1": 10_000, "any:2": 10_000}
