"""The renewals on a stored quote, and what becomes of them when it ends."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from resellerdesk.core.history import STEP
from resellerdesk.core.phase import Phase
from resellerdesk.core.standing import Standing
from resellerdesk.desk.occasion import Occasion
from resellerdesk.desk.taking import change_standing
from resellerdesk.store.engine import Database
from resellerdesk.store.events import Entry, append, history_of
from resellerdesk.store.quotes import StoredQuote, quotes_naming, renewals_on
from resellerdesk.store.renewals import Record, records

OPEN_STATUS = frozenset({"open", "waiting"})
"""A quote of one of these holds its renewals in the quoted phase; expiry moves nothing."""

QUOTE_ENDED = "quote_ended"


def records_on(db: Database, stored: StoredQuote) -> Sequence[Record]:
    """The entitlements on a revision whose renewal on it is still their newest."""
    lines = renewals_on(db, stored.number, stored.revision)
    found = records(db, set(lines.values()))
    order = {held: n for n, held in enumerate(lines.values())}
    current = [record for record in found.values() if record.cycle.id in lines]
    return sorted(current, key=lambda record: order[record.held.id])


def held_by_others(db: Database, record: Record, number: str) -> bool:
    """Whether another open quote names the renewal."""
    return any(
        head.number != number and head.status in OPEN_STATUS
        for head in quotes_naming(db, record.cycle.id)
    )


def put_back(
    db: Database, left: Sequence[Record], number: str, now: Occasion, told: dict[str, Any]
) -> None:
    """Puts renewals whose last open quote ended back into the state before the first of them;
    what steps recorded meanwhile stays."""
    for record in left:
        if record.cycle.phase is not Phase.QUOTED or held_by_others(db, record, number):
            continue
        before = _before_quotes(db, record)
        standing = record.cycle.standing
        to = replace(standing, state=before.state, phase=before.phase)
        change_standing(db, record, to)
        data = {"step": QUOTE_ENDED, "from": standing.state, "to": to.state, "quote": number,
                "before": standing.as_json(), **told}
        append(db, [Entry(record.held.id, record.cycle.id, now.event(STEP, data))])


def _before_quotes(db: Database, record: Record) -> Standing:
    """How the renewal stood when the newest step led it from an open state to a quoted one."""
    for entry in reversed(history_of(db, record.held.id)):
        data = entry.event.data
        if entry.renewal_id == record.cycle.id and "quote" in data and "before" in data:
            standing = Standing.from_json(data["before"])
            if standing.phase is Phase.OPEN:
                return standing
    raise ValueError(f"{record.held.ref} is quoted without ever having been quoted")


def without(found: Sequence[Record], refs: Collection[str]) -> Sequence[Record]:
    return [record for record in found if record.held.ref not in refs]
