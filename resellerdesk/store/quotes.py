"""Stored quotes: a revision is never changed; only its status moves on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from sqlite_utils import Database

from resellerdesk.core.quote import Quote


@dataclass(frozen=True, slots=True)
class StoredQuote:
    """One revision of a quote: who made it and when, and where it stands."""

    number: str
    revision: int
    status: str
    at: str
    by: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class QuoteHead:
    """What a list shows of a quote; `total` in minor units."""

    number: str
    revision: int
    status: str
    customer_id: str
    customer: str
    currency: str
    as_of: date
    valid_until: date
    total: int
    by: str


@cache
def _form() -> TypeAdapter[Quote]:
    return TypeAdapter(Quote)


def insert_quote(db: Database, stored: StoredQuote, renewals: Mapping[str, int]) -> str:
    """Stores a new revision; `renewals` maps each ref to the id of its renewal.

    Returns the SHA-256 of its content, for the history to remember.
    """
    quote = stored.quote
    content = _form().dump_json(quote).decode()
    db.execute(
        "insert into quote (number, revision, customer_id, currency, as_of, valid_until, total, "
        "status, content, at, actor) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            stored.number, stored.revision, quote.customer.id, quote.currency,
            quote.as_of.isoformat(), quote.validity.until.isoformat(), quote.total, stored.status,
            content, stored.at, stored.by,
        ],
    )
    db.conn.executemany(
        "insert into quote_line (number, revision, position, renewal_id, ref, role, amount) "
        "values (?, ?, ?, ?, ?, ?, ?)",
        [
            (stored.number, stored.revision, n, renewals[line.ref], line.ref, line.role,
             line.amount)
            for n, line in enumerate(quote.lines, 1)
        ],
    )
    return hashlib.sha256(content.encode()).hexdigest()


def find_quote(db: Database, number: str, revision: int | None = None) -> StoredQuote | None:
    """A quote's newest revision, or the one named."""
    rows = list(
        db.query(
            "select number, revision, status, at, actor, content from quote where number = :number "
            "and (cast(:revision as integer) is null or revision = :revision) "
            "order by revision desc limit 1",
            {"number": number, "revision": revision},
        )
    )
    if not rows:
        return None
    row = rows[0]
    return StoredQuote(
        row["number"], row["revision"], row["status"], row["at"], row["actor"],
        _form().validate_json(row["content"]),
    )


def quote_content(db: Database, number: str, revision: int) -> Quote:
    """What a revision says, which never changes."""
    [(content,)] = db.execute(
        "select content from quote where number = ? and revision = ?", [number, revision]
    ).fetchall()
    return _form().validate_json(content)


_HEAD = (
    "select q.number, q.revision, q.status, q.customer_id, c.name as customer, q.currency, "
    "q.as_of, q.valid_until, q.total, q.actor from quote q join customer c on c.id = q.customer_id"
)
_NEWEST = "q.revision = (select max(n.revision) from quote n where n.number = q.number)"


def _head(row: Mapping[str, Any]) -> QuoteHead:
    return QuoteHead(
        row["number"], row["revision"], row["status"], row["customer_id"], row["customer"],
        row["currency"], date.fromisoformat(row["as_of"]), date.fromisoformat(row["valid_until"]),
        row["total"], row["actor"],
    )


def quote_heads(db: Database, customer_id: str = "") -> Sequence[QuoteHead]:
    """The newest revision of every quote, of one customer where named, by number."""
    # Q-2026-10000 comes after Q-2026-9999: within a year the longer number is the later one.
    rows = db.query(
        f"{_HEAD} where {_NEWEST} and (:customer = '' or q.customer_id = :customer) "
        "order by substr(q.number, 1, 7), length(q.number), q.number",
        {"customer": customer_id},
    )
    return [_head(row) for row in rows]


def quotes_naming(db: Database, renewal_id: int) -> Sequence[QuoteHead]:
    """The newest revision of every quote with a line of a renewal, newest first."""
    # From the few lines of a renewal to their quotes, by an index that has no content in its way.
    rows = db.query(
        f"{_HEAD} where q.number in (select number from quote_line where renewal_id = :renewal) "
        f"and {_NEWEST} and exists (select 1 from quote_line l where l.number = q.number "
        "and l.revision = q.revision and l.renewal_id = :renewal) "
        "order by q.at desc, length(q.number) desc, q.number desc",
        {"renewal": renewal_id},
    )
    return [_head(row) for row in rows]


def quoted_amounts(db: Database, renewal_ids: Iterable[int]) -> dict[int, int]:
    """Amount of the term charges on the newest open quote, by renewal; in minor units."""
    found: dict[int, int] = {}
    for renewal_id in renewal_ids:
        heads = [head for head in quotes_naming(db, renewal_id) if head.status == "open"]
        if heads:
            [(amount,)] = db.execute(
                "select cast(coalesce(sum(amount), 0) as integer) from quote_line where "
                "number = ? and revision = ? and renewal_id = ? and role = 'term'",
                [heads[0].number, heads[0].revision, renewal_id],
            ).fetchall()
            found[renewal_id] = amount
    return found


def renewals_on(db: Database, number: str, revision: int) -> dict[int, int]:
    """The renewals on a revision, each with the id of its entitlement, in the lines' order."""
    rows = db.query(
        "select l.renewal_id, r.entitlement_id, min(l.position) as first from quote_line l "
        "join renewal r on r.id = l.renewal_id where l.number = ? and l.revision = ? "
        "group by l.renewal_id, r.entitlement_id order by first",
        [number, revision],
    )
    return {row["renewal_id"]: row["entitlement_id"] for row in rows}


def set_status(db: Database, number: str, revision: int, status: str) -> None:
    """Says where a revision stands. What its renewals are worth may hang on that."""
    db.execute(
        "update quote set status = ? where number = ? and revision = ?",
        [status, number, revision],
    )
    db.execute(
        "update renewal set value_since = null, value_until = null, value = null where id in "
        "(select renewal_id from quote_line where number = ? and revision = ?)",
        [number, revision],
    )


def every_revision(db: Database) -> Sequence[tuple[str, int]]:
    """Number and revision of every quote that was stored."""
    return db.execute("select number, revision from quote order by number, revision").fetchall()
