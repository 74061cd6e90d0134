"""What came between a stored quote and its acceptance (docs/domain.md, section 6)."""

from __future__ import annotations

from resellerdesk.core.phase import Phase
from resellerdesk.core.quote import OpenPoint
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.quote_lines import OPEN_STATUS, records_on
from resellerdesk.store.quotes import StoredQuote


def live_points(desk: Desk, stored: StoredQuote) -> list[OpenPoint]:
    """The lines of an open quote whose renewal was ordered or closed by something else since."""
    if stored.status not in OPEN_STATUS:
        return []
    with desk.store.read() as db:
        standing = {record.held.ref: record.cycle.phase for record in records_on(db, stored)}
    ended = T("its renewal was ordered or closed meanwhile: accept the other lines with --only, "
              "or revise the quote")
    return [
        OpenPoint(item.ref, ended)
        for item in stored.quote.items
        if standing.get(item.ref) is not Phase.QUOTED
    ]
