"""What a rep should know (docs/domain.md, section 10), and what `show` says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resellerdesk.translation.translate import Translator

from resellerdesk_software.details import Progress
from resellerdesk_software.family import SoftwareFamily

FAMILY = SoftwareFamily()


def findings(case: Any) -> dict[str, str]:
    return {
        finding.key: Translator("en").text(finding.text)
        for finding in FAMILY.findings(case.held, case.ctx)
    }


def shown(case: Any) -> dict[str, object]:
    facts = FAMILY.facts_shown(case.held, case.ctx)
    assert all(fact.internal for fact in facts)
    return {fact.key: fact.value for fact in facts}


def test_what_is_in_order_has_no_findings(case: Any) -> None:
    assert findings(case("2026-11-24", in_use=True)) == {}


@pytest.mark.parametrize(
    ("licensed", "quantity", "text"),
    [(25, 8, "8 of 25 licensed units are covered; 17 are not"),
     (25, 24, "24 of 25 licensed units are covered; 1 is not")],
)
def test_fewer_covered_than_licensed(case: Any, licensed: int, quantity: int, text: str) -> None:
    found = findings(case("2026-11-24", licensed=licensed, quantity=quantity))
    assert found == {"uncovered_licences": text}


def test_more_covered_than_licensed_is_no_finding(case: Any) -> None:
    assert findings(case("2026-11-24", licensed=5, quantity=10)) == {}


@pytest.mark.parametrize(
    ("as_of", "in_use", "found"),
    [("2026-12-31", True, False), ("2027-01-01", True, True),
     ("2027-01-01", False, False), ("2027-01-01", None, False)],
)
def test_past_its_end_and_still_in_use(
    case: Any, as_of: str, in_use: bool | None, found: bool
) -> None:
    assert ("in_use_after_end" in findings(case(as_of, in_use=in_use))) is found


def test_past_its_end_and_still_in_use_names_the_end(case: Any) -> None:
    assert findings(case("2027-03-01", in_use=True)) == {
        "in_use_after_end": "ended on 31 December 2026 and is still marked as in use"
    }


def test_an_activation_that_is_pending(on_time: Any) -> None:
    found = findings(on_time.at("due", Progress(activation_pending=True)))
    assert found == {
        "activation_pending": "the customer has not activated the period since 1 January 2026"
    }


def test_show_says_what_stands_in_the_details(case: Any) -> None:
    found = shown(case("2026-11-24", segment="enterprise", in_use=True, licensed=12))
    assert found["segment"].message == "enterprise"
    assert (found["licensed"], found["in_use"], found["certificate"], found["support_level"]) == (
        12, True, "M76262352", "Essential"
    )
    assert found["renews_as"] == "SEP-ESS-REN"
    assert "activated_on" not in found


def test_show_says_whether_ownership_is_verified_and_the_period_activated(on_time: Any) -> None:
    assert shown(on_time)["verified_on"].message == "not yet"
    facts = Progress(renewal_id="3623879480", verified_on=date(2026, 11, 20),
                     activation_pending=True)
    found = shown(on_time.at("due", facts))
    assert found["verified_on"] == date(2026, 11, 20)
    assert found["activated_on"].message == "not yet"
