"""From due to fulfilled: the table of docs/domain.md, section 5, row by row."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from resellerdesk.sdk import Acceptance, Nothing, On, Period, Phase, Reason, Seen, Text
from resellerdesk.translation.translate import Translator

from resellerdesk_software.details import Progress
from resellerdesk_software.family import SoftwareFamily
from resellerdesk_software.forms import Activation, Fulfilment, Proof

WORKFLOW = SoftwareFamily().workflow
STEPS = {step.key: step for step in WORKFLOW.steps}
VERIFIED = Progress(renewal_id="3623879480", verified_on=date(2026, 11, 20))
PENDING = Progress(activation_pending=True)

EVERY_BUT_LOST = {"due", "notified", "quoted", "ordered", "fulfilled"}


def said(text: Text) -> str:
    return Translator("en").text(text)


def test_a_renewal_opens_as_due_and_ends_fulfilled() -> None:
    phases = {state.key: state.phase for state in WORKFLOW.states}
    assert WORKFLOW.first.key == "due"
    assert phases == {
        "due": Phase.OPEN, "notified": Phase.OPEN, "quoted": Phase.QUOTED,
        "ordered": Phase.ORDERED, "fulfilled": Phase.WON,
        "declined": Phase.LOST, "let_go": Phase.LOST,
    }


@pytest.mark.parametrize(
    ("key", "from_", "to", "needs", "on"),
    [
        ("notify", {"due"}, "notified", Nothing, None),
        ("verify", {"due", "notified", "quoted"}, None, Proof, None),
        ("quote", {"due", "notified"}, "quoted", Nothing, On.QUOTE_STORED),
        ("order", {"quoted"}, "ordered", Acceptance, On.ACCEPTED),
        ("fulfil", {"ordered"}, "fulfilled", Fulfilment, None),
        ("activate", EVERY_BUT_LOST, None, Activation, None),
        ("decline", {"due", "notified", "quoted"}, "declined", Reason, On.CLOSED),
        ("let_go", {"due", "notified", "quoted"}, "let_go", Nothing, None),
        ("cancel", {"ordered"}, "due", Reason, On.ORDER_CANCELLED),
        ("seen", {"ordered"}, "fulfilled", Seen, On.SEEN_RENEWED),
        ("reopen", {"declined", "let_go"}, "due", Nothing, On.REOPENED),
    ],
)
def test_each_step_leads_where_the_table_says(
    key: Any, from_: Any, to: Any, needs: Any, on: Any
) -> None:
    step = STEPS[key]
    assert (step.from_, step.to, step.needs, step.on) == (from_, to, needs, on)


def test_there_are_no_other_steps() -> None:
    assert set(STEPS) == {
        "notify", "verify", "quote", "order", "fulfil", "activate",
        "decline", "let_go", "cancel", "seen", "reopen",
    }


@pytest.mark.parametrize(
    ("key", "names"),
    [("verify", {"renewal_id": True}), ("order", {"purchase_order": True}),
     ("fulfil", {"certificate": True, "renewal_id": False}), ("activate", {"date": True}),
     ("notify", {})],
)
def test_each_step_asks_for_what_the_table_says(key: str, names: dict[str, bool]) -> None:
    fields = STEPS[key].needs.model_fields
    assert {name: field.is_required() for name, field in fields.items()} == names


def test_a_notification_is_recorded(on_time: Any) -> None:
    assert on_time.why_not("notify") is None
    assert on_time.effect("notify").facts == Progress(notified_on=date(2026, 11, 24))


@pytest.mark.parametrize("state", ["due", "notified", "quoted"])
def test_its_own_renewal_id_proves_ownership(on_time: Any, state: str) -> None:
    found = on_time.at(state)
    assert found.why_not("verify", renewal_id=" 3623879480 ") is None
    facts = found.effect("verify", renewal_id=" 3623879480 ").facts
    assert facts == Progress(renewal_id="3623879480", verified_on=date(2026, 11, 24))
    assert facts.verified


def test_a_proof_keeps_what_was_recorded_before(on_time: Any) -> None:
    before = Progress(notified_on=date(2026, 11, 1), activation_pending=True)
    facts = on_time.at("notified", before).effect("verify", renewal_id="3623879480").facts
    assert (facts.notified_on, facts.activation_pending) == (date(2026, 11, 1), True)


@pytest.mark.parametrize("given", ["9037696176", "362387948", "M76262352"])
def test_another_number_proves_nothing_and_the_right_one_is_not_told(
    on_time: Any, given: str
) -> None:
    refusal = on_time.why_not("verify", renewal_id=given)
    assert refusal.args["given"] == given
    assert said(refusal).startswith(f"renewal ID {given} is not that of software:3623879480: ")


def test_an_empty_proof_is_no_proof(on_time: Any) -> None:
    with pytest.raises(ValidationError):
        on_time.why_not("verify", renewal_id="  ")


def test_an_order_waits_for_the_proof_and_says_so_before_anything_is_typed(on_time: Any) -> None:
    why_not = on_time.at("quoted").why_not("order")
    assert said(why_not) == (
        "ownership of 3623879480 is not verified: take the step verify with the customer's "
        "renewal ID"
    )
    assert on_time.at("quoted", VERIFIED).why_not("order") is None


def test_an_order_tells_the_vendor_renewal_id_and_certificate(on_time: Any) -> None:
    effect = on_time.at("quoted", VERIFIED).effect("order", purchase_order="PO-7")
    told = {fact.key: fact.value for fact in effect.for_vendor}
    assert told == {"renewal_id": "3623879480", "certificate": "M76262352"}
    assert effect.facts.ordered_on == date(2026, 11, 24)
    assert effect.facts.verified
    assert effect.finish is None


def test_fulfilling_moves_on_by_the_accepted_line_with_the_activation_pending(on_time: Any) -> None:
    accepted = on_time.pick("essential-24")
    found = on_time.at("ordered", VERIFIED, accepted)
    assert found.why_not("fulfil", certificate="M80000001") is None
    effect = found.effect("fulfil", certificate="M80000001")
    assert effect.finish.period is None
    assert effect.finish.reference == ""
    assert effect.finish.carry == PENDING
    assert effect.details == on_time.held.details.model_copy(update={"certificate": "M80000001"})


def test_the_next_renewal_needs_a_proof_of_its_own(on_time: Any) -> None:
    effect = on_time.at("ordered", VERIFIED, on_time.pick("essential-12")).effect(
        "fulfil", certificate="M80000001"
    )
    assert not effect.finish.carry.verified


def test_licences_bought_again_run_twelve_months_from_the_acceptance(gone: Any) -> None:
    facts = VERIFIED.model_copy(update={"ordered_on": date(2026, 12, 1)})
    found = gone.at("ordered", facts, gone.pick("repurchase", quantity=7))
    assert found.why_not("fulfil", certificate="M80000001", renewal_id="5550001111") is None
    effect = found.effect("fulfil", certificate="M80000001", renewal_id="5550001111")
    assert effect.finish.period == Period(date(2026, 12, 1), date(2027, 11, 30))
    assert effect.finish.reference == "5550001111"
    assert effect.details.licensed == 7


@pytest.mark.parametrize("given", ["", "3623879480"])
def test_without_a_new_renewal_id_the_same_entitlement_goes_on(gone: Any, given: str) -> None:
    found = gone.at("ordered", VERIFIED, gone.pick("repurchase"))
    assert found.why_not("fulfil", certificate="M1", renewal_id=given) is None
    assert found.effect("fulfil", certificate="M1", renewal_id=given).finish.reference == ""


def test_a_renewal_keeps_its_renewal_id(on_time: Any) -> None:
    found = on_time.at("ordered", VERIFIED, on_time.pick("essential-12"))
    refusal = found.why_not("fulfil", certificate="M1", renewal_id="5550001111")
    assert said(refusal).startswith("software:3623879480 keeps its renewal ID")


@pytest.mark.parametrize("state", sorted(EVERY_BUT_LOST))
def test_an_activation_is_recorded_once_while_it_is_pending(on_time: Any, state: str) -> None:
    found = on_time.at(state, PENDING)
    assert found.why_not("activate") is None
    facts = found.effect("activate", date=date(2026, 11, 23)).facts
    assert facts == Progress(activated_on=date(2026, 11, 23))
    assert said(found.at(state, facts).why_not("activate")) == (
        "3623879480 has no period that waits for activation"
    )


def test_nothing_waits_for_activation_before_the_first_renewal(on_time: Any) -> None:
    assert on_time.why_not("activate") is not None


@pytest.mark.parametrize(
    ("end", "as_of", "allowed"),
    [("2026-12-31", "2026-12-31", False), ("2026-11-23", "2026-11-24", True),
     ("2016-05-09", "2016-05-08", False)],
)
def test_letting_go_waits_for_the_end(case: Any, end: str, as_of: str, allowed: bool) -> None:
    assert (case(as_of, end=end).why_not("let_go") is None) is allowed


def test_an_order_that_is_cancelled_keeps_the_proof() -> None:
    """Without an effect the facts stay as they are: nobody is asked for the ID again."""
    assert STEPS["cancel"].effect is None
