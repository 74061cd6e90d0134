"""Takes one step of a renewal's workflow: asks its family, moves the renewal, writes it down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from resellerdesk.core.entitlement import Nothing
from resellerdesk.core.history import STEP, tables_kept
from resellerdesk.core.merging import Columns
from resellerdesk.core.phase import Phase
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.standing import Standing
from resellerdesk.core.text import T, Text
from resellerdesk.core.workflow import AnyEffect, AnyStep, Effect, Finish, On, State
from resellerdesk.desk.case import Case
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.last_word import changed_meanwhile
from resellerdesk.desk.moving_on import Onward, move_on
from resellerdesk.desk.occasion import Occasion
from resellerdesk.extensions.fault import Faulted, PluginFault
from resellerdesk.sdk.answers import effect_lacks
from resellerdesk.store.engine import Database
from resellerdesk.store.entitlements import update_entitlements
from resellerdesk.store.events import Entry, append
from resellerdesk.store.missing import mark
from resellerdesk.store.renewals import Record, move_renewal


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken, with what its family answered."""

    case: Case
    step: AnyStep
    effect: AnyEffect


def why_not(desk: Desk, case: Case, step: AnyStep, values: BaseModel) -> Text | None:
    """Why the step is refused with these values, or None. Raises Refusal for a plugin's fault."""
    guard = desk.extensions.guard
    try:
        if step.ready is not None:
            why = guard.optional(
                case.where(f"ready of {step.key}"), Text, step.ready, case.entitlement, case.ctx
            )
            if why is not None:
                return why
        if step.guard is not None:
            return guard.optional(
                case.where(f"guard of {step.key}"), Text, step.guard, case.entitlement, values,
                case.ctx,
            )
    except Faulted as faulted:
        raise Refusal(faulted.fault.text) from faulted
    return None


def take(
    desk: Desk, db: Database, case: Case, step: AnyStep, values: BaseModel, occasion: Occasion,
    told: Mapping[str, Any] | None = None,
) -> Taken:
    """Takes a step inside the caller's transaction; `told` goes into the history with it.

    Raises Refusal where the step's guard refuses, its plugin fails, or somebody changed the
    renewal since it was read.
    """
    why = why_not(desk, case, step, values)
    if why is not None:
        raise Refusal(T("{ref}: {step}: {why}", ref=case.ref, step=step.key, why=why))
    try:
        effect = effect_of(desk, case, step, values)
    except Faulted as faulted:
        raise Refusal(faulted.fault.text) from faulted
    state = case.family.workflow.state(step.to or case.record.cycle.state)
    extra = dict(told or {})
    before = case.record.cycle.standing
    after = _after(case, before, state, effect, extra.get("order"))
    change_standing(db, case.record, after)
    data = {
        "step": step.key, "from": before.state, "to": after.state,
        "values": _kept(values), "before": before.as_json(), **extra,
    }
    columns = _columns(case.record, effect)
    onward = _onward(case, effect, columns)
    if onward is not None:
        data |= move_on(desk, db, case, onward, occasion)
    elif columns is not None:
        data["columns"] = case.record.held.columns.as_json()
        update_entitlements(db, [(case.record.held, columns)])
    if effect.tables:
        data["tables"] = tables_kept(effect.tables)
    if step.on is On.CLOSED and case.record.missing_since is not None:
        data["missing_since"] = case.record.missing_since.isoformat()
        mark(db, [case.record.held.id], None)  # the decision that it waited for
    append(db, [Entry(case.record.held.id, case.record.cycle.id, occasion.event(STEP, data))])
    return Taken(case, step, effect)


def change_standing(db: Database, record: Record, to: Standing) -> None:
    """Raises Refusal, saying who did what, where somebody changed the renewal since."""
    if not move_renewal(db, record.cycle, to):
        raise changed_meanwhile(db, record)


def effect_of(desk: Desk, case: Case, step: AnyStep, values: BaseModel) -> AnyEffect:
    """What the step changes, checked. Raises Faulted where its family fails."""
    if step.effect is None:
        return Effect()
    where = case.where(f"effect of {step.key}")
    effect: AnyEffect = desk.extensions.guard.one(
        where, Effect, step.effect, case.entitlement, values, case.ctx
    )
    wrong = effect_lacks(effect)
    if wrong:
        raise Faulted(PluginFault(where, wrong))
    return effect


def carried(effect: AnyEffect) -> dict[str, Any]:
    """The facts that an effect leaves to the next renewal."""
    finish: Finish[Any] | None = effect.finish
    if finish is None or finish.carry is None:
        return {}
    return dict(finish.carry.model_dump(mode="json"))


def _after(
    case: Case, before: Standing, state: State, effect: AnyEffect, order: str | None
) -> Standing:
    """The situation is frozen from the day of the order on, and no longer when it is cancelled."""
    facts = before.facts if effect.facts is None else effect.facts.model_dump(mode="json")
    after = replace(before, state=state.key, phase=state.phase, facts=facts)
    if state.phase in (Phase.OPEN, Phase.QUOTED):
        return replace(after, ordered_on=None, order_number=None)
    if state.phase is Phase.ORDERED:
        after = replace(after, ordered_on=before.ordered_on or case.ctx.as_of)
    return replace(after, order_number=order or before.order_number)


def _columns(record: Record, effect: AnyEffect) -> Columns | None:
    """The entitlement's columns with the details that the step changed, or None."""
    if effect.details is None:
        return None
    details = effect.details.model_dump(mode="json", exclude_unset=True)
    columns = record.held.columns
    return replace(columns, details={**columns.details, **details})


def _onward(case: Case, effect: AnyEffect, columns: Columns | None) -> Onward | None:
    finish: Finish[Any] | None = effect.finish
    if finish is None:
        return None
    columns = columns or case.record.held.columns
    return Onward(columns, finish.period, carried(effect), finish.reference)


def _kept(values: BaseModel) -> dict[str, Any]:
    """What was typed, as the history keeps it; of a file that it was given, not what is in it."""
    if isinstance(values, Nothing):
        return {}
    kept = {}
    for name, value in values:
        kept[name] = f"{len(value)} bytes" if isinstance(value, bytes) else str(value)
    return kept
