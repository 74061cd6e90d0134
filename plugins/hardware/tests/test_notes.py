"""What a quote says in the customer's words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import PolicyRow, Text
from resellerdesk.translation.translate import Translator

ENGLISH = Translator("en")
INCLUDED = "Every level includes technical support around the clock and system updates."
GRACE = PolicyRow("Symantec", "hardware", "*", "grace_days", date(2026, 1, 1), "30")


def said(texts: tuple[Text, ...]) -> list[str]:
    return [ENGLISH.text(text) for text in texts]


def test_an_ordinary_renewal_says_what_every_level_includes(on_time: Any) -> None:
    assert said(on_time.offer("return-to-factory-12").notes) == [INCLUDED]


@pytest.mark.parametrize(
    ("key", "is_below"),
    [("return-to-factory-12", True), ("standard-plus-12", True),
     ("next-business-day-12", False), ("four-hour-12", False)],
)
def test_a_level_below_the_contract_s_is_said(case: Any, key: str, is_below: bool) -> None:
    found = case("2026-11-24", required_level="Next Business Day")
    notes = [note for note in said(found.offer(key).notes) if note != INCLUDED]
    assert [note.startswith("4200645771: its contract asks for Next Business Day, and ")
            for note in notes] == [True] * is_below


def test_a_lapsed_unit_says_that_it_is_inspected(lapsed: Any) -> None:
    included, note = said(lapsed.offer("return-to-factory-12").notes)
    assert included == INCLUDED
    assert note == (
        "SG900: support ended on 8 November 2026. A lapsed unit is inspected before it is "
        "covered again, from 24 November 2026 on."
    )


def test_a_unit_in_grace_says_until_when(case: Any) -> None:
    found = case("2026-11-24", end="2026-11-08", rules=[GRACE])
    _, note = said(found.offer("return-to-factory-12").notes)
    assert note == (
        "SG900: support ended on 8 November 2026. Ordered by 8 December 2026, it goes on "
        "without a gap or an inspection."
    )


def test_a_unit_to_be_replaced_says_why(case: Any) -> None:
    found = case("2026-11-24", end_of_support=date(2026, 11, 26))
    [note] = said(found.offer("replace").notes)
    assert note == (
        "The end of support life of model SG900 is 26 November 2026: 4200645771 cannot be "
        "covered any longer and is to be replaced."
    )


def test_a_unit_too_late_by_policy_says_that(case: Any) -> None:
    rule = PolicyRow("Symantec", "hardware", "*", "repurchase_after_days", date(2026, 1, 1), "0")
    found = case("2026-11-27", rules=[rule])
    [note] = said(found.offer("replace").notes)
    assert note == (
        "Support of 4200645771 ended on 26 November 2026, too long ago to be taken up again: "
        "the unit is to be replaced."
    )


@pytest.mark.parametrize(
    ("as_of", "rules", "first"),
    [
        ("2026-11-24", [], "SG900: support ends on 26 November 2026."),
        ("2026-11-27", [GRACE],
         "SG900: support ended on 26 November 2026; its grace ends on 26 December 2026."),
        ("2026-11-27", [], "SG900: without support since 26 November 2026."),
    ],
)
def test_it_says_what_happens_without_renewal(
    case: Any, as_of: str, rules: list[PolicyRow], first: str
) -> None:
    found = case(as_of, rules=rules)
    assert said(found.offer("return-to-factory-12").lapse) == [
        first, "Renewed late, a unit is first inspected, for a fee."
    ]


def test_two_units_of_one_model_say_the_same_so_that_a_quote_says_it_once(lapsed: Any) -> None:
    offer = lapsed.offer("return-to-factory-12")
    texts = [*offer.notes, *offer.lapse, lapsed.option("return-to-factory-12").ceiling_why]
    assert all(lapsed.held.reference not in ENGLISH.text(text) for text in texts)
