"""Takes the last step back, for all renewals that it moved, as a new entry (docs/domain.md, 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from resellerdesk.core.history import (
    CHANGED,
    OPENED,
    QUOTE_ENDED,
    UNDONE,
    WENT_OUT,
    Event,
    last_change,
    stored_a_quote,
    told,
)
from resellerdesk.core.merging import Columns
from resellerdesk.core.phase import Phase
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.standing import Standing
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.last_word import changed_meanwhile
from resellerdesk.desk.occasion import Occasion, occasion
from resellerdesk.desk.open_quotes import open_quote
from resellerdesk.desk.quote_lines import before_quotes, held_by_others, put_back, records_on
from resellerdesk.desk.resolving import resolve
from resellerdesk.store.engine import Database
from resellerdesk.store.entitlements import held_by_ids, update_entitlements
from resellerdesk.store.events import Entry, append, entries_of_change, history_of
from resellerdesk.store.missing import mark
from resellerdesk.store.quotes import set_status
from resellerdesk.store.renewals import Record, cycle_of, move_renewal, records, void_renewal


def undo(desk: Desk, ref: str) -> None:
    """Raises Refusal where nothing is left to take back, where something went out since, or
    where a renewal that it moved was changed again; it names what and when."""
    now = occasion(desk)
    with desk.store.read() as db:
        seen = _last_step(db, resolve(db, ref))
    with desk.store.write() as db:
        record = resolve(db, ref)
        step = _last_step(db, record)
        if step != seen:
            raise changed_meanwhile(db, record)
        if step is None:
            raise Refusal(T("{ref}: nothing to take back", ref=record.held.ref))
        moved = [e for e in entries_of_change(db, step.change) if "before" in e.event.data]
        for entry in moved:
            _refuse_if_out(db, entry)
        if stored_a_quote(step):
            _withdraw(db, step, moved, now)
            return
        for entry in moved:
            _refuse_if_changed(db, entry)
        _restore_quote(db, step)
        for entry in reversed(moved):
            _take_back(db, entry, now)


def _last_step(db: Database, record: Record) -> Event | None:
    """The last step of the renewal under way, or the one that opened it; what was done on an
    earlier renewal is over."""
    id_ = record.cycle.id
    return last_change([
        entry.event for entry in history_of(db, record.held.id)
        if id_ in (entry.renewal_id, entry.event.data.get("next"))
    ])


def _withdraw(db: Database, step: Event, moved: Sequence[Entry], now: Occasion) -> None:
    """A stored quote is taken back by withdrawing it; what steps recorded since stays."""
    number = step.data["quote"]
    stored = open_quote(db, number)
    told_ = {"revision": stored.revision, "status_before": stored.status}
    found = records_on(db, stored)
    put_back(db, found, number, now, told_)
    set_status(db, number, stored.revision, "withdrawn")
    data = {"undoes": step.change, "step": step.data["step"], "quote": number}
    append(db, [Entry(e.entitlement_id, e.renewal_id, now.event(UNDONE, data)) for e in moved])


def _refuse_if_out(db: Database, entry: Entry) -> None:
    for event in _since(db, entry):
        if event.what in WENT_OUT:
            raise Refusal(
                T("it cannot be taken back: {what} on {at} by {who}",
                  what=told(event), at=event.at.date(), who=event.by)
            )


def _refuse_if_changed(db: Database, entry: Entry) -> None:
    """Every renewal that the step moved must stand as it left it, and the renewal that it
    opened must be untouched."""
    record = records(db, [entry.entitlement_id])[entry.entitlement_id]
    held = record.held
    newest = last_change([other.event for other in history_of(db, entry.entitlement_id)])
    if newest is not None and newest.change != entry.event.change:
        raise Refusal(
            T("{ref}: {who} did something since ({what}); take that back first",
              ref=held.ref, who=newest.by, what=told(newest))
        )
    since = [e for e in _since(db, entry) if e.change != entry.event.change]
    opened = entry.event.data.get("next")
    imported = [e for e in since if e.what == CHANGED]
    if "columns" in entry.event.data and imported:
        raise Refusal(
            T("{ref}: {what} since; what the file says would be lost", ref=held.ref,
              what=told(imported[-1]))
        )
    if record.cycle.id not in (entry.renewal_id, opened):
        raise Refusal(
            T("{ref}: an export has shown a later end since; its next renewal is open",
              ref=held.ref)
        )
    if opened is None:
        return
    later = [e for e in since if e.what not in (OPENED, QUOTE_ENDED)]
    if later or cycle_of(db, opened).version != 1:
        what = told(later[-1]) if later else T("it was changed")
        raise Refusal(
            T("{ref}: the next renewal was worked on already ({what})", ref=held.ref, what=what)
        )


def _since(db: Database, entry: Entry) -> list[Event]:
    """What happened to an entitlement after an entry."""
    events = [other.event for other in history_of(db, entry.entitlement_id)]
    return events[events.index(entry.event) + 1 :]


def _take_back(db: Database, entry: Entry, now: Occasion) -> None:
    data = entry.event.data
    if data.get("next") is not None:
        void_renewal(db, data["next"])
    before = _stood(db, entry)
    move_renewal(db, cycle_of(db, entry.renewal_id), before)
    if "columns" in data:
        held = held_by_ids(db, [entry.entitlement_id])[entry.entitlement_id]
        update_entitlements(db, [(held, Columns.from_json(data["columns"]))])
    if "missing_since" in data:
        mark(db, [entry.entitlement_id], date.fromisoformat(data["missing_since"]))
    undone = {"undoes": entry.event.change, "step": data["step"], "to": before.state}
    append(db, [Entry(entry.entitlement_id, entry.renewal_id, now.event(UNDONE, undone))])


def _stood(db: Database, entry: Entry) -> Standing:
    """How the renewal stood before the step; where its quotes have ended since, before those."""
    before = Standing.from_json(entry.event.data["before"])
    record = records(db, [entry.entitlement_id])[entry.entitlement_id]
    if before.phase is not Phase.QUOTED or held_by_others(db, record):
        return before
    unquoted = before_quotes(db, record)
    return replace(before, state=unquoted.state, phase=unquoted.phase)


def _restore_quote(db: Database, step: Event) -> None:
    """The quote that the step ended is again what it was."""
    if "quote" in step.data:
        set_status(db, step.data["quote"], step.data["revision"], step.data["status_before"])
