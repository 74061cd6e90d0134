"""The desk's own policy rows; those that plugins ship are not stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlite_utils import Database

from resellerdesk.core.policy import PolicyRow


def put_policies(db: Database, rows: Iterable[PolicyRow]) -> None:
    """Adds rules, or replaces the value of those of the same key and day."""
    db.conn.executemany(
        "insert into policy (vendor, family, region, name, effective, value) "
        "values (?, ?, ?, ?, ?, ?) on conflict (vendor, family, region, name, effective) "
        "do update set value = excluded.value",
        [
            (r.vendor, r.family, r.region, r.name, r.effective.isoformat(), r.value)
            for r in rows
        ],
    )


def all_policies(db: Database) -> Sequence[PolicyRow]:
    """Every rule of the desk's own, by key and day."""
    rows = db.query(
        "select vendor, family, region, name, effective, value from policy "
        "order by vendor, family, region, name, effective"
    )
    return [
        PolicyRow(**{**row, "effective": date.fromisoformat(row["effective"])}) for row in rows
    ]
