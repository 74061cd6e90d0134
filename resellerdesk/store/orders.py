"""Orders: immutable; where they stand follows from their renewals."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter
from sqlite_utils import Database

from resellerdesk.core.order import Order
from resellerdesk.core.phase import Phase


@dataclass(frozen=True, slots=True)
class StoredOrder:
    """An order, who made it when, the phases of its renewals, and when it was given out.

    A phase is None where the renewal is not, or no longer, under this order.
    """

    order: Order
    at: str
    by: str
    phases: Mapping[str, Phase | None]
    given_out: str | None


@cache
def _form() -> TypeAdapter[Order]:
    return TypeAdapter(Order)


def insert_order(db: Database, order: Order, renewals: Mapping[str, int], at: str, by: str) -> None:
    """Stores an order; `renewals` maps each ref to the id of its renewal."""
    db.execute(
        "insert into purchase (number, vendor, quote_number, quote_revision, customer_id, "
        "purchase_order, as_of, content, at, actor) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            order.number, order.vendor, order.quote, order.revision, order.customer.id,
            order.purchase_order, order.as_of.isoformat(), _form().dump_json(order).decode(),
            at, by,
        ],
    )
    db.conn.executemany(
        "insert into purchase_line (number, position, renewal_id, ref) values (?, ?, ?, ?)",
        [
            (order.number, n, renewals[ordered.item.ref], ordered.item.ref)
            for n, ordered in enumerate(order.ordered, 1)
        ],
    )


def find_order(db: Database, number: str) -> StoredOrder | None:
    """The order of that number, or None."""
    rows = list(db.query("select content, at, actor from purchase where number = ?", [number]))
    if not rows:
        return None
    row = rows[0]
    return StoredOrder(
        _form().validate_json(row["content"]), row["at"], row["actor"], _phases(db, number),
        _given_out(db, number),
    )


def order_content(db: Database, number: str) -> Order | None:
    """What an order says, which never changes; None where there is none of that number."""
    rows = db.execute("select content from purchase where number = ?", [number]).fetchall()
    return _form().validate_json(rows[0][0]) if rows else None


def _phases(db: Database, number: str) -> dict[str, Phase | None]:
    rows = db.query(
        "select l.ref, r.phase, r.order_number from purchase_line l "
        "join renewal r on r.id = l.renewal_id where l.number = ? order by l.position",
        [number],
    )
    return {
        row["ref"]: Phase(row["phase"]) if row["order_number"] == number else None
        for row in rows
    }


def _given_out(db: Database, number: str) -> str | None:
    """When it was first given out: an entry of its renewals' history, all of one change."""
    rows = db.execute(
        "select v.at, v.data from event v where v.what = 'given_out' and v.entitlement_id in "
        "(select r.entitlement_id from purchase_line l join renewal r on r.id = l.renewal_id "
        "where l.number = ?) order by v.id",
        [number],
    )
    return next((at for at, data in rows if json.loads(data)["order"] == number), None)


def all_orders(db: Database) -> Sequence[StoredOrder]:
    """Every order, by number."""
    # O-2026-10000 comes after O-2026-9999, as with quotes.
    rows = db.query(
        "select number from purchase order by substr(number, 1, 7), length(number), number"
    )
    numbers = [row["number"] for row in rows]
    found = [find_order(db, number) for number in numbers]
    return [order for order in found if order is not None]


def last_won(db: Database, entitlement_id: int) -> str | None:
    """The number of the order under which the last won renewal of an entitlement was; None where
    there was none, or it was won without one."""
    row = db.execute(
        "select order_number from renewal where entitlement_id = ? and phase = ? "
        "order by cycle desc limit 1", [entitlement_id, Phase.WON],
    ).fetchone()
    return None if row is None else row[0]


def renewals_in(db: Database, number: str) -> dict[int, int]:
    """The renewals that stand under an order, each with the id of its entitlement."""
    rows = db.query(
        "select r.id, r.entitlement_id from purchase_line l join renewal r on r.id = l.renewal_id "
        "where l.number = ? and r.order_number = l.number order by l.position",
        [number],
    )
    return {row["id"]: row["entitlement_id"] for row in rows}
