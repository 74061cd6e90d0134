"""One unit on one day, as the desk would hand it to the family."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

from resellerdesk_hardware.details import Hardware, Held, Progress, Reminders, Situated
from resellerdesk_hardware.family import HardwareFamily

FAMILY = HardwareFamily()
SERIAL = "4200645771"


@dataclass(frozen=True)
class Case:
    """An entitlement and its context; `at` moves the renewal to another state."""

    held: Held
    ctx: Situated

    def options(self) -> Sequence[Option]:
        return FAMILY.options(self.held, self.ctx)

    def option_keys(self) -> list[str]:
        return [option.key for option in self.options()]

    def option(self, key: str) -> Option:
        return next(option for option in self.options() if option.key == key)

    def picked(self, key: str, quantity: int = 1) -> Picked:
        option = self.option(key)
        return Picked(option, option.period, quantity)

    def offer(self, key: str, quantity: int = 1) -> Offer:
        return FAMILY.offer(self.held, self.picked(key, quantity), self.ctx)

    def at(self, state: str, facts: Progress | None = None, picked: Picked | None = None) -> Case:
        phase = FAMILY.workflow.state(state).phase
        renewal = Renewal(state, phase, facts or self.ctx.renewal.facts, picked)
        return replace(self, ctx=replace(self.ctx, renewal=renewal))

    def step(self, key: str) -> Step[Hardware, Progress, Reminders, Any]:
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

    def effect(self, key: str, **values: Any) -> Effect[Hardware, Progress]:
        step = self.step(key)
        given = step.needs(**values)
        assert step.effect is not None
        return step.effect(self.held, given, self.ctx)


def make_case(
    as_of: str,
    *,
    end: str = "2026-11-26",
    sku: str = "HW-RTF-SG900",
    region: str = "EMEA",
    vendor: str = "Symantec",
    rules: Sequence[PolicyRow] = (),
    products: Sequence[Product] = FAMILY.catalogue,
    settings: Reminders | None = None,
    **details: Any,
) -> Case:
    """An SG900 returned to the factory for repair, supported by the vendor until 2031."""
    last, today = date.fromisoformat(end), date.fromisoformat(as_of)
    policy = Policy(PolicyBook([*FAMILY.policy, *rules]), vendor, FAMILY.key, region, today)
    given = {"model": "SG900", "service_level": "Return to Factory", "contract": "HC-260286",
             "end_of_support": date(2031, 6, 30)} | details
    held = Entitlement(
        FAMILY.key, SERIAL, vendor, "C-1022", sku, str(given["model"]), 1,
        Period(last.replace(year=last.year - 1), last), "express", Hardware(**given),
    )
    catalogue = Catalogue([product for product in products if product.vendor == vendor])
    situation = situation_on(last, policy)
    last_day = FAMILY.last_day(held, catalogue)
    if situation is Situation.LAPSED and last_day is not None and today > last_day:
        situation = Situation.GONE  # as the desk does
    ctx = Context(
        today, region, situation, settings or Reminders(),
        Renewal("due", Phase.OPEN, Progress()), policy, catalogue,
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
    """The 16th day without support."""
    found = make_case("2026-11-24", end="2026-11-08")
    assert found.ctx.situation is Situation.LAPSED
    return found
