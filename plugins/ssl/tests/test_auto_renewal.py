"""The auto-renewal service: consent, charge, and a charge that fails (docs/domain.md, 5.5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import Text
from resellerdesk.translation.translate import Translator


def said(text: Text) -> str:
    return Translator("en").text(text)


def test_only_a_plan_with_the_service_opts_in(case: Any) -> None:
    assert case(auto_renew=True).why_not("opt_in") is None
    assert said(case(auto_renew=False).why_not("opt_in")) == (
        "the plan of 990200001 has no auto-renewal service: quote it with +auto to have it with "
        "the next"
    )


@pytest.mark.parametrize(
    ("end", "allowed"), [("2026-11-24", True), ("2026-11-23", False)]
)
def test_opting_in_is_for_before_the_end(case: Any, end: str, allowed: bool) -> None:
    assert (case(end=end, auto_renew=True).why_not("opt_in") is None) is allowed


def test_a_changed_name_is_not_renewed_by_itself(case: Any) -> None:
    found = case(auto_renew=True).checked("organisation-changed.csr")
    assert "(Organisation)" in said(found.why_not("opt_in"))


def test_a_consent_is_recorded_and_taken_back_with_the_automatic_renewal(case: Any) -> None:
    facts = case(auto_renew=True).effect("opt_in", consent="mail of 3 May").facts
    assert (facts.consent, facts.consent_on) == ("mail of 3 May", date(2026, 11, 24))
    back = case(auto_renew=True).at("scheduled", facts).effect("cancel_auto").facts
    assert (back.consent, back.consent_on) == ("", None)


def test_a_charge_is_recorded_with_reference_and_date(on_time: Any) -> None:
    facts = on_time.at("scheduled").effect(
        "charge", reference="CH-1", date=date(2026, 12, 17)
    ).facts
    assert (facts.charge_reference, facts.charged_on) == ("CH-1", date(2026, 12, 17))


def test_a_failed_charge_is_flagged_until_it_is_ordered_or_agreed_to_again(on_time: Any) -> None:
    facts = on_time.at("scheduled").effect("charge_failed", reason="card expired").facts
    assert facts.charge_failed == "card expired"
    again = on_time.at("due", facts).effect("opt_in", consent="new card").facts
    assert again.charge_failed == ""
    quoted = on_time.at("quoted", facts, on_time.pick("trust-center-12+express"))
    assert quoted.effect("order", purchase_order="PO-7").facts.charge_failed == ""

