"""Who did the last thing, for whoever comes a moment later (docs/domain.md, section 6)."""

from __future__ import annotations

from resellerdesk.core.history import MOVES, UNDONE, Event
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.desk.case import Case
from resellerdesk.store.engine import Database
from resellerdesk.store.events import history_of, newest_naming
from resellerdesk.store.quotes import StoredQuote
from resellerdesk.store.renewals import Record


def status_and_who(db: Database, stored: StoredQuote) -> Text:
    """The status of a quote, and who gave it that."""
    event = newest_naming(db, stored.number)
    said = T("{status}", status=stored.status)
    return said if event is None else _by(said, event)


def state_and_who(db: Database, case: Case) -> Text:
    """The state of a renewal, and who led it there."""
    return and_who(db, case, case.family.workflow.state(case.record.cycle.state).title)


def and_who(db: Database, case: Case, said: Text) -> Text:
    """What is said of a renewal, and who moved it last; nobody did where it was just opened."""
    moves = [
        entry.event for entry in history_of(db, case.record.held.id)
        if entry.renewal_id == case.record.cycle.id and entry.event.what in MOVES | {UNDONE}
    ]
    return _by(said, moves[-1]) if moves else said


def and_what_since(db: Database, record: Record, said: Text) -> Text:
    """What is said of an entitlement, and the newest entry of its history."""
    return _by(said, history_of(db, record.held.id)[-1].event)


def changed_meanwhile(db: Database, record: Record) -> Refusal:
    """What somebody is told whose colleague was a moment earlier."""
    newest = history_of(db, record.held.id)[-1].event
    return Refusal(
        T("{ref}: {who} changed it meanwhile ({what}); nothing was stored, look again",
          ref=record.held.ref, who=newest.by, what=_what(newest))
    )


def _by(said: Text, event: Event) -> Text:
    return T("{said} ({what} by {who} on {day})", said=said, what=_what(event), who=event.by,
             day=event.at.date())


def _what(event: Event) -> Text:
    step = T("{step}", step=str(event.data.get("step", event.what)))
    return T("undo of {step}", step=step) if event.what == UNDONE else step
