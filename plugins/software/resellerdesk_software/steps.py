"""From due to fulfilled: states, steps, and what stands in the way of an order."""

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
    term,
)

from resellerdesk_software.details import Held, Progress, Reminders, Situated, Software
from resellerdesk_software.forms import Activation, Fulfilment, Proof
from resellerdesk_software.options import MINIMUM_MONTHS
from resellerdesk_software.wording import T

SoftwareEffect = Effect[Software, Progress]


def _notified(held: Held, given: Nothing, ctx: Situated) -> SoftwareEffect:
    return _recorded(ctx, notified_on=ctx.as_of)


def _is_its_own(held: Held, given: Proof, ctx: Situated) -> Text | None:
    if given.renewal_id == held.reference:
        return None
    return T(
        "renewal ID {given} is not that of {ref}: "
        "ask for the one on its notification or an earlier quote",
        given=given.renewal_id, ref=held.ref,
    )


def _verified(held: Held, given: Proof, ctx: Situated) -> SoftwareEffect:
    return _recorded(ctx, renewal_id=given.renewal_id, verified_on=ctx.as_of)


def _ownership_is_verified(held: Held, ctx: Situated) -> Text | None:
    if ctx.renewal.facts.verified:
        return None
    return T(
        "ownership of {reference} is not verified: take the step verify with the customer's "
        "renewal ID", reference=held.reference,
    )


def _ordered(held: Held, given: Acceptance, ctx: Situated) -> SoftwareEffect:
    facts = ctx.renewal.facts.model_copy(update={"ordered_on": ctx.as_of})
    asked = [Fact("renewal_id", T("Renewal ID"), held.reference)]
    if held.details.certificate:
        asked.append(Fact("certificate", T("Certificate"), held.details.certificate))
    return Effect(facts=facts, for_vendor=tuple(asked))


def _renewal_id_is_new(held: Held, given: Fulfilment, ctx: Situated) -> Text | None:
    if not given.renewal_id or given.renewal_id == held.reference or _is_new(ctx):
        return None
    return T(
        "{ref} keeps its renewal ID: only licences bought again come with another one; "
        "leave renewal_id out", ref=held.ref,
    )


def _fulfilled(held: Held, given: Fulfilment, ctx: Situated) -> SoftwareEffect:
    changes: dict[str, object] = {"certificate": given.certificate}
    period = None
    picked, facts = ctx.renewal.picked, ctx.renewal.facts
    if picked is not None and _is_new(ctx):
        # A one-off charge has no period to take over.
        period = term(facts.ordered_on or picked.period.start, MINIMUM_MONTHS)
        changes["licensed"] = picked.quantity
    other = given.renewal_id if given.renewal_id != held.reference else ""
    return Effect(
        details=held.details.model_copy(update=changes),
        finish=Finish(period, carry=_to_activate(held, ctx), reference=other),
    )


def _to_activate(held: Held, ctx: Situated) -> Progress:
    """Whoever renewed it, the customer has to activate the new period."""
    return Progress(activation_pending=True)


def _is_pending(held: Held, ctx: Situated) -> Text | None:
    if ctx.renewal.facts.activation_pending:
        return None
    return T("{reference} has no period that waits for activation", reference=held.reference)


def _activated(held: Held, given: Activation, ctx: Situated) -> SoftwareEffect:
    return _recorded(ctx, activation_pending=False, activated_on=given.date)


def _is_new(ctx: Situated) -> bool:
    return ctx.renewal.picked is not None and ctx.renewal.picked.option.mode == "new"


def _recorded(ctx: Situated, **changes: object) -> SoftwareEffect:
    return Effect(facts=ctx.renewal.facts.model_copy(update=changes))


DUE = State("due", T("due"), Phase.OPEN)
NOTIFIED = State("notified", T("notified"), Phase.OPEN)
QUOTED = State("quoted", T("quoted"), Phase.QUOTED)
ORDERED = State("ordered", T("ordered"), Phase.ORDERED)
FULFILLED = State("fulfilled", T("fulfilled"), Phase.WON)
_STATES = (DUE, NOTIFIED, QUOTED, ORDERED, FULFILLED)


def _from(*states: State) -> frozenset[str]:
    return frozenset(state.key for state in states)


_STEPS: Sequence[Step[Software, Progress, Reminders, Any]] = (
    Step("notify", T("Notify the customer"), _from(DUE), NOTIFIED.key, Nothing,
         effect=_notified),
    Step("verify", T("Verify ownership"), _from(DUE, NOTIFIED, QUOTED), None, Proof,
         guard=_is_its_own, effect=_verified),
    Step("quote", T("Quote stored"), _from(DUE, NOTIFIED), QUOTED.key, Nothing,
         On.QUOTE_STORED),
    Step("order", T("Order"), _from(QUOTED), ORDERED.key, Acceptance, On.ACCEPTED,
         ready=_ownership_is_verified, effect=_ordered),
    Step("fulfil", T("Record the new certificate"), _from(ORDERED), FULFILLED.key, Fulfilment,
         guard=_renewal_id_is_new, effect=_fulfilled),
    # Of the renewal that the last one opened: it goes on whatever became of the activation.
    Step("activate", T("Record the activation"), _from(*_STATES), None, Activation,
         ready=_is_pending, effect=_activated),
)

WORKFLOW = standard(_STATES, _STEPS, carry=_to_activate)
