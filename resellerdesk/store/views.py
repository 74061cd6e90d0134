"""Saved views of the worklist: named questions, of one rep or shared."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class StoredView:
    """A view as it was saved; `query` is its question as plain data."""

    owner: str
    name: str
    shared: bool
    query: Mapping[str, Any]


def views_for(db: Database, user: str) -> Sequence[StoredView]:
    """A rep's own views and those that others share, by name."""
    rows = db.query(
        "select owner, name, shared, query from view where owner = ? or shared = 1 "
        "order by name, owner", [user],
    )
    return [
        StoredView(row["owner"], row["name"], bool(row["shared"]), json.loads(row["query"]))
        for row in rows
    ]


def put_view(db: Database, view: StoredView) -> None:
    """Saves a view, in the place of one of the same name and owner."""
    db.execute(
        "insert into view (owner, name, shared, query) values (?, ?, ?, ?) "
        "on conflict (owner, name) do update set shared = excluded.shared, query = excluded.query",
        [view.owner, view.name, int(view.shared), json.dumps(dict(view.query))],
    )


def drop_view(db: Database, owner: str, name: str) -> bool:
    """Whether there was one to drop."""
    cursor = db.execute("delete from view where owner = ? and name = ?", [owner, name])
    return cursor.rowcount == 1
