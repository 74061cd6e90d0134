"""Numbers without gaps: drawn in the transaction that stores what they name."""

from __future__ import annotations

from sqlite_utils import Database


def next_number(db: Database, kind: str, year: int) -> str:
    """`Q-2026-0001` for kind `Q`; two at once cannot draw the same, and an undone transaction
    gives its number back."""
    [(latest,)] = db.execute(
        "insert into number_series (kind, year, latest) values (?, ?, 1) "
        "on conflict (kind, year) do update set latest = number_series.latest + 1 "
        "returning latest",
        [kind, year],
    ).fetchall()
    return f"{kind}-{year:04d}-{latest:04d}"
