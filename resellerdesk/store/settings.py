"""Settings by their dotted names, and the count of changes that values depend on."""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database


def put_settings(db: Database, values: Mapping[str, str]) -> None:
    """Stores settings, each in the place of what it was."""
    db.conn.executemany(
        "insert into setting (name, value) values (?, ?) "
        "on conflict (name) do update set value = excluded.value",
        list(values.items()),
    )


def all_settings(db: Database) -> dict[str, str]:
    """Every setting that was set, by name."""
    rows = db.query("select name, value from setting order by name")
    return {row["name"]: row["value"] for row in rows}


def values_stamp(db: Database) -> int:
    """Counts the changes of prices, policy, products and settings."""
    [(count,)] = db.execute("select count from stamp where name = 'values'").fetchall()
    return int(count)


def raise_values_stamp(db: Database) -> None:
    """Says that values computed so far no longer hold."""
    db.execute("update stamp set count = count + 1 where name = 'values'")
