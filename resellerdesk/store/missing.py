"""What a complete export no longer has."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlite_utils import Database

from resellerdesk.store.renewals import OPEN_PHASES, Record, records_where


def last_full_rows(db: Database, layout: str, vendor: str) -> int:
    """How many rows the last complete export of a vendor had; 0 before the first."""
    row = db.execute(
        "select entries from full_export where layout = ? and vendor = ?", [layout, vendor]
    ).fetchone()
    return 0 if row is None else int(row[0])


def keep_full_rows(db: Database, layout: str, vendor: str, count: int) -> None:
    """Remembers how many rows a vendor's complete export had."""
    db.execute(
        "insert into full_export (layout, vendor, entries) values (?, ?, ?) "
        "on conflict (layout, vendor) do update set entries = excluded.entries",
        [layout, vendor, count],
    )


def absent(
    db: Database, family: str, vendor: str, references: Collection[str]
) -> Sequence[Record]:
    """What is held of a vendor's family, with an open renewal, and is not among the references;
    what is marked already is left out."""
    held = records_where(
        db, f"e.family = :family and e.vendor = :vendor and e.missing_since is null "
        f"and r.phase in {OPEN_PHASES}", {"family": family, "vendor": vendor}, "e.reference",
    )
    return [record for record in held if record.held.reference not in references]


def marked(db: Database, family: str, references: Collection[str]) -> Sequence[Record]:
    """What is marked as missing and is among the references again."""
    held = records_where(
        db, "e.family = :family and e.missing_since is not null", {"family": family},
        "e.reference",
    )
    return [record for record in held if record.held.reference in references]


def mark(db: Database, ids: Collection[int], since: date | None) -> None:
    """Marks entitlements as missing since a day, or no longer."""
    day = None if since is None else since.isoformat()
    db.conn.executemany(
        "update entitlement set missing_since = ? where id = ?", [(day, id_) for id_ in ids]
    )
