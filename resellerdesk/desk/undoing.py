"""Takes the last step back, for all renewals that it moved, as a new entry (docs/domain.md, 6)."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.history import OPENED, UNDONE, WENT_OUT, Event, last_change, told
from resellerdesk.core.merging import Columns
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.standing import Standing
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.occasion import Occasion, occasion
from resellerdesk.desk.quote_lines import put_back, records_on
from resellerdesk.desk.resolving import resolve
from resellerdesk.store.engine import Database
from resellerdesk.store.entitlements import held_by_ids, update_entitlements
from resellerdesk.store.events import Entry, append, entries_of_change, history_of
from resellerdesk.store.quotes import find_quote, set_status
from resellerdesk.store.renewals import cycle_of, move_renewal, void_renewal


def undo(desk: Desk, ref: str) -> None:
    """Raises Refusal where nothing is left to take back, where something went out since, or
    where a renewal that it moved was changed again; it names what and when."""
    now = occasion(desk)
    with desk.store.write() as db:
        record = resolve(db, ref)
        step = last_change([entry.event for entry in history_of(db, record.held.id)])
        if step is None:
            raise Refusal(T("{ref}: nothing to take back", ref=record.held.ref))
        entries = entries_of_change(db, step.change)
        moved = [entry for entry in entries if "before" in entry.event.data]
        for entry in moved:
            _refuse_if_out(db, entry)
        if _stored_a_quote(step):
            _withdraw(db, step, now)
            return
        for entry in moved:
            _refuse_if_changed(db, entry, entries)
        for entry in reversed(moved):
            _take_back(db, entry, now)
        _restore_quote(db, step)


def _stored_a_quote(step: Event) -> bool:
    """A step with a quote but no earlier status of it: that quote was stored with it."""
    return "quote" in step.data and "status_before" not in step.data


def _withdraw(db: Database, step: Event, now: Occasion) -> None:
    """A stored quote is taken back by withdrawing it; what steps recorded since stays."""
    number = step.data["quote"]
    stored = find_quote(db, number)
    if stored is None or stored.status not in ("open", "waiting"):
        status = stored.status if stored is not None else "gone"
        raise Refusal(T("{number} is {status} and cannot be withdrawn", number=number,
                        status=status))
    told_ = {"revision": stored.revision, "status_before": stored.status}
    found = records_on(db, stored)
    put_back(db, found, number, now, told_)
    set_status(db, number, stored.revision, "withdrawn")
    data = {"undoes": step.change, "step": step.data["step"], "quote": number}
    append(
        db,
        [Entry(record.held.id, record.cycle.id, now.event(UNDONE, data)) for record in found],
    )


def _refuse_if_out(db: Database, entry: Entry) -> None:
    for event in _since(db, entry):
        if event.what in WENT_OUT:
            raise Refusal(
                T("it cannot be taken back: {what} on {at} by {who}",
                  what=told(event), at=event.at.date(), who=event.by)
            )


def _refuse_if_changed(db: Database, entry: Entry, entries: Sequence[Entry]) -> None:
    """Every renewal that the step moved must stand as it left it, and the renewal that it
    opened must be untouched."""
    held = held_by_ids(db, [entry.entitlement_id])[entry.entitlement_id]
    newest = last_change([other.event for other in history_of(db, entry.entitlement_id)])
    if newest is not None and newest.change != entry.event.change:
        raise Refusal(
            T("{ref}: {who} did something since ({what}); take that back first",
              ref=held.ref, who=newest.by, what=told(newest))
        )
    opened = entry.event.data.get("next")
    if opened is None:
        return
    later = [e for e in _since(db, entry) if e.what != OPENED and e.change != entry.event.change]
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
    before = Standing.from_json(data["before"])
    if data.get("next") is not None:
        void_renewal(db, data["next"])
    cycle = cycle_of(db, entry.renewal_id)
    move_renewal(db, cycle, before)
    if "columns" in data:
        held = held_by_ids(db, [entry.entitlement_id])[entry.entitlement_id]
        update_entitlements(db, [(held, Columns.from_json(data["columns"]))])
    undone = {"undoes": entry.event.change, "step": data["step"], "to": before.state}
    append(db, [Entry(entry.entitlement_id, entry.renewal_id, now.event(UNDONE, undone))])


def _restore_quote(db: Database, step: Event) -> None:
    """The quote that the step ended is again what it was."""
    if "quote" in step.data:
        set_status(db, step.data["quote"], step.data["revision"], step.data["status_before"])
