"""What the running periods of a quote's entitlements were accepted for, by our own orders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resellerdesk.core.last_year import Earlier
from resellerdesk.core.order import Order
from resellerdesk.core.quote import Item
from resellerdesk.desk.case import Case
from resellerdesk.store.engine import Database
from resellerdesk.store.orders import find_order, last_won


def with_earlier(
    db: Database, items: Sequence[Item], cases: Sequence[tuple[str, Case]]
) -> tuple[Item, ...]:
    """The items with what their running period came to, where it is known."""
    numbers = [last_won(db, case.record.held.id) for _, case in cases]
    stored = {number: find_order(db, number) for number in {*numbers} if number is not None}
    orders = {number: found.order for number, found in stored.items() if found is not None}
    return tuple(
        replace(item, earlier=_earlier(orders.get(number or ""), case))
        for item, number, (_, case) in zip(items, numbers, cases, strict=True)
    )


def _earlier(order: Order | None, case: Case) -> Earlier | None:
    """The accepted term, if it is the one that runs now and was paid in the same currency."""
    if order is None or order.currency != case.customer.currency:
        return None
    for part in order.ordered:
        term = part.term
        if part.item.ref == case.ref and term is not None:
            runs_now = term.period.end == case.entitlement.period.end
            return Earlier(term.amount, term.quantity, term.period) if runs_now else None
    return None
