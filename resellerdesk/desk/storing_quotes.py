"""Stores a quote: its number, its lines, and the step of every renewal on it, all or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from resellerdesk.core.entitlement import Nothing
from resellerdesk.core.history import STEP
from resellerdesk.core.quote import Numbered, Quote
from resellerdesk.core.workflow import On
from resellerdesk.desk.case import Case
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.occasion import Occasion, occasion
from resellerdesk.desk.quote_lines import WAITING
from resellerdesk.desk.taking import change_standing, take
from resellerdesk.store.engine import Database
from resellerdesk.store.events import Entry, append
from resellerdesk.store.findings import CHANGED_AFTER_QUOTE, settle_findings
from resellerdesk.store.numbers import next_number
from resellerdesk.store.quotes import StoredQuote, insert_quote

QUOTED = "quoted"


def store_quote(
    desk: Desk, quote: Quote, cases: Sequence[Case], status: str
) -> Numbered:
    """One transaction: draws the number, stores the quote, moves its renewals.

    Raises Refusal where somebody changed a renewal since it was read.
    """
    now = occasion(desk)
    with desk.store.write() as db:
        number = next_number(db, "Q", quote.as_of.year)
        put_revision(desk, db, StoredQuote(number, 1, status, now.stamp, now.by, quote), cases,
                     now)
    return Numbered(quote, number, 1, status)


def put_revision(
    desk: Desk, db: Database, stored: StoredQuote, cases: Sequence[Case], now: Occasion
) -> None:
    """Stores a revision and takes the step bound to *quote stored* for each of its renewals."""
    content = insert_quote(db, stored, {case.ref: case.record.cycle.id for case in cases})
    told = {"quote": stored.number, "revision": stored.revision, "content": content,
            "waits": stored.status == WAITING}
    for case in cases:
        _take_step(desk, db, case, told, now)
        # What an import changed is in this quote.
        settle_findings(db, case.record.held.id, now.at, CHANGED_AFTER_QUOTE)


def _take_step(
    desk: Desk, db: Database, case: Case, told: Mapping[str, Any], now: Occasion
) -> None:
    """The step bound to *quote stored*; one that is quoted already stays as it is."""
    cycle = case.record.cycle
    steps = case.family.workflow.bound(On.QUOTE_STORED, cycle.state)
    if steps:
        take(desk, db, case, steps[0], Nothing(), now, told)
        return
    change_standing(db, case.record, cycle.standing)
    data = {"step": QUOTED, "from": cycle.state, "to": cycle.state,
            "before": cycle.standing.as_json(), **told}
    append(db, [Entry(case.record.held.id, cycle.id, now.event(STEP, data))])
