"""What a rep should know (docs/domain.md, section 10), and what `show` says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import Product
from resellerdesk.translation.translate import Translator

from resellerdesk_hardware.details import Progress, Reminders
from resellerdesk_hardware.family import HardwareFamily

FAMILY = HardwareFamily()


def findings(case: Any) -> dict[str, str]:
    return {
        finding.key: Translator("en").text(finding.text)
        for finding in FAMILY.findings(case.held, case.ctx)
    }


def shown(case: Any) -> dict[str, Any]:
    facts = FAMILY.facts_shown(case.held, case.ctx)
    assert all(fact.internal for fact in facts)
    return {fact.key: fact.value for fact in facts}


def test_what_is_in_order_has_no_findings(case: Any) -> None:
    found = case("2026-11-24", in_use=True, required_level="Return to Factory")
    assert findings(found) == {}


@pytest.mark.parametrize(
    ("sku", "required", "is_below"),
    [
        ("HW-RTF-SG900", "Next Business Day", True),
        ("HW-RTF-SG900", "NEXT-business-day", True),
        ("HW-RTF-SG900", " HW-NBD ", True),
        ("HW-NBD-SG900", "Next Business Day", False),
        ("HW-4H-SG900", "Next Business Day", False),
        ("HW-RTF-SG900", "", False),
    ],
)
def test_a_level_below_what_the_contract_asks_for(
    case: Any, sku: str, required: str, is_below: bool
) -> None:
    found = findings(case("2026-11-24", sku=sku, required_level=required))
    assert ("level_below_contract" in found) is is_below
    assert not is_below or found["level_below_contract"] == (
        "held at Return to Factory, below Next Business Day that its contract asks for"
    )


def test_a_level_that_no_catalogue_knows_cannot_be_compared(case: Any) -> None:
    assert findings(case("2026-11-24", required_level="Platinum")) == {
        "unknown_required_level":
            "its contract asks for Platinum, which is no level in the catalogue"
    }
    unranked = Product("Symantec", "HW-RTF", "hardware", "Slow", attributes={"tier": "slow"})
    found = case("2026-11-24", products=[unranked, *FAMILY.catalogue[1:]],
                 required_level="Four Hour 24x7")
    assert findings(found) == {}


@pytest.mark.parametrize(
    ("as_of", "in_use", "found"),
    [("2026-11-26", True, False), ("2026-11-27", True, True),
     ("2026-11-27", False, False), ("2026-11-27", None, False)],
)
def test_past_its_end_and_still_in_use(
    case: Any, as_of: str, in_use: bool | None, found: bool
) -> None:
    assert ("in_use_after_end" in findings(case(as_of, in_use=in_use))) is found


@pytest.mark.parametrize(
    ("as_of", "rest"),
    [
        ("2026-09-30", "is 30 September 2027; 365 days are left"),
        ("2027-09-29", "is 30 September 2027; 1 day is left"),
        ("2027-10-01", "was 30 September 2027"),
    ],
)
def test_the_end_of_support_life_is_near(case: Any, as_of: str, rest: str) -> None:
    found = case(as_of, end="2027-10-31", end_of_support=date(2027, 9, 30))
    assert findings(found) == {
        "end_of_support": f"the end of support life of model SG900 {rest}"
    }


def test_more_than_a_year_ahead_the_end_of_support_life_is_not_near(case: Any) -> None:
    found = case("2026-09-29", end="2027-10-31", end_of_support=date(2027, 9, 30))
    assert findings(found) == {}


def test_how_near_is_a_setting(case: Any) -> None:
    for days, is_near in ((309, False), (310, True)):
        found = case("2026-11-24", end_of_support=date(2027, 9, 30),
                     settings=Reminders(end_of_support_days=days))
        assert ("end_of_support" in findings(found)) is is_near


def test_an_unknown_end_of_support_life_is_no_finding(case: Any) -> None:
    assert findings(case("2026-11-24", end_of_support=None)) == {}


def test_show_says_what_stands_in_the_details(case: Any) -> None:
    found = shown(case("2026-11-24", sku="HW-4H-SG900", in_use=True, required_level="Any"))
    assert (found["model"], found["tier"], found["contract"]) == ("SG900", "four-hour", "HC-260286")
    assert (found["end_of_support"], found["in_use"]) == (date(2031, 6, 30), True)
    assert found["response"].message == "4 hours, 24x7"
    assert "inspected_on" not in found


def test_show_says_whether_it_is_confirmed_and_a_lapsed_one_inspected(lapsed: Any) -> None:
    found = shown(lapsed)
    assert (found["confirmed_on"].message, found["inspected_on"].message) == ("not yet", "not yet")
    facts = Progress(confirmed_on=date(2026, 11, 20), inspected_on=date(2026, 11, 23),
                     inspection_result="sound")
    found = shown(lapsed.at("ordered", facts))
    assert found["confirmed_on"] == date(2026, 11, 20)
    assert (found["inspected_on"], found["inspection_result"]) == (date(2026, 11, 23), "sound")
