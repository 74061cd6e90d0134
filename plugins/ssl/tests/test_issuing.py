"""From the certificate that was issued to the one in use (docs/domain.md, section 5.5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import Text
from resellerdesk.translation.translate import Translator

from resellerdesk_ssl.details import Progress
from resellerdesk_ssl.family import SslFamily

FAMILY = SslFamily()
STATES = ("due", "quoted", "scheduled", "ordered", "validated", "issued")
PENDING = Progress(
    issued_serial="0A:1B", issued_on=date(2026, 11, 24), issued_last_day=date(2027, 6, 11),
    installation_pending=True,
)


def said(text: Text) -> str:
    return Translator("en").text(text)


def issue(case: Any, **values: Any) -> Any:
    given = {"serial": "0A:1B", "last_day": date(2027, 6, 11)} | values
    assert case.why_not("issue", **given) is None
    return case.effect("issue", **given)


def test_issuing_moves_on_by_the_accepted_plan_with_the_installation_pending(
    on_time: Any
) -> None:
    effect = issue(on_time.at("validated", picked=on_time.pick("trust-center-12")))
    assert (effect.finish.period, effect.finish.reference) == (None, "")
    assert effect.finish.carry == PENDING


def test_account_term_and_add_ons_are_recorded_with_the_plan(case: Any) -> None:
    found = case(express=True)
    picked = found.pick("managed-pki-36+auto")
    details = issue(found.at("validated", picked=picked)).details
    assert (details.account_type, details.plan_years, details.auto_renew, details.express) == (
        "managed_pki", 3, True, False
    )


def test_the_plan_goes_on_under_the_name_that_was_requested(on_time: Any) -> None:
    changed = on_time.checked("name-and-key-changed.csr")
    details = issue(changed.at("validated", picked=changed.pick("new-12"))).details
    assert (details.common_name, details.locality, details.dns_names) == (
        "shop.lenoir.example", "Paris", ("www.lenoir.example",)
    )
    assert (details.organization, details.account_type) == (
        "Brasserie Lenoir & Fils", "trust_center"
    )


def test_without_a_request_or_a_quote_the_plan_goes_on_as_it_is(case: Any) -> None:
    """A charge by the auto-renewal service: nothing was quoted."""
    found = case(auto_renew=True, express=True).at("validated")
    effect = issue(found)
    assert effect.details == found.held.details
    assert effect.finish.period is None


def test_a_new_certificate_may_come_under_an_order_of_its_own(ended: Any) -> None:
    validated = ended.at("validated", picked=ended.pick("new-12"))
    assert issue(validated, order_id="990200777").finish.reference == "990200777"
    assert issue(validated).finish.reference == ""
    assert issue(validated, order_id="990200001").finish.reference == ""


@pytest.mark.parametrize("key", ["trust-center-12", None])
def test_a_renewal_keeps_its_order(on_time: Any, key: str | None) -> None:
    picked = None if key is None else on_time.pick(key)
    refusal = on_time.at("validated", picked=picked).why_not(
        "issue", serial="0A", last_day=date(2027, 6, 11), order_id="990200777"
    )
    assert said(refusal).startswith("ssl:990200001 keeps its order ID")



@pytest.mark.parametrize("state", STATES)
def test_an_installation_is_recorded_once_while_it_is_pending(on_time: Any, state: str) -> None:
    found = on_time.at(state, PENDING)
    assert found.why_not("install") is None
    effect = found.effect("install", serial="0A:1B")
    assert (effect.facts.installation_pending, effect.facts.installed_on) == (
        False, date(2026, 11, 24)
    )
    details = effect.details
    assert (details.serial, details.valid_from, details.valid_till) == (
        "0A:1B", date(2026, 11, 24), date(2027, 6, 11)
    )
    assert said(found.at(state, effect.facts).why_not("install")) == (
        "990200001 has no certificate that waits for installation"
    )


def test_a_plan_that_an_export_shows_renewed_waits_for_an_installation_too(case: Any) -> None:
    """Which certificate came with it, nobody has said yet."""
    seen = {"start": date(2026, 12, 18), "end": date(2027, 12, 17)}
    effect = case().at("ordered").effect("seen", **seen)
    assert (effect.finish.period.end, effect.finish.carry) == (
        date(2027, 12, 17), Progress(installation_pending=True)
    )
    after = case(valid_from=date(2026, 6, 1), valid_till=date(2027, 6, 11)).at(
        "due", effect.finish.carry
    )
    [finding] = FAMILY.findings(after.held, after.ctx)
    assert said(finding.text) == (
        "the new plan's certificate is not yet installed: record it with the step install"
    )
    installed = after.effect("install", serial="0A:1B").details
    assert (installed.serial, installed.valid_till) == ("0A:1B", date(2027, 6, 11))


def test_nothing_waits_for_installation_before_the_first_renewal(on_time: Any) -> None:
    assert on_time.why_not("install") is not None

