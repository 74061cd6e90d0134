"""What the database keeps, read without the product: its history in the model's words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

_EVENTS = (
    "select v.id, v.change_id, v.actor, v.what, v.data from event v "
    "join entitlement e on e.id = v.entitlement_id where e.family = ? and e.reference = ? "
)
_ALSO_SAY = {
    "step": ("quote", "order"), "undone": ("quote",), "given_out": ("order",),
    "approved": ("quote",), "noted": ("text",), "assigned": ("owner",), "followed": ("text",),
    "quote_ended": ("status", "quote"),
}


class Kept:
    """The history in a database file. It is held open, as a colleague's screen holds it."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._connection: sqlite3.Connection | None = None

    def look_away(self) -> None:
        """Nobody holds the file open now: who opens it next has to mend what a kill left."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def log(self, ref: str) -> list[tuple[str, ...]]:
        """The words of each change of an entitlement, in the order of their commits."""
        rows = self._rows(f"{_EVENTS} order by v.id", ref.split(":"))
        return [
            tuple(sorted(f"{actor} {_words(what, data)}" for _, _, actor, what, data in entries))
            for _, entries in groupby(rows, key=lambda row: row[1])
        ]

    def newest(self, refs: Iterable[str], by: str) -> int:
        """The number of the newest entry that somebody wrote for some entitlements; 0 for none."""
        found = [0]
        for ref in refs:
            rows = self._rows(f"{_EVENTS} and v.actor = ? order by v.id desc limit 1",
                              [*ref.split(":"), by])
            found += [row[0] for row in rows]
        return max(found)

    def refs(self) -> set[str]:
        rows = self._rows("select family || ':' || reference from entitlement", [])
        return {row[0] for row in rows}

    def _rows(self, sql: str, values: Iterable[str]) -> list[tuple[Any, ...]]:
        if self._connection is None:
            self._connection = sqlite3.connect(self._database)
        return self._connection.execute(sql, list(values)).fetchall()


def _words(what: str, told: str) -> str:
    data = json.loads(told)
    names = _ALSO_SAY.get(what, ())
    also = [str(data[name]) for name in names if data.get(name)]
    first = {"step": data.get("step"), "undone": f"undone {data.get('step')}",
             "quote_ended": "ended"}.get(what, what)
    return " ".join([str(first), *also])
