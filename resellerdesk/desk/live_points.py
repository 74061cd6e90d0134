"""What stands between a stored quote and its order on a day (docs/domain.md, section 6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from resellerdesk.core.phase import Phase
from resellerdesk.core.quote import OpenPoint
from resellerdesk.core.text import T
from resellerdesk.desk.case import Case, load_cases
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.quote_items import open_points, other_quotes
from resellerdesk.desk.quote_lines import OPEN_STATUS, records_on
from resellerdesk.desk.rules import load_rules
from resellerdesk.extensions.fault import Faulted
from resellerdesk.store.engine import Database
from resellerdesk.store.quotes import StoredQuote

_ENDED = T("its renewal was ordered or closed meanwhile: accept the other lines with --only, "
           "or revise the quote")


def points_now(desk: Desk, stored: StoredQuote, as_of: date) -> list[OpenPoint]:
    """What is still missing of an open quote, as its renewals stand now; nothing once it ended.

    What concerns the quote as a whole was settled when it was made.
    """
    if stored.status not in OPEN_STATUS:
        return []
    with desk.store.read() as db:
        missing = _missing(desk, db, stored, as_of)
    whole = [point for point in stored.quote.open_points if not point.ref]
    return [*missing, *live_points(desk, stored), *whole]


def live_points(desk: Desk, stored: StoredQuote) -> list[OpenPoint]:
    """The lines of an open quote whose renewal was ordered or closed by something else since."""
    if stored.status not in OPEN_STATUS:
        return []
    with desk.store.read() as db:
        standing = {record.held.ref: record.cycle.phase for record in records_on(db, stored)}
    return [
        OpenPoint(item.ref, _ENDED)
        for item in stored.quote.items
        if standing.get(item.ref) is not Phase.QUOTED
    ]


def _missing(desk: Desk, db: Database, stored: StoredQuote, as_of: date) -> list[OpenPoint]:
    quoted = [r for r in records_on(db, stored) if r.cycle.phase is Phase.QUOTED]
    cases = load_cases(desk, db, load_rules(desk, db, as_of), quoted)
    by_ref: Mapping[str, Case] = {c.ref: c for c in cases.values() if isinstance(c, Case)}
    found = []
    for item in stored.quote.items:
        case = by_ref.get(item.ref)
        if case is None:
            continue
        try:
            texts = [*open_points(desk, case, item.picked), *other_quotes(db, case, stored.number)]
        except Faulted as faulted:
            texts = [faulted.fault.text]
        found += [OpenPoint(item.ref, text) for text in texts]
    return found
