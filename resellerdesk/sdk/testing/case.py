"""One entitlement on one day, without a desk: asked, quoted, and moved from step to step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pydantic import BaseModel

from resellerdesk.core.charge import Offer
from resellerdesk.core.entitlement import AnyContext, AnyEntitlement, Holding, Renewal
from resellerdesk.core.fact import Finding, Table
from resellerdesk.core.option import Option, Picked, find_option, parse_choice
from resellerdesk.core.period import DAY, Period, term
from resellerdesk.core.phase import Phase
from resellerdesk.core.situation import Situation, situation_on
from resellerdesk.core.text import Text
from resellerdesk.core.workflow import AnyStep, Effect, On
from resellerdesk.sdk.family import AnyFamily


class Refused(Exception):
    """A step that a rule does not allow; `text` is the family's reason."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


@dataclass(frozen=True)
class Case:
    """An entitlement and its context, as a desk would hand them to the family.

    It knows phases and bindings and no state by name, as a desk does. `last` is what the step
    that led here answered.
    """

    family: AnyFamily
    held: AnyEntitlement
    ctx: AnyContext
    last: Effect[Any, Any] = field(default_factory=Effect)

    def options(self) -> tuple[Option, ...]:
        """The ways to go on."""
        return tuple(self.family.options(self.held, self.ctx))

    def option_keys(self) -> list[str]:
        """The keys of the ways to go on."""
        return [option.key for option in self.options()]

    @property
    def recommended(self) -> str:
        """The key of the option that is recommended."""
        return find_option(self.options(), None, self.held.ref).key

    def option(self, key: str) -> Option:
        """The option of that key. Raises Refusal naming what there is."""
        return find_option(self.options(), parse_choice(key), self.held.ref)

    def pick(
        self, typed: str, quantity: int | None = None, period: Period | None = None
    ) -> Picked:
        """What somebody typed, such as `essential-12+education=5`, as the desk would fix it."""
        choice = parse_choice(typed)
        option = find_option(self.options(), choice, self.held.ref)
        addons = {key: number or 1 for key, number in choice.addons.items()}
        return Picked(option, period or option.period, quantity or option.quantity, addons)

    def offer(self, picked: Picked | str, quantity: int | None = None) -> Offer:
        """What an option charges: one picked before, or typed as for `pick`."""
        chosen = picked if isinstance(picked, Picked) else self.pick(picked, quantity)
        return self.family.offer(self.held, chosen, self.ctx)

    def findings(self) -> tuple[Finding, ...]:
        """What a rep should know or act on."""
        return tuple(self.family.findings(self.held, self.ctx))

    def shown(self) -> Mapping[str, Any]:
        """What `show` says, by key: the value of a fact, or a whole table."""
        found = self.family.facts_shown(self.held, self.ctx)
        return {one.key: one if isinstance(one, Table) else one.value for one in found}

    def at(
        self, state: str, facts: BaseModel | None = None, picked: Picked | None = None,
        **recorded: Any,
    ) -> Case:
        """The same with its renewal in a state; `recorded` replaces single facts."""
        known = facts or self.ctx.renewal.facts
        phase = self.family.workflow.state(state).phase
        renewal = Renewal(
            state, phase, known.model_copy(update=recorded), picked or self.ctx.renewal.picked
        )
        return replace(self, ctx=replace(self.ctx, renewal=renewal))

    def on(self, as_of: date) -> Case:
        """The same on another day; what is ordered keeps its situation, as on a desk."""
        policy = replace(self.ctx.policy, as_of=as_of)
        ctx = replace(self.ctx, as_of=as_of, policy=policy)
        if self.ctx.renewal.phase is not Phase.ORDERED:
            ctx = replace(ctx, situation=situation(self.family, self.held, ctx))
        return replace(self, ctx=ctx)

    def among(self, *holdings: Holding[Any]) -> Case:
        """The same with what the customer holds besides."""
        return replace(self, ctx=replace(self.ctx, holdings=holdings))

    def step(self, key: str) -> AnyStep:
        """The step of that key from here. Raises LookupError naming what there is."""
        steps = self.family.workflow.steps_from(self.ctx.renewal.state)
        for step in steps:
            if step.key == key:
                return step
        keys = ", ".join(step.key for step in steps)
        raise LookupError(f"no step {key} from {self.ctx.renewal.state}; there are {keys}")

    def why_not(self, key: str, **values: Any) -> Text | None:
        """What stands in a step's way: before anything is typed, or with values given."""
        step = self.step(key)
        why = step.ready(self.held, self.ctx) if step.ready else None
        waits = not values and any(info.is_required() for info in step.needs.model_fields.values())
        if why is not None or step.guard is None or waits:
            return why
        return step.guard(self.held, step.needs(**values), self.ctx)

    def effect(self, key: str, **values: Any) -> Effect[Any, Any]:
        """What a step would change, whatever stands in its way."""
        step = self.step(key)
        given = step.needs(**values)
        return step.effect(self.held, given, self.ctx) if step.effect else Effect()

    def take(self, key: str, **values: Any) -> Case:
        """The case after a step. Raises Refused where a rule says no."""
        why = self.why_not(key, **values)
        if why is not None:
            raise Refused(why)
        return moved(self, self.step(key), self.effect(key, **values))

    def happen(self, on: On, **values: Any) -> Case:
        """The case after something happened on the desk: it takes the step bound to it."""
        return self.take(self._bound(on, self.ctx.renewal.picked).key, **values)

    def store_quote(self, picked: Picked | str) -> Case:
        """The case once a quote with what was picked is stored."""
        chosen = picked if isinstance(picked, Picked) else self.pick(picked)
        stored = self
        if self.family.workflow.bound(On.QUOTE_STORED, self.ctx.renewal.state):
            stored = self.happen(On.QUOTE_STORED)
        return stored.at(stored.ctx.renewal.state, picked=chosen)

    def onward(self) -> Case:
        """The renewal that the last step opened by a `Finish`, for the period that follows.

        Raises LookupError where the last step finished nothing.
        """
        finish, before = self.last.finish, self.ctx.renewal
        if finish is None:
            raise LookupError(f"no step has finished the renewal of {self.held.ref}")
        accepted = before.picked.period if before.picked else None
        period = finish.period or accepted or term(self.held.period.end + DAY, 12)
        first = self.family.workflow.first
        carried = finish.carry if finish.carry is not None else self.family.facts()
        held = replace(
            self.held, reference=finish.reference or self.held.reference, period=period
        )
        ctx = replace(self.ctx, renewal=Renewal(first.key, first.phase, carried))
        return replace(self, held=held, ctx=ctx, last=Effect()).on(self.ctx.as_of)

    def open_points(self, picked: Picked) -> Sequence[Text]:
        """What would refuse an order of what was picked, before anything is typed."""
        step = self._bound(On.ACCEPTED, picked)
        why = step.ready(self.held, self.ctx) if step.ready else None
        return [] if why is None else [why]

    def _bound(self, on: On, picked: Picked | None) -> AnyStep:
        wanted = picked.option.accept if picked and on is On.ACCEPTED else ""
        steps = self.family.workflow.bound(on, self.ctx.renewal.state)
        for step in steps:
            if wanted in ("", step.key):
                return step
        raise LookupError(
            f"state {self.ctx.renewal.state} has no step {wanted} bound to {on}".replace("  ", " ")
        )


def moved(case: Case, step: AnyStep, effect: Effect[Any, Any]) -> Case:
    """Where a step leads, with what its effect changed; an open renewal has nothing picked."""
    state = case.family.workflow.state(step.to or case.ctx.renewal.state)
    facts = case.ctx.renewal.facts if effect.facts is None else effect.facts
    details = case.held.details if effect.details is None else effect.details
    picked = None if state.phase is Phase.OPEN else case.ctx.renewal.picked
    ctx = replace(case.ctx, renewal=Renewal(state.key, state.phase, facts, picked))
    return replace(case, held=replace(case.held, details=details), ctx=ctx, last=effect)


def situation(family: AnyFamily, held: AnyEntitlement, ctx: AnyContext) -> Situation:
    """As a desk finds it: what lapsed after the family's own last day is gone."""
    found = situation_on(held.period.end, ctx.policy)
    if found is not Situation.LAPSED:
        return found
    try:
        last = family.last_day(held, ctx.catalogue)
    except Exception:
        return found  # on a desk too a family that fails sets none
    return Situation.GONE if last is not None and ctx.as_of > last else found
