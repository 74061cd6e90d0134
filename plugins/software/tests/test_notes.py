"""What a quote says in the customer's words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resellerdesk.sdk import PolicyRow, Text
from resellerdesk.translation.translate import Translator

ENGLISH = Translator("en")


def said(texts: tuple[Text, ...]) -> list[str]:
    return [ENGLISH.text(text) for text in texts]


def test_an_ordinary_renewal_needs_no_note(on_time: Any) -> None:
    assert on_time.offer("essential-12").notes == ()


@pytest.mark.parametrize(
    ("licensed", "quantity", "note"),
    [
        (25, 8, "8 of 25 licensed units are renewed; 17 stay without maintenance."),
        (25, 24, "24 of 25 licensed units are renewed; 1 stays without maintenance."),
        (5, 10, "10 units are renewed and 5 are licensed; licences are needed for 5 more."),
        (9, 10, "10 units are renewed and 9 are licensed; a licence is needed for 1 more."),
    ],
)
def test_a_quantity_unlike_the_licences_is_said(
    case: Any, licensed: int, quantity: int, note: str
) -> None:
    found = case("2026-11-24", licensed=licensed)
    assert said(found.offer("essential-12", quantity=quantity).notes) == [f"3623879480: {note}"]


def test_a_renewal_in_grace_says_until_when(case: Any) -> None:
    grace = PolicyRow("Symantec", "software", "*", "grace_days", date(2026, 1, 1), "30")
    found = case("2026-11-24", end="2026-11-01", rules=[grace])
    [note] = said(found.offer("essential-12").notes)
    assert note == (
        "3623879480 ended on 1 November 2026. Ordered by 1 December 2026, "
        "it goes on without a gap or a fee."
    )


def test_a_lapsed_renewal_says_how_many_days_are_charged(lapsed: Any) -> None:
    [note] = said(lapsed.offer("essential-12").notes)
    assert note == (
        "3623879480 ended on 30 September 2026: 54 days without maintenance are charged, "
        "with a fee of 20 % of that amount."
    )


def test_one_day_is_said_in_the_singular(case: Any) -> None:
    [note] = case("2026-10-02", end="2026-09-30").offer("essential-12").notes
    assert "1 day without maintenance is charged" in said((note,))[0]


def test_a_repurchase_says_why_it_is_none(gone: Any) -> None:
    [note] = said(gone.offer("repurchase", quantity=3).notes)
    assert note == (
        "3623879480 ended on 23 November 2024, too long ago to be renewed: "
        "the licences are bought again."
    )


RULE = (
    "Renewed late, software also pays for the days without maintenance, with a fee of 20 % of "
    "that; more than 730 days after its end it can no longer be renewed, and the licences must "
    "be bought again."
)


def test_without_renewal_on_time_maintenance_ends(on_time: Any) -> None:
    assert said(on_time.offer("essential-12").lapse) == [
        "Maintenance of 3623879480 ends on 31 December 2026.", RULE
    ]


def test_without_renewal_a_lapsed_one_pays_more_each_day_until_it_is_gone(lapsed: Any) -> None:
    first, rule = said(lapsed.offer("essential-12").lapse)
    assert first == (
        "3623879480 stays without maintenance, and each day adds to what is charged later. "
        "After 29 September 2028 its licences must be bought again."
    )
    assert rule == RULE


def test_the_rule_is_worded_alike_for_all_so_that_a_quote_says_it_once(
    on_time: Any, lapsed: Any
) -> None:
    assert on_time.offer("essential-12").lapse[1] == lapsed.offer("essential-12").lapse[1]


def test_another_vendor_s_percentage_is_said(case: Any) -> None:
    rule = PolicyRow("Kestrel", "software", "*", "reinstatement_percent", date(2020, 1, 1), "10")
    late = case("2026-11-24", end="2026-09-30", vendor="Kestrel", rules=[rule])
    offer = late.offer("essential-12")
    assert offer.notes[0].args["percent"] == Decimal(10)
    assert offer.lapse[1].args["percent"] == Decimal(10)


def test_what_is_gone_has_nothing_left_to_lapse(gone: Any) -> None:
    assert gone.offer("repurchase").lapse == ()
