"""States and steps of a family, and the steps that every family has (docs/domain.md, 5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from resellerdesk.core.catalogue import Catalogue
from resellerdesk.core.entitlement import (
    AnyContext,
    AnyEntitlement,
    Context,
    Entitlement,
    Nothing,
    Renewal,
)
from resellerdesk.core.phase import Phase
from resellerdesk.core.situation import situation_on
from resellerdesk.core.standard_steps import Acceptance, Reason, Seen, standard
from resellerdesk.core.text import T
from resellerdesk.core.workflow import AnyStep, AnyWorkflow, Effect, Finish, On, State, Step

from core.building import AS_OF, day, policy, rule, span

STATES = (
    State("cold", T("cold"), Phase.OPEN),
    State("warm", T("warm"), Phase.OPEN),
    State("poured", T("poured"), Phase.QUOTED),
    State("paid", T("paid"), Phase.ORDERED),
    State("brewing", T("brewing"), Phase.ORDERED),
    State("served", T("served"), Phase.WON),
    State("to_go", T("to go"), Phase.WON),
    State("spilt", T("spilt"), Phase.LOST),
)
STEPS: tuple[AnyStep, ...] = (
    Step("pour", T("Pour"), frozenset({"cold", "warm"}), "poured", Nothing, On.QUOTE_STORED),
    Step("pay", T("Pay"), frozenset({"poured"}), "paid", Acceptance, On.ACCEPTED),
)
WORKFLOW: AnyWorkflow = standard(STATES, STEPS)
BEFORE = {"cold", "warm", "poured"}
ORDERED = {"paid", "brewing"}
LOST = {"spilt", "declined", "let_go"}


def step(key: str) -> AnyStep:
    [found] = [one for one in WORKFLOW.steps if one.key == key]
    return found


def held(end: str = "2026-12-31") -> AnyEntitlement:
    return Entitlement(
        "any", "1", "Acme", "C-1", "MAINT", "Machine", 1, span(f"2026-01-01 .. {end}"), "",
        Nothing(),
    )


def context(end: str, grace: str, as_of: date) -> AnyContext:
    rules = policy(rule("grace_days", grace), as_of=as_of)
    situation = situation_on(day(end), rules)
    renewal: Renewal[Any] = Renewal("cold", Phase.OPEN, Nothing())
    return Context(as_of, "EMEA", situation, Nothing(), renewal, rules, Catalogue([]))


@pytest.mark.parametrize(
    ("key", "from_", "to", "needs", "on"),
    [
        ("decline", BEFORE, "declined", Reason, On.CLOSED),
        ("let_go", BEFORE, "let_go", Nothing, None),
        ("cancel", ORDERED, "cold", Reason, On.ORDER_CANCELLED),
        ("seen", ORDERED, "served", Seen, On.SEEN_RENEWED),
        ("reopen", LOST, "cold", Nothing, On.REOPENED),
    ],
)
def test_every_family_has_the_standard_steps(
    key: str, from_: set[str], to: str, needs: type, on: On | None
) -> None:
    found = step(key)
    assert found.from_ == frozenset(from_)
    assert (found.to, found.needs, found.on) == (to, needs, on)


def test_a_familys_own_states_and_steps_come_first_and_stay_as_they_are() -> None:
    assert WORKFLOW.states[: len(STATES)] == STATES
    assert WORKFLOW.steps[: len(STEPS)] == STEPS
    assert [state.key for state in WORKFLOW.states[len(STATES):]] == ["declined", "let_go"]
    assert {WORKFLOW.state(key).phase for key in LOST} == {Phase.LOST}


def test_a_renewal_opens_in_the_first_state() -> None:
    assert WORKFLOW.first.key == "cold"


def test_a_state_that_the_family_does_not_have_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="lukewarm"):
        WORKFLOW.state("lukewarm")


def test_a_workflow_without_a_won_state_is_refused() -> None:
    with pytest.raises(ValueError, match="phase won"):
        standard(STATES[:5], [])


@pytest.mark.parametrize(
    ("state", "keys"),
    [
        ("cold", ["pour", "decline", "let_go"]),
        ("poured", ["pay", "decline", "let_go"]),
        ("brewing", ["cancel", "seen"]),
        ("spilt", ["reopen"]),
        ("let_go", ["reopen"]),
        ("served", []),
    ],
)
def test_the_steps_from_a_state(state: str, keys: list[str]) -> None:
    assert [one.key for one in WORKFLOW.steps_from(state)] == keys


@pytest.mark.parametrize(
    ("on", "state", "keys"),
    [
        (On.QUOTE_STORED, "warm", ["pour"]),
        (On.QUOTE_STORED, "poured", []),  # a quoted renewal stays as it is
        (On.ACCEPTED, "poured", ["pay"]),
        (On.CLOSED, "poured", ["decline"]),
        (On.CLOSED, "paid", []),
        (On.ORDER_CANCELLED, "paid", ["cancel"]),
        (On.SEEN_RENEWED, "brewing", ["seen"]),
        (On.SEEN_RENEWED, "cold", []),
        (On.REOPENED, "declined", ["reopen"]),
    ],
)
def test_the_step_that_what_happens_takes(on: On, state: str, keys: list[str]) -> None:
    assert [one.key for one in WORKFLOW.bound(on, state)] == keys


@pytest.mark.parametrize("state", [state.key for state in WORKFLOW.states])
def test_every_state_but_a_won_one_has_a_way_on(state: str) -> None:
    won = WORKFLOW.state(state).phase is Phase.WON
    assert bool(WORKFLOW.steps_from(state)) is not won


@pytest.mark.parametrize(
    ("end", "grace", "refused"),
    [
        ("2026-11-24", "0", True),  # its last day
        ("2026-11-23", "0", False),
        ("2026-11-10", "15", True),  # in grace
        ("2026-11-08", "15", False),
        ("2022-01-01", "0", False),  # gone
    ],
)
def test_letting_go_waits_for_the_end_and_its_grace(end: str, grace: str, refused: bool) -> None:
    ready = step("let_go").ready
    assert ready is not None
    why_not = ready(held("2026-12-31"), context(end, grace, AS_OF))
    assert (why_not is not None) is refused


def test_what_was_seen_renewed_moves_on_with_the_dates_of_the_file() -> None:
    effect = step("seen").effect
    assert effect is not None
    seen = Seen(start=day("2027-01-01"), end=day("2027-12-31"))
    done = effect(held(), seen, context("2026-12-31", "0", AS_OF))
    assert done.finish is not None
    assert done.finish.period == span("2027-01-01 .. 2027-12-31")
    assert (done.facts, done.details, done.finish.reference) == (None, None, "")


def test_a_plugin_may_name_the_types_of_what_it_makes() -> None:
    assert Effect[Nothing, Nothing](facts=Nothing()) == Effect(facts=Nothing())
    assert Finish[Nothing](reference="A-2") == Finish(reference="A-2")


def test_closing_and_cancelling_need_a_reason() -> None:
    assert Reason(reason="price").note == ""
    with pytest.raises(ValidationError):
        Reason.model_validate({"note": "no reason"})


def test_accepting_needs_a_purchase_order() -> None:
    with pytest.raises(ValidationError):
        Acceptance.model_validate({})


def test_won_and_lost_are_closed() -> None:
    assert [phase.value for phase in Phase if phase.is_closed] == ["won", "lost"]
