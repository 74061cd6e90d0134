"""What is left of a quote is priced anew: a band, a shared add-on or the alignment can be lost."""

from __future__ import annotations

from dataclasses import replace

from resellerdesk.core.acceptance import differences, of_refs, price_again, realigned
from resellerdesk.core.option import AddOn, Picked
from resellerdesk.core.quote import Item
from resellerdesk.core.text import T

from core.building import (
    FRENCH_CUSTOMER,
    charge,
    day,
    figures,
    item,
    option,
    price_row,
    quote,
    span,
)

ROWS = (price_row("31.20", cost="24.96"), price_row("29.64", min_quantity=25, cost="23.71"))
YEAR = "2027-01-01 .. 2027-12-31"
FIFTEEN = item(charge(YEAR, 15), ref="any:15")
TEN = item(charge(YEAR, 10), ref="any:10")


def test_worked_fifteen_and_ten() -> None:
    """docs/domain.md, section 6: 29.64 becomes 31.20, +23.40."""
    both = quote([FIFTEEN, TEN], *ROWS)
    assert [figures(line)[1] for line in both.lines] == ["29.64", "29.64"]
    [change] = differences(both, both.lines, of_refs(both.items, {"any:15"}))
    assert change.before is not None
    assert change.after is not None
    assert (figures(change.before)[1], figures(change.after)[1]) == ("29.64", "31.20")
    assert change.difference == 2340


def test_all_of_it_changes_nothing() -> None:
    both = quote([FIFTEEN, TEN], *ROWS)
    assert price_again(both, both.items) == list(both.lines)
    assert not differences(both, both.lines, both.items)


def test_an_agreed_level_keeps_the_band() -> None:
    customer = replace(FRENCH_CUSTOMER, agreed_quantity=25)
    both = quote([FIFTEEN, TEN], *ROWS, customer=customer)
    assert not differences(both, both.lines, of_refs(both.items, {"any:15"}))


def test_what_is_kept_may_reach_the_band_alone() -> None:
    many = item(charge(YEAR, 40), ref="any:40")
    both = quote([many, TEN], *ROWS)
    assert not differences(both, both.lines, of_refs(both.items, {"any:40"}))


def with_shared(ref: str) -> Item:
    """A line that asks for Premium Support, which stands once on a quote."""
    picked = Picked(
        replace(option("2027-01-01"), addons=(AddOn("premium", T("Premium"), per_quote=True),)),
        span(YEAR), 1, {"premium": 1},
    )
    premium = charge(YEAR, 1, id="premium", sku="PREM", kind="support", role="support")
    return item(charge(YEAR, 30), premium, ref=ref, picked=picked)


def test_a_shared_add_on_falls_to_the_next_line_that_asked_for_it() -> None:
    premium = price_row("500.00", sku="PREM")
    both = quote([with_shared("any:a"), with_shared("any:b")], *ROWS, premium)
    assert [(line.ref, line.sku) for line in both.lines] == [
        ("any:a", "MAINT"), ("any:a", "PREM"), ("any:b", "MAINT")
    ]
    assert not differences(both, both.lines, of_refs(both.items, {"any:a"}))
    [change] = differences(both, both.lines, of_refs(both.items, {"any:b"}))
    assert (change.line.sku, change.before, change.difference) == ("PREM", None, 50000)


def aligned(ref: str, period: str) -> Item:
    picked = Picked(option(span(period).start), span(period), 1)
    return item(charge(period), ref=ref, picked=picked)


EARLY = aligned("any:early", "2027-01-01 .. 2028-03-31")
LATE = aligned("any:late", "2027-04-01 .. 2028-03-31")


def test_without_the_latest_line_the_automatic_alignment_is_lost() -> None:
    both = quote([EARLY, LATE], *ROWS, align="auto")
    assert realigned(both, [EARLY]) == [span("2027-01-01 .. 2027-12-31")]
    assert realigned(both, [LATE]) is None


def test_a_date_that_somebody_named_is_kept() -> None:
    assert realigned(quote([EARLY, LATE], *ROWS, align=day("2028-03-31")), [EARLY]) is None
    assert realigned(quote([EARLY, LATE], *ROWS), [EARLY]) is None


def test_lines_that_do_not_align_ask_nothing() -> None:
    fixed = replace(EARLY, picked=replace(
        EARLY.picked, option=replace(EARLY.picked.option, aligns=False)
    ))
    both = quote([fixed, LATE], *ROWS, align="auto")
    assert realigned(both, [fixed]) is None


def test_of_refs_keeps_the_order_of_the_quote() -> None:
    assert of_refs([FIFTEEN, TEN], ["any:10", "any:15"]) == (FIFTEEN, TEN)
