"""The renewals on a stored quote, and what becomes of them when it ends."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from resellerdesk.core.history import QUOTE_ENDED, STEP
from resellerdesk.core.phase import Phase
from resellerdesk.core.standing import Standing
from resellerdesk.desk.occasion import Occasion
from resellerdesk.desk.taking import change_standing
from resellerdesk.store.engine import Database
from resellerdesk.store.events import Entry, append, history_of
from resellerdesk.store.quotes import StoredQuote, quotes_naming, renewals_on
from resellerdesk.store.renewals import Record, records

WAITING = "waiting"
"""Beyond the authority of who made it, until a manager approves it."""

OPEN_STATUS = frozenset({"open", WAITING})
"""A quote of one of these holds its renewals in the quoted phase; expiry moves nothing."""


def records_on(db: Database, stored: StoredQuote) -> Sequence[Record]:
    """The entitlements on a revision whose renewal on it is still their newest."""
    lines = renewals_on(db, stored.number, stored.revision)
    found = records(db, set(lines.values()))
    order = {held: n for n, held in enumerate(lines.values())}
    current = [record for record in found.values() if record.cycle.id in lines]
    return sorted(current, key=lambda record: order[record.held.id])


def held_by_others(db: Database, record: Record, number: str = "") -> bool:
    """Whether an open quote names the renewal, but for that one."""
    return any(
        head.number != number and head.status in OPEN_STATUS
        for head in quotes_naming(db, record.cycle.id)
    )


def put_back(
    db: Database, left: Sequence[Record], number: str, now: Occasion, told: dict[str, Any]
) -> None:
    """Puts renewals whose last open quote ended back into the state before the first of them;
    what steps recorded meanwhile stays. One that another open quote names stays quoted."""
    for record in left:
        if record.cycle.phase is not Phase.QUOTED:
            continue
        to = standing = record.cycle.standing
        if not held_by_others(db, record, number):
            before = before_quotes(db, record)
            to = replace(standing, state=before.state, phase=before.phase)
        change_standing(db, record, to)
        data = {"step": QUOTE_ENDED, "from": standing.state, "to": to.state, "quote": number,
                "before": standing.as_json(), **told}
        append(db, [Entry(record.held.id, record.cycle.id, now.event(STEP, data))])


def write_down_end(db: Database, stored: StoredQuote, status: str, now: Occasion) -> None:
    """Says in the history who ended a quote none of whose renewals was still quoted by it."""
    data = {"quote": stored.number, "status": status}
    lines = renewals_on(db, stored.number, stored.revision)
    append(db, [Entry(held, id_, now.event(QUOTE_ENDED, data)) for id_, held in lines.items()])


def before_quotes(db: Database, record: Record) -> Standing:
    """How the renewal stood when the newest step led it from an open state to a quoted one."""
    for entry in reversed(history_of(db, record.held.id)):
        data = entry.event.data
        if entry.renewal_id == record.cycle.id and "quote" in data and "before" in data:
            standing = Standing.from_json(data["before"])
            if standing.phase is Phase.OPEN:
                return standing
    raise ValueError(f"{record.held.ref} is quoted without ever having been quoted")


def without(found: Sequence[Record], refs: Collection[str]) -> Sequence[Record]:
    """The records but for those of some refs."""
    return [record for record in found if record.held.ref not in refs]
