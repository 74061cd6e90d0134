"""One entitlement on one day, as the desk would hand it to the family."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
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
    Phase,
    Picked,
    Policy,
    PolicyRow,
    Product,
    Renewal,
    Situation,
    Step,
    Text,
)

from resellerdesk_software.details import Held, Progress, Reminders, Situated, Software
from resellerdesk_software.family import SoftwareFamily

FAMILY = SoftwareFamily()


@dataclass(frozen=True)
class Case:
    """An entitlement and its context; `at` moves the renewal to another state."""

    held: Held
    ctx: Situated

    def options(self) -> Sequence[Option]:
        return FAMILY.options(self.held, self.ctx)

    def option(self, key: str) -> Option:
        return next(option for option in self.options() if option.key == key)

    def picked(
        self, key: str, quantity: int | None = None, addons: Mapping[str, int] | None = None
    ) -> Picked:
        option = self.option(key)
        return Picked(option, option.period, quantity or option.quantity, addons or {})

    def offer(
        self, key: str, quantity: int | None = None, addons: Mapping[str, int] | None = None
    ) -> Offer:
        return FAMILY.offer(self.held, self.picked(key, quantity, addons), self.ctx)

    def at(self, state: str, facts: Progress | None = None, picked: Picked | None = None) -> Case:
        phase = FAMILY.workflow.state(state).phase
        renewal = Renewal(state, phase, facts or self.ctx.renewal.facts, picked)
        return replace(self, ctx=replace(self.ctx, renewal=renewal))

    def step(self, key: str) -> Step[Software, Progress, Reminders, Any]:
        return next(step for step in FAMILY.workflow.steps if step.key == key)

    def why_not(self, key: str) -> Text | None:
        """What stands in a step's way before anything is typed."""
        ready = self.step(key).ready
        return ready(self.held, self.ctx) if ready is not None else None

    def refusal(self, key: str, **values: Any) -> Text | None:
        """What stands in a step's way with the values given."""
        step = self.step(key)
        given = step.needs(**values)
        return step.guard(self.held, given, self.ctx) if step.guard is not None else None

    def effect(self, key: str, **values: Any) -> Effect[Software, Progress]:
        step = self.step(key)
        given = step.needs(**values)
        assert step.effect is not None
        return step.effect(self.held, given, self.ctx)


def make_case(
    as_of: str,
    *,
    end: str = "2026-12-31",
    quantity: int = 10,
    sku: str = "SEP-ESS-NEW",
    region: str = "EMEA",
    vendor: str = "Symantec",
    rules: Sequence[PolicyRow] = (),
    products: Sequence[Product] = FAMILY.catalogue,
    settings: Reminders | None = None,
    **details: Any,
) -> Case:
    """Maintenance on 10 of 10 licences of Endpoint Protection, a year until `end`."""
    last, today = date.fromisoformat(end), date.fromisoformat(as_of)
    book = PolicyBook([*FAMILY.policy, *rules])
    policy = Policy(book, vendor, FAMILY.key, region, today)
    held = Entitlement(
        FAMILY.key, "3623879480", vendor, "C-1009", sku, "Endpoint Protection, Essential",
        quantity, Period(last.replace(year=last.year - 1), last), "express",
        Software(**{"licensed": quantity, "certificate": "M76262352",
                    "support_level": "Essential"} | details),
    )
    ctx = Context(
        today, region, situation_on(last, policy), settings or Reminders(),
        Renewal("due", Phase.OPEN, Progress()), policy,
        Catalogue([product for product in products if product.vendor == vendor]),
    )
    return Case(held, ctx)


@pytest.fixture
def case() -> Callable[..., Case]:
    return make_case


@pytest.fixture
def on_time() -> Case:
    return make_case("2026-11-24")


@pytest.fixture
def lapsed() -> Case:
    """The worked example of docs/domain.md, section 4: 54 days late."""
    found = make_case("2026-11-24", end="2026-09-30")
    assert found.ctx.situation is Situation.LAPSED
    return found


@pytest.fixture
def gone() -> Case:
    found = make_case("2026-11-24", end="2024-11-23")
    assert found.ctx.situation is Situation.GONE
    return found
