"""From due to covered: states, steps, and what stands in the way of an order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resellerdesk.sdk import (
    Acceptance,
    Effect,
    Fact,
    Finish,
    Nothing,
    On,
    Phase,
    State,
    Step,
    Text,
    standard,
)

from resellerdesk_hardware.details import Hardware, Held, Progress, Reminders, Situated
from resellerdesk_hardware.forms import Confirmation, Cover, Inspection
from resellerdesk_hardware.options import tier_of
from resellerdesk_hardware.support_life import is_late
from resellerdesk_hardware.wording import T

HardwareEffect = Effect[Hardware, Progress]


def _is_this_one(held: Held, given: Confirmation, ctx: Situated) -> Text | None:
    if held.reference.casefold() in given.serials:
        return None
    if len(given.serials) > 1:
        return T(
            "{serial} is not among the {n} serial numbers given: read its own from the unit",
            serial=held.reference, n=len(given.serials),
        )
    return T(
        "serial number {given} is not that of {ref}: read it from the unit",
        given=given.serial, ref=held.ref,
    )


def _confirmed(held: Held, given: Confirmation, ctx: Situated) -> HardwareEffect:
    return _recorded(ctx, confirmed_on=ctx.as_of)


def _serial_is_confirmed(held: Held, ctx: Situated) -> Text | None:
    if ctx.renewal.facts.confirmed_on is not None:
        return None
    return T(
        "nobody has confirmed that {serial} is in use: take the step confirm with its "
        "serial number", serial=held.reference,
    )


def _ordered(held: Held, given: Acceptance, ctx: Situated) -> HardwareEffect:
    asked = [
        Fact("serial", T("Serial number"), held.reference),
        Fact("model", T("Model"), held.details.model),
    ]
    if held.details.contract:
        asked.append(Fact("contract", T("Contract"), held.details.contract))
    return Effect(for_vendor=tuple(asked))


def _has_lapsed(held: Held, ctx: Situated) -> Text | None:
    if is_late(ctx):
        return None
    return T("{serial} was ordered in time and needs no inspection", serial=held.reference)


def _inspected(held: Held, given: Inspection, ctx: Situated) -> HardwareEffect:
    return _recorded(ctx, inspected_on=ctx.as_of, inspection_result=given.result)


def _is_inspected_if_lapsed(held: Held, ctx: Situated) -> Text | None:
    if ctx.renewal.facts.inspected_on is not None or not is_late(ctx):
        return None
    return T(
        "{serial} had lapsed and is not inspected: take the step inspect with the result",
        serial=held.reference,
    )


def _covered(held: Held, given: Cover, ctx: Situated) -> HardwareEffect:
    changes: dict[str, object] = {"contract": given.contract}
    picked = ctx.renewal.picked
    tier = tier_of(picked.option, held, ctx) if picked is not None else None
    if tier is not None:
        changes["service_level"] = tier.title
    return Effect(details=held.details.model_copy(update=changes), finish=Finish())


def _recorded(ctx: Situated, **changes: object) -> HardwareEffect:
    return Effect(facts=ctx.renewal.facts.model_copy(update=changes))


DUE = State("due", T("due"), Phase.OPEN)
QUOTED = State("quoted", T("quoted"), Phase.QUOTED)
ORDERED = State("ordered", T("ordered"), Phase.ORDERED)
COVERED = State("covered", T("covered"), Phase.WON)


def _from(*states: State) -> frozenset[str]:
    return frozenset(state.key for state in states)


_STEPS: Sequence[Step[Hardware, Progress, Reminders, Any]] = (
    Step("confirm", T("Confirm that it is in use"), _from(DUE, QUOTED), None, Confirmation,
         guard=_is_this_one, effect=_confirmed),
    Step("quote", T("Quote stored"), _from(DUE), QUOTED.key, Nothing, On.QUOTE_STORED),
    Step("order", T("Order"), _from(QUOTED), ORDERED.key, Acceptance, On.ACCEPTED,
         ready=_serial_is_confirmed, effect=_ordered),
    Step("inspect", T("Record the inspection"), _from(ORDERED), None, Inspection,
         ready=_has_lapsed, effect=_inspected),
    Step("cover", T("Record the new contract"), _from(ORDERED), COVERED.key, Cover,
         ready=_is_inspected_if_lapsed, effect=_covered),
)

WORKFLOW = standard((DUE, QUOTED, ORDERED, COVERED), _STEPS)
