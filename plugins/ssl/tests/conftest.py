"""One plan on one day, as the desk would hand it to the family; and files to compare."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from resellerdesk.core.policy import PolicyBook
from resellerdesk.core.situation import situation_on
from resellerdesk.sdk import (
    Catalogue,
    Context,
    Effect,
    Entitlement,
    Holding,
    Offer,
    Option,
    Period,
    Phase,
    Picked,
    Policy,
    PolicyRow,
    Renewal,
    Step,
    Table,
    Text,
)

from resellerdesk_ssl.details import Held, Plan, Progress, Settings, Situated
from resellerdesk_ssl.family import SslFamily

FAMILY = SslFamily()
SAMPLES = Path(__file__).parent / "samples"


@dataclass(frozen=True)
class Case:
    """A plan and its context; `at` moves the renewal to another state."""

    held: Held
    ctx: Situated

    def options(self) -> Sequence[Option]:
        return FAMILY.options(self.held, self.ctx)

    def option(self, key: str) -> Option:
        return next(option for option in self.options() if option.key == key)

    @property
    def recommended(self) -> str:
        [found] = [option.key for option in self.options() if option.recommended]
        return found

    def picked(self, key: str, *addons: str) -> Picked:
        option = self.option(key)
        return Picked(option, option.period, option.quantity, dict.fromkeys(addons, 1))

    def offer(self, key: str, *addons: str) -> Offer:
        return FAMILY.offer(self.held, self.picked(key, *addons), self.ctx)

    def shown(self) -> Mapping[str, Any]:
        found = FAMILY.facts_shown(self.held, self.ctx)
        return {one.key: one if isinstance(one, Table) else one.value for one in found}

    def at(self, state: str, facts: Progress | None = None, picked: Picked | None = None) -> Case:
        phase = FAMILY.workflow.state(state).phase
        renewal = Renewal(state, phase, facts or self.ctx.renewal.facts, picked)
        return replace(self, ctx=replace(self.ctx, renewal=renewal))

    def among(self, *holdings: Holding[Plan]) -> Case:
        return replace(self, ctx=replace(self.ctx, holdings=holdings))

    def step(self, key: str) -> Step[Plan, Progress, Settings, Any]:
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

    def effect(self, key: str, **values: Any) -> Effect[Plan, Progress]:
        step = self.step(key)
        given = step.needs(**values)
        assert step.effect is not None
        return step.effect(self.held, given, self.ctx)

    def checked(self, request: str) -> Case:
        """The same after the sample certificate was compared with a sample request."""
        facts = self.effect("check", old=sample("old.pem"), request=sample(request)).facts
        return self.at(self.ctx.renewal.state, facts, self.ctx.renewal.picked)


def sample(name: str) -> bytes:
    return (SAMPLES / "ssl" / name).read_bytes()


def make_case(
    as_of: str = "2026-11-24",
    *,
    end: str = "2026-12-17",
    reference: str = "990200001",
    rules: Sequence[PolicyRow] = (),
    settings: Settings | None = None,
    **details: Any,
) -> Case:
    """The sample order 990200001, with another end or other details."""
    last, today = date.fromisoformat(end), date.fromisoformat(as_of)
    policy = Policy(PolicyBook([*FAMILY.policy, *rules]), "Symantec", "ssl", "EMEA", today)
    named = {
        "common_name": "www.lenoir.example",
        "dns_names": ("lenoir.example", "www.lenoir.example"),
        "organization": "Brasserie Lenoir & Fils", "locality": "Lyon", "country": "FR",
        "account_type": "trust_center", "plan_years": 1,
    }
    held = Entitlement(
        "ssl", reference, "Symantec", "C-1008", "SSL-SS", "Secure Site, www.lenoir.example", 1,
        Period(date(2020, 1, 1), last), "rewards", Plan(**(named | details)),
    )
    ctx = Context(
        today, "EMEA", situation_on(last, policy), settings or Settings(),
        Renewal("due", Phase.OPEN, Progress()), policy, Catalogue(FAMILY.catalogue),
    )
    return Case(held, ctx)


@pytest.fixture
def case() -> Callable[..., Case]:
    return make_case


@pytest.fixture
def on_time() -> Case:
    return make_case()


@pytest.fixture
def ended() -> Case:
    return make_case(end="2026-11-23")


@pytest.fixture
def renamed() -> Case:
    """Its request has another organisation."""
    return make_case().checked("organisation-changed.csr")


@pytest.fixture
def grace() -> PolicyRow:
    return PolicyRow("Symantec", "ssl", "*", "grace_days", date(2026, 1, 1), "30")


@pytest.fixture
def file() -> Callable[[str], bytes]:
    return sample
