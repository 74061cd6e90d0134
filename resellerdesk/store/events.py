"""The history: appended, never changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from resellerdesk.core.history import Event


@dataclass(frozen=True, slots=True)
class Entry:
    """An event, and which renewal of which entitlement it belongs to."""

    entitlement_id: int
    renewal_id: int
    event: Event


def append(db: Database, entries: Iterable[Entry]) -> None:
    db.conn.executemany(
        "insert into event (entitlement_id, renewal_id, change_id, at, actor, what, data) "
        "values (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                entry.entitlement_id, entry.renewal_id, entry.event.change,
                entry.event.at.isoformat(timespec="seconds"), entry.event.by, entry.event.what,
                json.dumps(dict(entry.event.data), ensure_ascii=False),
            )
            for entry in entries
        ],
    )


def history_of(db: Database, entitlement_id: int) -> Sequence[Entry]:
    """All that happened to an entitlement, oldest first."""
    rows = db.query(
        "select renewal_id, change_id, at, actor, what, data from event "
        "where entitlement_id = ? order by id",
        [entitlement_id],
    )
    return [
        Entry(
            entitlement_id, row["renewal_id"],
            Event(row["change_id"], datetime.fromisoformat(row["at"]), row["actor"], row["what"],
                  json.loads(row["data"])),
        )
        for row in rows
    ]
