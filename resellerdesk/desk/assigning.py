"""Owners, notes and follow-ups: steps of the history like any other (docs/cli.md, assign)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from resellerdesk.core.history import ASSIGNED, FOLLOWED, NOTED
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.standing import Standing
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.occasion import Occasion, occasion
from resellerdesk.desk.resolving import resolve
from resellerdesk.desk.taking import change_standing
from resellerdesk.store.engine import Database
from resellerdesk.store.events import Entry, append
from resellerdesk.store.renewals import Record

LONGEST_NOTE = 2000


def assign(desk: Desk, ref: str, owner: str) -> None:
    """Gives a renewal to a rep, by login name; an empty one takes it from everybody."""
    now = occasion(desk)
    with desk.store.write() as db:
        record = resolve(db, ref)
        _record(db, record, replace(record.cycle.standing, owner=owner), ASSIGNED,
                {"owner": owner}, now)


def note(desk: Desk, ref: str, text: str) -> None:
    """Adds a note. Raises Refusal for an empty one, or one beyond 2000 characters."""
    said = _text(text)
    now = occasion(desk)
    with desk.store.write() as db:
        record = resolve(db, ref)
        _record(db, record, record.cycle.standing, NOTED, {"text": said}, now)


def follow(desk: Desk, ref: str, on: date, text: str) -> None:
    """Sets the day on which to come back to a renewal, and what for."""
    said = _text(text)
    now = occasion(desk)
    with desk.store.write() as db:
        record = resolve(db, ref)
        to = replace(record.cycle.standing, follow_on=on, follow_text=said)
        _record(db, record, to, FOLLOWED, {"on": on.isoformat(), "text": said}, now)


def _text(text: str) -> str:
    said = text.strip()
    if not said or len(said) > LONGEST_NOTE:
        raise Refusal(
            T("a text of 1 to {longest} characters is wanted, this one has {length}",
              longest=LONGEST_NOTE, length=len(said))
        )
    return said


def _record(
    db: Database, record: Record, to: Standing, what: str, told: Mapping[str, Any], now: Occasion
) -> None:
    before = record.cycle.standing
    change_standing(db, record, to)
    data = {**told, "step": what, "before": before.as_json()}
    append(db, [Entry(record.held.id, record.cycle.id, now.event(what, data))])
