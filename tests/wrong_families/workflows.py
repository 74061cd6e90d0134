"""Coffee machines with a state or a step that leads nowhere, or that fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from resellerdesk.sdk import (
    Acceptance,
    Effect,
    Nothing,
    On,
    Phase,
    State,
    Step,
    Workflow,
    standard,
)

from toy_family.machine import Held, Machine, Situated, Upkeep
from toy_family.steps import STATES, STEPS, WORKFLOW
from wrong_families.changed import Changed, T


def with_steps(*more: Step[Any, Any, Any, Any], states: Sequence[State] = ()) -> Workflow[Any]:
    return standard((*STATES, *states), (*STEPS, *more))


class NeverDoneWithRepair(Changed):
    """From the repair no step leads back."""

    workflow = with_steps(
        Step("break_down", T("Broken"), frozenset({"brewing"}), "repair", Nothing),
        Step("offer_repair", T("Offer"), frozenset({"repair"}), None, Nothing, On.QUOTE_STORED),
        states=[State("repair", T("in repair"), Phase.OPEN)],
    )


class NobodySendsItToStorage(Changed):
    workflow = with_steps(
        Step("fetch", T("Fetch"), frozenset({"storage"}), "brewing", Nothing),
        Step("offer_stored", T("Offer"), frozenset({"storage"}), "offered", Nothing,
             On.QUOTE_STORED),
        states=[State("storage", T("in storage"), Phase.OPEN)],
    )


class CannotBeQuotedWhileAway(Changed):
    workflow = with_steps(
        Step("lend", T("Lend"), frozenset({"brewing"}), "lent", Nothing),
        Step("return", T("Return"), frozenset({"lent"}), "brewing", Nothing),
        states=[State("lent", T("lent out"), Phase.OPEN)],
    )


def without(key: str, state: str) -> Workflow[Any]:
    """The coffee machines' workflow with a step that does not lead from a state any more."""
    steps = (
        replace(step, from_=step.from_ - {state}) if step.key == key else step
        for step in WORKFLOW.steps
    )
    return Workflow(WORKFLOW.states, tuple(steps))


class CannotBeCancelledOnceSigned(Changed):
    workflow = without("cancel", "signed")


class CannotBeOpenedAgain(Changed):
    workflow = without("reopen", "scrapped")


def _stumbles(held: Held, given: Acceptance, ctx: Situated) -> Effect[Machine, Upkeep]:
    raise RuntimeError("no such order")


class StumblesWhileOrdering(Changed):
    workflow = Workflow(WORKFLOW.states, tuple(
        replace(step, effect=_stumbles) if step.key == "sign" else step for step in WORKFLOW.steps
    ))
