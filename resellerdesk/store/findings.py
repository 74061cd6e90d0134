"""Findings that an import left behind; those that rules give are computed, not stored."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from resellerdesk.core.fact import Finding
from resellerdesk.core.text import Text

CHANGED_AFTER_QUOTE = "changed_after_quote"
"""An import changed what a quote or an order was made from; a newer quote settles it."""


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding about a customer, or about one entitlement."""

    finding: Finding
    customer_id: str | None = None
    entitlement_id: int | None = None


def put_findings(db: Database, found: Iterable[StoredFinding], at: datetime) -> None:
    """Adds findings; one that is still unsettled is not added twice."""
    db.conn.executemany(
        "insert into finding (customer_id, entitlement_id, key, text, at) values (?, ?, ?, ?, ?) "
        "on conflict do nothing",
        [
            (item.customer_id, item.entitlement_id, item.finding.key,
             json.dumps(item.finding.text.as_json(), ensure_ascii=False, sort_keys=True),
             at.isoformat(timespec="seconds"))
            for item in found
        ],
    )


def settle_findings(db: Database, entitlement_id: int, at: datetime, key: str = "") -> None:
    """Says that what an import found of an entitlement is over: all, or of one key."""
    db.execute(
        "update finding set settled_at = :at where entitlement_id = :entitlement "
        "and settled_at is null and (:key = '' or key = :key)",
        {"at": at.isoformat(timespec="seconds"), "entitlement": entitlement_id, "key": key},
    )


def findings_of(
    db: Database, *, customer_id: str | None = None, entitlement_id: int | None = None
) -> Sequence[Finding]:
    """Unsettled findings about a customer, or about an entitlement."""
    rows = db.query(
        "select key, text from finding where settled_at is null "
        "and (customer_id = :customer or entitlement_id = :entitlement) order by id",
        {"customer": customer_id, "entitlement": entitlement_id},
    )
    return [Finding(row["key"], Text.from_json(json.loads(row["text"]))) for row in rows]
