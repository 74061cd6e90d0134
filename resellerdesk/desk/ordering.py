"""What goes to each vendor: orders, where they stand, and giving one out (docs/cli.md, orders)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resellerdesk.core.history import GIVEN_OUT
from resellerdesk.core.order import CANCELLED, Order, order_status
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.occasion import occasion
from resellerdesk.store.engine import Database
from resellerdesk.store.events import Entry, append
from resellerdesk.store.orders import StoredOrder, all_orders, find_order, renewals_in


@dataclass(frozen=True, slots=True)
class OrderShown:
    """An order with the status that its renewals give it, and when it was given out."""

    order: Order
    status: str
    given_out: str | None
    by: str


def _shown(stored: StoredOrder) -> OrderShown:
    status = order_status(list(stored.phases.values()), stored.given_out is not None)
    return OrderShown(stored.order, status, stored.given_out, stored.by)


def list_orders(desk: Desk) -> Sequence[OrderShown]:
    """Every order, by number."""
    with desk.store.read() as db:
        return [_shown(stored) for stored in all_orders(db)]


def show_order(desk: Desk, number: str) -> OrderShown:
    """Raises Refusal where there is no such order."""
    with desk.store.read() as db:
        return _shown(_find(db, number))


def give_out(desk: Desk, number: str, file: str) -> None:
    """Writes into the history that an order was given out, and as which file. Raises Refusal for
    an order of which nothing stands any more."""
    now = occasion(desk)
    with desk.store.write() as db:
        stored = _find(db, number)
        if _shown(stored).status == CANCELLED:
            raise Refusal(T("{number} is cancelled; there is nothing to give out", number=number))
        data = {"order": number, "file": file}
        append(
            db,
            [Entry(held_id, renewal_id, now.event(GIVEN_OUT, data))
             for renewal_id, held_id in renewals_in(db, number).items()],
        )


def _find(db: Database, number: str) -> StoredOrder:
    found = find_order(db, number)
    if found is None:
        raise Refusal(T("there is no order {number}; orders lists them", number=number))
    return found
