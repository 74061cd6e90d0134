"""What a new revision changed, line by line."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from resellerdesk.core.derivation import Discount
from resellerdesk.core.pricing import Line
from resellerdesk.core.revision import changes

from core.building import charge, item, percent_off, price_row, quote, span

YEAR = "2027-01-01 .. 2027-12-31"
ROWS = (price_row("100.00"), price_row("10.00", sku="OTHER"))


def line(ref: str = "any:1", **changed: Any) -> Line:
    [made] = quote([item(charge(YEAR, 3), ref=ref)], *ROWS).lines
    return replace(made, **changed)


def test_what_is_as_it_was_is_not_shown() -> None:
    assert changes([line(), line("any:2")], [line(), line("any:2")]) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"sku": "OTHER"}, {"quantity": 4}, {"unit_list": 1}, {"unit_net": 1}, {"amount": 1},
        {"period": span("2027-01-01 .. 2028-12-31")},
        {"discount": Discount(Decimal("2"), False, "marie")},
    ],
)
def test_every_figure_that_is_printed_counts(changed: dict[str, Any]) -> None:
    [change] = changes([line()], [line(**changed)])
    assert (change.before, change.after) == (line(), line(**changed))


def test_who_granted_a_discount_is_none_of_them() -> None:
    granted = line(discount=Discount(Decimal(5), False, "marie"))
    assert not changes([granted], [line(discount=Discount(Decimal(5), False, "jonas"))])
    assert not changes([line(description="Old words")], [line(description="New words")])


def test_a_line_that_is_new_and_one_that_is_gone() -> None:
    found = changes([line("any:old"), line("any:both")], [line("any:new"), line("any:both")])
    assert [(c.line.ref, c.before is None, c.after is None, c.difference) for c in found] == [
        ("any:new", True, False, 30000), ("any:old", False, True, -30000)
    ]


def test_charges_of_one_entitlement_are_told_apart_by_their_id() -> None:
    addon = charge(YEAR, 1, id="addon", sku="OTHER", role="support", kind="support")
    both = quote([item(charge(YEAR, 3), addon)], *ROWS).lines
    [change] = changes(both, both[:1])
    assert (change.line.charge, change.difference) == ("addon", -1000)


def test_the_difference_is_that_of_the_amounts() -> None:
    before = quote([item(charge(YEAR, 3))], *ROWS).lines
    after = quote([item(charge(YEAR, 3), discount=percent_off("10"))], *ROWS).lines
    [change] = changes(before, after)
    assert change.difference == -3000
