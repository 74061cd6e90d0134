"""What was picked and accepted of entitlements, from quotes and orders that are read once each."""

from __future__ import annotations

from collections.abc import Mapping

from resellerdesk.core.option import Picked
from resellerdesk.core.order import Ordered
from resellerdesk.core.phase import Phase
from resellerdesk.store.engine import Database
from resellerdesk.store.orders import order_content
from resellerdesk.store.quotes import quote_content, quotes_naming
from resellerdesk.store.renewals import Record


class Papers:
    """The quotes and orders that one call reads, be it about hundreds of their renewals.

    A stored revision and an order never change, so what is remembered of them cannot grow old,
    also from one transaction to the next. Which of them counts is asked anew each time.
    """

    def __init__(self) -> None:
        self._quotes: dict[tuple[str, int], Mapping[str, Picked]] = {}
        self._orders: dict[str, Mapping[str, Ordered]] = {}

    def picked(self, db: Database, record: Record) -> Picked | None:
        """What was picked of an entitlement on the newest open quote that names it."""
        if record.cycle.phase is not Phase.QUOTED:
            return None
        for head in quotes_naming(db, record.cycle.id):
            if head.status == "open":
                return self.picked_on(db, head.number, head.revision)[record.held.ref]
        return None

    def picked_on(self, db: Database, number: str, revision: int) -> Mapping[str, Picked]:
        """What was picked on a revision, by ref."""
        key = (number, revision)
        if key not in self._quotes:
            items = quote_content(db, number, revision).items
            self._quotes[key] = {item.ref: item.picked for item in items}
        return self._quotes[key]

    def accepted(self, db: Database, record: Record) -> Ordered | None:
        """What was accepted of an entitlement, from the order that its renewal is in."""
        number = record.cycle.standing.order_number
        if number is None:
            return None
        if number not in self._orders:
            order = order_content(db, number)
            parts = order.ordered if order is not None else ()
            self._orders[number] = {part.item.ref: part for part in parts}
        return self._orders[number].get(record.held.ref)
