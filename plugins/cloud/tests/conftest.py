"""One subscription on one day, as the desk would hand it to the family."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from resellerdesk.core.policy import PolicyBook
from resellerdesk.core.situation import situation_on
from resellerdesk.sdk import (
    Catalogue,
    Context,
    Effect,
    Entitlement,
    Offer,
    Option,
    Period,
    Picked,
    Policy,
    PolicyRow,
    Renewal,
    Step,
    Text,
)

from resellerdesk_cloud.details import Held, Progress, Settings, Situated, Subscription
from resellerdesk_cloud.family import CloudFamily

FAMILY = CloudFamily()


@dataclass(frozen=True)
class Case:
    """A subscription and its context; `at` moves the renewal to another state."""

    held: Held
    ctx: Situated

    def options(self) -> Sequence[Option]:
        return FAMILY.options(self.held, self.ctx)

    def picked(self, key: str) -> Picked:
        option = next(option for option in self.options() if option.key == key)
        return Picked(option, option.period, option.quantity)

    def offer(self, key: str) -> Offer:
        return FAMILY.offer(self.held, self.picked(key), self.ctx)

    def at(self, state: str, picked: Picked | None = None, **facts: Any) -> Case:
        phase = FAMILY.workflow.state(state).phase
        known = self.ctx.renewal.facts.model_copy(update=facts)
        return replace(self, ctx=replace(self.ctx, renewal=Renewal(state, phase, known, picked)))

    def step(self, key: str) -> Step[Subscription, Progress, Settings, Any]:
        steps = FAMILY.workflow.steps_from(self.ctx.renewal.state)
        return next(step for step in steps if step.key == key)

    def why_not(self, key: str, **values: Any) -> Text | None:
        """What stands in a step's way, before anything is typed or with the values given."""
        step = self.step(key)
        why = step.ready(self.held, self.ctx) if step.ready is not None else None
        if why is not None or step.guard is None:
            return why
        return step.guard(self.held, step.needs(**values), self.ctx)

    def take(self, key: str, **values: Any) -> Case:
        """The case after a step."""
        step, facts = self.step(key), self.ctx.renewal.facts
        if step.effect is not None:
            effect: Effect[Subscription, Progress] = step.effect(
                self.held, step.needs(**values), self.ctx
            )
            facts = effect.facts or facts
            if effect.finish is not None:
                return self.moved_on(effect)
        state = step.to or self.ctx.renewal.state
        return self.at(state, self.ctx.renewal.picked, **dict(facts))


    def moved_on(self, effect: Effect[Subscription, Progress]) -> Case:
        """The renewal that a finished one opens, for the year after."""
        assert effect.finish is not None
        was, end = self.held.period.end, self.held.period.end.replace(year=2027)
        held = replace(self.held, details=effect.details or self.held.details,
                       period=Period(was + timedelta(days=1), end))
        phase = FAMILY.workflow.first.phase
        renewal = Renewal("due", phase, effect.finish.carry or Progress())
        return replace(self, held=held, ctx=replace(self.ctx, renewal=renewal))


def make_case(
    as_of: str, end: str = "2026-12-31", sku: str = "CLD-EMAIL", grace: int = 0, **details: Any
) -> Case:
    day, last = date.fromisoformat(as_of), date.fromisoformat(end)
    row = PolicyRow("Symantec", "cloud", "*", "grace_days", date(2026, 1, 1), str(grace))
    policy = Policy(PolicyBook([*FAMILY.policy, row]), "Symantec", "cloud", "EMEA", day)
    held: Held = Entitlement(
        "cloud", "0ddba11", "Symantec", "C-1", sku, "Email Security.cloud", 8,
        Period(date(last.year - 1, last.month, last.day), last), "express",
        Subscription(**details),
    )
    ctx: Situated = Context(
        day, "EMEA", situation_on(last, policy), Settings(),
        Renewal("due", FAMILY.workflow.first.phase, Progress()), policy,
        Catalogue(FAMILY.catalogue), currency="EUR",
    )
    return Case(held, ctx)


@pytest.fixture
def case() -> Callable[..., Case]:
    return make_case


@pytest.fixture
def euros() -> Callable[[str], Decimal]:
    return Decimal
