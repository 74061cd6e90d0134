"""What a quote says in plain words about its own periods (docs/domain.md, sections 2 to 5)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from resellerdesk.core.charge import Offer
from resellerdesk.core.coterm import Align, Chosen, periods
from resellerdesk.core.option import Option, Picked
from resellerdesk.core.quote import Quote
from resellerdesk.core.text import T

from core.building import (
    FRENCH_CUSTOMER,
    FRENCH_SELLER,
    charge,
    day,
    item,
    option,
    price_row,
    quote,
)

ROWS = price_row("120.00"), price_row("180.00", term=24)
CUT = T("Support for the model ends.")
ALIGNED = "Periods are aligned: they end together on {end}, for one order next time."
OWN_END = "{reference} keeps its own end, {end}."


def quote_of(*options: Option, align: Align = None, **changes: Any) -> Quote:
    """A quote of these options, with the periods that the desk would give them."""
    chosen = [Chosen(f"any:{n}", one) for n, one in enumerate(options)]
    items = [
        item(charge(period), ref=one.ref, picked=Picked(one.option, period, 1))
        for one, period in zip(chosen, periods(chosen, align), strict=True)
    ]
    return quote(items, *ROWS, align=align, **changes)


def said(made: Quote) -> list[str]:
    return [note.message for note in made.notes]


def test_a_plain_quote_says_nothing() -> None:
    assert said(quote_of(option("2027-01-01"))) == []


def test_aligned_lines_say_where_they_end_and_which_keep_their_own() -> None:
    made = quote_of(
        option("2026-11-27"), option("2027-01-03"), option("2027-02-20", aligns=False),
        align="auto",
    )
    aligned, own = made.notes
    assert (aligned.message, aligned.args) == (ALIGNED, {"end": day("2028-01-02")})
    assert (own.message, own.args) == (OWN_END, {"reference": "2", "end": day("2028-02-19")})


def test_a_line_cut_at_its_ceiling_says_why_and_that_it_keeps_its_end() -> None:
    cut = option("2027-02-01", ceiling=day("2027-09-30"), ceiling_why=CUT)
    assert said(quote_of(cut)) == [CUT.message]
    assert said(quote_of(option("2026-11-27"), cut, align="auto")) == [
        ALIGNED, OWN_END, CUT.message,
    ]


@pytest.mark.parametrize("ceiling", ["2028-01-31", "2029-12-31"])
def test_a_line_that_its_ceiling_does_not_cut_does_not_say_so(ceiling: str) -> None:
    whole = option("2027-02-01", ceiling=day(ceiling), ceiling_why=CUT)
    assert said(quote_of(whole)) == []


def test_a_line_that_only_the_common_end_runs_past_its_ceiling_keeps_its_own_end() -> None:
    lasting = option("2026-11-27", ceiling=day("2028-03-31"), ceiling_why=CUT)
    made = quote_of(lasting, option("2027-01-01"), align=day("2028-06-30"))
    assert [line.period.end for line in made.lines] == [day("2028-03-31"), day("2028-06-30")]
    assert OWN_END in said(made)
    assert CUT.message in said(made)


@pytest.mark.parametrize(
    ("opens", "noted"), [("2026-12-01", True), ("2026-11-24", False), ("2026-10-01", False)]
)
def test_an_opening_day_is_said_until_it_has_come(opens: str, noted: bool) -> None:
    made = quote_of(option("2027-01-01", opens=day(opens)))
    assert bool(made.notes) is noted
    assert all(note.args["day"] == day(opens) for note in made.notes)


def test_a_longer_term_that_costs_less_is_said() -> None:
    [note] = quote_of(option("2027-01-01"), align=day("2028-11-30")).notes[1:]
    assert note.args["end"] == day("2028-12-31")


def test_the_notes_of_families_and_tax_are_said_once() -> None:
    gap = T("{days} days without service", days=23)
    plain = item(charge("2027-01-01 .. 2027-12-31"))
    one = replace(plain, offer=Offer(plain.offer.charges, notes=(gap,)))
    american = replace(FRENCH_CUSTOMER, country="US")
    made = quote(
        [one, replace(one, ref="any:2")], *ROWS, customer=american,
        seller=replace(FRENCH_SELLER, country="US"),
    )
    assert made.notes == (gap, T("Excluding sales tax."))
