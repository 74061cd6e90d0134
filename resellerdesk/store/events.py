"""The history: appended, never changed, each entry tied to the one before it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from resellerdesk.core.chain import START, link
from resellerdesk.core.history import Event
from resellerdesk.store.seals import seal_day_before


@dataclass(frozen=True, slots=True)
class Entry:
    """An event, and which renewal of which entitlement it belongs to."""

    entitlement_id: int
    renewal_id: int
    event: Event


def append(db: Database, entries: Sequence[Entry]) -> None:
    """Adds entries to the chains of their entitlements; an earlier day is sealed first."""
    for entry in entries[:1]:
        seal_day_before(db, entry.event.at)
    heads = _heads(db, {entry.entitlement_id for entry in entries})
    _insert(db, entries, heads)


def append_first(db: Database, entries: Iterable[Entry]) -> None:
    """Adds the first entry of entitlements that are new in this transaction."""
    _insert(db, entries, {})


def _heads(db: Database, ids: Collection[int]) -> dict[int, str]:
    """The hash of the newest entry of each entitlement."""
    found: dict[int, str] = {}
    ordered = sorted(ids)
    for start in range(0, len(ordered), 500):
        chunk = ordered[start : start + 500]
        marks = ", ".join("?" for _ in chunk)
        rows = db.query(
            "select entitlement_id, hash from event where id in (select max(id) from event "
            f"where entitlement_id in ({marks}) group by entitlement_id)",
            chunk,
        )
        found |= {row["entitlement_id"]: row["hash"] for row in rows}
    return found


def _insert(db: Database, entries: Iterable[Entry], heads: dict[int, str]) -> None:
    db.conn.executemany(
        "insert into event (entitlement_id, renewal_id, change_id, at, actor, what, data, hash) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        (_row(entry, heads) for entry in entries),
    )


def _row(entry: Entry, heads: dict[int, str]) -> tuple[str | int, ...]:
    event = entry.event
    fields = (
        entry.entitlement_id, entry.renewal_id, event.change,
        event.at.isoformat(timespec="seconds"), event.by, event.what,
        json.dumps(dict(event.data), ensure_ascii=False),
    )
    heads[entry.entitlement_id] = link(heads.get(entry.entitlement_id, START), fields)
    return (*fields, heads[entry.entitlement_id])


_SELECTED = "select entitlement_id, renewal_id, change_id, at, actor, what, data from event"


def _entry(row: Mapping[str, Any]) -> Entry:
    event = Event(
        row["change_id"], datetime.fromisoformat(row["at"]), row["actor"], row["what"],
        json.loads(row["data"]),
    )
    return Entry(row["entitlement_id"], row["renewal_id"], event)


def history_of(db: Database, entitlement_id: int) -> Sequence[Entry]:
    """All that happened to an entitlement, oldest first."""
    rows = db.query(f"{_SELECTED} where entitlement_id = ? order by id", [entitlement_id])
    return [_entry(row) for row in rows]


def newest_id(db: Database) -> int:
    """The id of the newest entry of all; 0 before the first."""
    [(newest,)] = db.execute("select coalesce(max(id), 0) from event").fetchall()
    return int(newest)


def newest_naming(db: Database, quote: str) -> Event | None:
    """The newest entry that names a quote, among those of the entitlements on it."""
    rows = db.query(
        f"{_SELECTED} where entitlement_id in (select r.entitlement_id from quote_line l "
        "join renewal r on r.id = l.renewal_id where l.number = ?) order by id desc",
        [quote],
    )
    events = (_entry(row).event for row in rows)
    return next((event for event in events if event.data.get("quote") == quote), None)


def entries_of_change(db: Database, change: str) -> Sequence[Entry]:
    """All entries that one change wrote, oldest first."""
    rows = db.query(f"{_SELECTED} where change_id = ? order by id", [change])
    return [_entry(row) for row in rows]
