"""From due to covered: the table of docs/domain.md, section 5, row by row."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from resellerdesk.sdk import Acceptance, Nothing, On, Phase, Reason, Seen, Text
from resellerdesk.translation.translate import Translator

from resellerdesk_hardware.details import Progress
from resellerdesk_hardware.family import HardwareFamily
from resellerdesk_hardware.forms import Confirmation, Cover, Inspection

WORKFLOW = HardwareFamily().workflow
STEPS = {step.key: step for step in WORKFLOW.steps}
CONFIRMED = Progress(confirmed_on=date(2026, 11, 20))
INSPECTED = CONFIRMED.model_copy(
    update={"inspected_on": date(2026, 11, 23), "inspection_result": "sound"}
)


def said(text: Text | None) -> str:
    assert text is not None
    return Translator("en").text(text)


def test_a_renewal_opens_as_due_and_ends_covered() -> None:
    assert WORKFLOW.first.key == "due"
    assert {state.key: state.phase for state in WORKFLOW.states} == {
        "due": Phase.OPEN, "quoted": Phase.QUOTED, "ordered": Phase.ORDERED,
        "covered": Phase.WON, "declined": Phase.LOST, "let_go": Phase.LOST,
    }


@pytest.mark.parametrize(
    ("key", "from_", "to", "needs", "on"),
    [
        ("confirm", {"due", "quoted"}, None, Confirmation, None),
        ("quote", {"due"}, "quoted", Nothing, On.QUOTE_STORED),
        ("order", {"quoted"}, "ordered", Acceptance, On.ACCEPTED),
        ("inspect", {"ordered"}, None, Inspection, None),
        ("cover", {"ordered"}, "covered", Cover, None),
        ("decline", {"due", "quoted"}, "declined", Reason, On.CLOSED),
        ("let_go", {"due", "quoted"}, "let_go", Nothing, None),
        ("cancel", {"ordered"}, "due", Reason, On.ORDER_CANCELLED),
        ("seen", {"ordered"}, "covered", Seen, On.SEEN_RENEWED),
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
        "confirm", "quote", "order", "inspect", "cover",
        "decline", "let_go", "cancel", "seen", "reopen",
    }


@pytest.mark.parametrize(
    ("key", "name"),
    [("confirm", "serial"), ("order", "purchase_order"), ("inspect", "result"),
     ("cover", "contract")],
)
def test_each_step_asks_for_what_the_table_says(key: str, name: str) -> None:
    fields = STEPS[key].needs.model_fields
    assert {given: field.is_required() for given, field in fields.items()} == {name: True}


@pytest.mark.parametrize("key", ["confirm", "inspect", "cover"])
def test_an_empty_value_is_none(key: str) -> None:
    [name] = STEPS[key].needs.model_fields
    with pytest.raises(ValidationError):
        STEPS[key].needs(**{name: "  "})


@pytest.mark.parametrize("state", ["due", "quoted"])
@pytest.mark.parametrize(
    "given", ["4200645771", " 4200645771 ", "2648127757, 4200645771", "1\n4200645771;2"]
)
def test_its_serial_number_or_a_list_with_it_confirms_a_unit(
    on_time: Any, state: str, given: str
) -> None:
    found = on_time.at(state)
    assert found.why_not("confirm", serial=given) is None
    facts = found.effect("confirm", serial=given).facts
    assert facts == Progress(confirmed_on=date(2026, 11, 24))


@pytest.mark.parametrize("given", ["2648127757", "42006457711", "420064577", "HC-260286", ","])
def test_another_serial_number_confirms_nothing(on_time: Any, given: str) -> None:
    refusal = said(on_time.why_not("confirm", serial=given))
    assert refusal == (
        f"serial number {given} is not that of hardware:4200645771: read it from the unit"
    )


def test_an_order_waits_for_the_confirmation(on_time: Any) -> None:
    assert said(on_time.at("quoted").why_not("order")) == (
        "nobody has confirmed that 4200645771 is in use: take the step confirm with its "
        "serial number"
    )
    assert on_time.at("quoted", CONFIRMED).why_not("order") is None


@pytest.mark.parametrize(
    ("contract", "told"),
    [("HC-260286", {"serial": "4200645771", "model": "SG900", "contract": "HC-260286"}),
     ("", {"serial": "4200645771", "model": "SG900"})],
)
def test_an_order_tells_the_vendor_which_unit(
    case: Any, contract: str, told: dict[str, str]
) -> None:
    found = case("2026-11-24", contract=contract).at("quoted", CONFIRMED)
    effect = found.effect("order", purchase_order="PO-7")
    assert {fact.key: fact.value for fact in effect.for_vendor} == told
    assert effect.finish is None


def test_a_unit_ordered_in_time_is_covered_without_an_inspection(on_time: Any) -> None:
    found = on_time.at("ordered", CONFIRMED)
    assert said(found.why_not("inspect")) == (
        "4200645771 was ordered in time and needs no inspection"
    )
    assert found.why_not("cover") is None


@pytest.mark.parametrize("as_of", ["2026-11-24", "2031-07-01"])
def test_a_lapsed_unit_is_inspected_before_it_is_covered(case: Any, as_of: str) -> None:
    """Also one whose quote was accepted after its end of support life."""
    found = case(as_of, end="2026-11-08").at("ordered", CONFIRMED)
    assert said(found.why_not("cover")) == (
        "4200645771 had lapsed and is not inspected: take the step inspect with the result"
    )
    assert found.why_not("inspect") is None
    facts = found.effect("inspect", result=" sound ").facts
    assert (facts.inspected_on, facts.inspection_result) == (found.ctx.as_of, "sound")
    assert facts.confirmed_on == CONFIRMED.confirmed_on
    assert found.at("ordered", facts).why_not("cover") is None


def test_covering_moves_on_by_the_accepted_line_under_the_new_contract(on_time: Any) -> None:
    accepted = on_time.pick("four-hour-24")
    effect = on_time.at("ordered", CONFIRMED, accepted).effect("cover", contract="HC-300000")
    assert (effect.finish.period, effect.finish.reference) == (None, "")
    changed = {"contract": "HC-300000", "service_level": "Four Hour 24x7"}
    assert effect.details == on_time.held.details.model_copy(update=changed)


def test_what_was_never_quoted_keeps_its_level(on_time: Any) -> None:
    details = on_time.at("ordered", CONFIRMED).effect("cover", contract="HC-3").details
    assert details.service_level == "Return to Factory"


def test_the_next_renewal_is_confirmed_and_inspected_anew(lapsed: Any) -> None:
    found = lapsed.at("ordered", INSPECTED, lapsed.pick("four-hour-12"))
    assert found.effect("cover", contract="HC-3").finish.carry is None


@pytest.mark.parametrize(
    ("as_of", "allowed"), [("2026-11-26", False), ("2026-11-27", True), ("2031-07-01", True)]
)
def test_letting_go_waits_for_the_end(case: Any, as_of: str, allowed: bool) -> None:
    assert (case(as_of).why_not("let_go") is None) is allowed
