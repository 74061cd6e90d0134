"""From brewing to serviced, or to the scrapyard; two ways to accept and one way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel

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
    Table,
    Text,
    standard,
)

from toy_family.machine import Held, House, Machine, Situated, T, Upkeep

Done = Effect[Machine, Upkeep]


class Reading(BaseModel):
    """What the technician read from the machine."""

    cups: int
    burnt_out: bool = False


class Visit(BaseModel):
    """The first visit of the new year; `tag` where the machine was exchanged."""

    day: date
    tag: str = ""


def _runs_forward(held: Held, given: Reading, ctx: Situated) -> Text | None:
    before = held.details.cups
    if given.cups >= before:
        return None
    return T("{cups} cups are fewer than the {before} counted before", cups=given.cups,
             before=before)


def _descaled(held: Held, given: Reading, ctx: Situated) -> Done:
    facts = Upkeep(descaled_on=ctx.as_of, burnt_out=given.burnt_out,
                   missed_visits=ctx.renewal.facts.missed_visits)
    counted = Table(
        "counter", T("Counter"), (("before", T("Before")), ("now", T("Now"))),
        ((held.details.cups, given.cups),), internal=True,
    )
    return Effect(facts=facts, details=held.details.model_copy(update={"cups": given.cups}),
                  tables=(counted,))


def _is_descaled(held: Held, ctx: Situated) -> Text | None:
    if ctx.renewal.facts.descaled_on is not None:
        return None
    return T("{tag} is not descaled: take the step descale", tag=held.reference)


def _told(held: Held, given: Acceptance, ctx: Situated) -> Done:
    return Effect(for_vendor=(Fact("tag", T("Machine tag"), held.reference),))


def _missed(held: Held, given: Nothing, ctx: Situated) -> Done:
    facts = ctx.renewal.facts
    return Effect(facts=facts.model_copy(update={"missed_visits": facts.missed_visits + 1}))


def _serviced(held: Held, given: Visit, ctx: Situated) -> Done:
    return Effect(finish=Finish(carry=_stays_descaled(held, ctx), reference=given.tag))


def _stays_descaled(held: Held, ctx: Situated) -> Upkeep:
    """A machine that was descaled stays so into the next year."""
    return Upkeep(descaled_on=ctx.renewal.facts.descaled_on)


def _is_done_for(held: Held, ctx: Situated) -> Text | None:
    spares = held.details.spares_until
    if ctx.renewal.facts.burnt_out or (spares is not None and spares <= held.period.end):
        return None
    return T("{tag} still brews and has spare parts: renew it, or decline", tag=held.reference)


STATES = (
    State("brewing", T("brewing"), Phase.OPEN),
    State("offered", T("offered"), Phase.QUOTED),
    State("booked", T("visit booked"), Phase.ORDERED),
    State("signed", T("plan signed"), Phase.ORDERED),
    State("serviced", T("serviced"), Phase.WON),
    State("scrapped", T("scrapped"), Phase.LOST),
)
_AT_HAND = frozenset({"brewing", "offered"})
_OFFERED, _BOOKED = frozenset({"offered"}), frozenset({"booked"})

STEPS: Sequence[Step[Machine, Upkeep, House, Any]] = (
    Step("descale", T("Descale"), _AT_HAND, None, Reading, guard=_runs_forward, effect=_descaled),
    Step("offer", T("Offer"), frozenset({"brewing"}), "offered", Nothing, On.QUOTE_STORED),
    Step("book", T("Book the visit"), _OFFERED, "booked", Acceptance, On.ACCEPTED,
         ready=_is_descaled, effect=_told),
    Step("sign", T("Sign the plan"), _OFFERED, "signed", Acceptance, On.ACCEPTED, effect=_told),
    Step("no_show", T("Nobody was there"), _BOOKED, "brewing", Nothing, effect=_missed),
    Step("service", T("Service"), frozenset({"booked", "signed"}), "serviced", Visit,
         effect=_serviced),
    Step("scrap", T("Scrap"), _AT_HAND, "scrapped", Nothing, ready=_is_done_for),
)

WORKFLOW = standard(STATES, STEPS, carry=_stays_descaled)
