"""Stores a quote: its number, its lines, and the step of every renewal on it, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from resellerdesk.core.entitlement import Nothing
from resellerdesk.core.history import STEP, Event
from resellerdesk.core.quote import Numbered, Quote
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.core.workflow import Effect, On
from resellerdesk.desk.case import Case
from resellerdesk.desk.desk import Desk
from resellerdesk.extensions.fault import Faulted
from resellerdesk.store.engine import Database
from resellerdesk.store.events import Entry, append, history_of
from resellerdesk.store.numbers import next_number
from resellerdesk.store.quotes import StoredQuote, insert_quote
from resellerdesk.store.renewals import Move, forget_values, move_renewal

QUOTED = "quoted"


def store_quote(desk: Desk, quote: Quote, cases: Sequence[Case]) -> Numbered:
    """One transaction: draws the number, stores the quote, moves its renewals.

    Raises Refusal where somebody changed a renewal since it was read.
    """
    at, change = desk.clock(), uuid4().hex
    with desk.store.write() as db:
        number = next_number(db, "Q", quote.as_of.year)
        stored = StoredQuote(
            number, 1, "open", at.isoformat(timespec="seconds"), desk.user, quote
        )
        insert_quote(db, stored, {case.ref: case.record.cycle.id for case in cases})
        for case in cases:
            _take_step(desk, db, case, number, at, change)
        forget_values(db, [case.record.cycle.id for case in cases])
    return Numbered(quote, number, 1)


def _take_step(
    desk: Desk, db: Database, case: Case, number: str, at: datetime, change: str
) -> None:
    """The step bound to *quote stored*, where the renewal's state has one."""
    cycle, workflow = case.record.cycle, case.family.workflow
    steps = workflow.bound(On.QUOTE_STORED, cycle.state)
    state = workflow.state(steps[0].to or cycle.state if steps else cycle.state)
    facts = cycle.facts
    if steps and steps[0].effect is not None:
        try:
            effect = desk.extensions.guard.one(
                case.where(f"effect of {steps[0].key}"), Effect, steps[0].effect,
                case.entitlement, Nothing(), case.ctx,
            )
        except Faulted as faulted:
            raise Refusal(faulted.fault.text) from faulted
        facts = facts if effect.facts is None else effect.facts.model_dump(mode="json")
    move = Move(cycle.id, cycle.version, state.key, state.phase, facts, cycle.ordered_on)
    if not move_renewal(db, move):
        raise _conflict(db, case)
    data = {"step": steps[0].key if steps else QUOTED, "from": cycle.state, "to": state.key,
            "quote": number}
    event = Event(change, at, desk.user, STEP, data)
    append(db, [Entry(case.record.held.id, cycle.id, event)])


def _conflict(db: Database, case: Case) -> Refusal:
    """Who changed the renewal since it was read, and what they did."""
    newest = history_of(db, case.record.held.id)[-1].event
    return Refusal(
        T("{ref}: {who} changed it meanwhile ({what}); nothing was stored, look again",
          ref=case.ref, who=newest.by, what=str(newest.data.get("step", newest.what)))
    )
