"""What the customer may see is a type of its own (docs/domain.md, section 3, rule 8)."""

from __future__ import annotations

import dataclasses
import types
import typing
from dataclasses import replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from resellerdesk.core.assembling import Exchange
from resellerdesk.core.customer_view import (
    CustomerParty,
    CustomerView,
    ViewAlternative,
    ViewLine,
    customer_view,
)
from resellerdesk.core.fact import Bars, Fact, Table
from resellerdesk.core.last_year import LastYear
from resellerdesk.core.late import LateCost
from resellerdesk.core.money import Money
from resellerdesk.core.party import Seller
from resellerdesk.core.period import Period
from resellerdesk.core.quote import Numbered, Quote
from resellerdesk.core.tax import TaxLine
from resellerdesk.core.text import T, Text
from resellerdesk.core.view_ladder import ViewLadder, ViewRung

from core.building import charge, fee_of, item, once, percent_off, price_row, quote

THE_RESELLERS_OWN = (
    "cost", "margin", "derivation", "grant", "prices", "open_point", "owner", "agreed", "situation",
)


def types_within(annotation: Any) -> list[Any]:
    """A type, and those that a union, tuple, mapping or annotation is made of."""
    parts = [part for part in typing.get_args(annotation) if part is not Ellipsis]
    if typing.get_origin(annotation) is typing.Literal or not parts:
        return [annotation]
    return [inner for part in parts for inner in types_within(part)]


def reachable(start: type) -> dict[type, list[str]]:
    """Every dataclass that can be reached from one, with the names of its fields."""
    found: dict[type, list[str]] = {}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here in found or not dataclasses.is_dataclass(here):
            continue
        hints = typing.get_type_hints(here)
        found[here] = list(hints)
        waiting += [inner for hint in hints.values() for inner in types_within(hint)]
    return found


def own_fields(start: type) -> list[str]:
    return [
        f"{owner.__name__}.{name}"
        for owner, names in reachable(start).items()
        for name in names
        if any(word in name for word in THE_RESELLERS_OWN)
    ]


def test_no_field_that_the_customer_may_not_see_can_be_reached() -> None:
    assert own_fields(CustomerView) == []


def test_the_walk_finds_such_fields_where_they_are() -> None:
    assert {"Line.unit_cost", "Line.derivation", "PriceRow.unit_cost"} <= set(own_fields(Quote))
    assert {"Discount.granted_by", "Quote.open_points"} <= set(own_fields(Quote))


def test_the_types_that_the_customer_sees_are_these_and_no_others() -> None:
    assert set(reachable(CustomerView)) == {
        CustomerView, ViewLine, ViewAlternative, ViewLadder, ViewRung, LastYear, LateCost,
        CustomerParty, Seller, Period, TaxLine, Fact, Table, Bars, Text, Money,
    }


def test_nothing_in_the_view_may_hold_just_anything() -> None:
    for owner in reachable(CustomerView):
        for hint in typing.get_type_hints(owner).values():
            for inner in types_within(hint):
                assert isinstance(inner, type | types.NoneType), f"{owner}: {inner}"
                assert inner is not object


GRANTER = "the-one-who-granted-it"
COST = 4242
SECRET = "bought cheaply"
BACK = charge("2026-10-01 .. 2026-11-23", 2, id="back", role="arrears")


def numbered() -> Numbered:
    facts = (
        Fact("tier", T("Tier"), "gold"),
        Fact("secret", T("Note"), SECRET, internal=True),
    )
    tables = (
        Table("plan", T("Plan"), (("day", T("Day")),), (("Monday",),)),
        Table("buying", T("Buying"), (("note", T("Note")),), ((SECRET,),), internal=True),
    )
    made = item(
        BACK, fee_of("back"), charge("2026-11-24 .. 2028-03-31", 2), once("EDU"),
        discount=replace(percent_off("7.5"), granted_by=GRANTER), team="team@vendor.example",
        open_points=(T(SECRET),),
    )
    lapse = (T("Support stops."),)
    made = replace(made, offer=replace(made.offer, facts=facts, tables=tables, lapse=lapse))
    other = replace(made, ref="any:2", reference="2", offer=replace(made.offer, facts=()))
    rows = price_row("120.00", cost="42.42"), price_row("780.00", sku="EDU", term=0)
    exchange = Exchange("again", T("The same again"), (made,))
    return Numbered(quote([made, other], *rows, exchanges=[exchange]), "Q-2026-0001", 1)


VIEW = customer_view(numbered())


def test_the_view_holds_the_figures_of_the_quote() -> None:
    made = numbered().quote
    assert (VIEW.number, VIEW.revision, VIEW.total) == ("Q-2026-0001", 1, made.total)
    assert (VIEW.subtotal, VIEW.taxes) == (made.subtotal, made.tax.lines)
    assert (VIEW.valid_until, VIEW.valid_reason) == (made.validity.until, made.validity.reason)
    assert [(v.unit_list, v.unit_net, v.quantity, v.amount, v.period) for v in VIEW.lines] == [
        (n.unit_list, n.unit_net, n.quantity, n.amount, n.period) for n in made.lines
    ]
    assert [str(line.discount_percent) for line in VIEW.lines[:4]] == ["7.5", "0", "7.5", "0"]


def test_every_figure_recomputes_from_those_the_customer_sees() -> None:
    parts: list[CustomerView | ViewAlternative] = [VIEW, *VIEW.alternatives]
    for part in parts:
        assert all(line.unit_net * line.quantity == line.amount for line in part.lines)
        assert part.subtotal == sum(line.amount for line in part.lines)
        assert part.total == part.subtotal + sum(line.amount for line in part.taxes)


def test_nothing_internal_reaches_the_view() -> None:
    assert [[fact.key for fact in line.facts] for line in VIEW.lines[:4]] == [[], [], ["tier"], []]
    assert {table.key for table in VIEW.tables} == {"plan"}
    assert [table.ref for table in VIEW.tables] == ["any:1", "any:2"]
    assert all(not fact.internal for line in VIEW.lines for fact in line.facts)


@pytest.mark.parametrize("own", [GRANTER, SECRET, str(COST)])
def test_no_word_of_the_resellers_own_stands_in_the_data(own: str) -> None:
    assert own in TypeAdapter(Quote).dump_json(numbered().quote).decode()
    assert own not in TypeAdapter(CustomerView).dump_json(VIEW).decode()


def test_what_is_the_same_for_two_lines_is_said_once() -> None:
    assert VIEW.teams == ("team@vendor.example",)
    assert VIEW.lapse == (T("Support stops."),)


def test_a_dry_run_has_no_number() -> None:
    assert customer_view(Numbered(numbered().quote)).number is None
