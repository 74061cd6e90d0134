"""Seals: one hash over the heads of all chains that grew on a day, once that day is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlite_utils import Database

from resellerdesk.core.chain import START, link


def seal_day_before(db: Database, at: datetime) -> None:
    """Seals what was written on earlier days, if that is not done yet; in the transaction that
    writes the first entry of a new day."""
    newest = db.execute("select id, at from event order by id desc limit 1").fetchone()
    if newest is None or newest[1][:10] >= at.isoformat()[:10]:
        return
    sealed, before = _last_seal(db)
    if newest[0] > sealed:
        hash_ = _seal(db, before, sealed, newest[0], newest[1][:10])
        db.execute(
            "insert into day_seal (latest, day, hash) values (?, ?, ?)",
            [newest[0], newest[1][:10], hash_],
        )


def _last_seal(db: Database) -> tuple[int, str]:
    row = db.execute("select latest, hash from day_seal order by latest desc limit 1").fetchone()
    return (0, START) if row is None else (row[0], row[1])


def _seal(db: Database, before: str, after: int, latest: int, day: str) -> str:
    """The hash over the newest entry of every entitlement between two entries."""
    heads = db.execute(
        "select entitlement_id, hash from event where id in (select max(id) from event "
        "where id > ? and id <= ? group by entitlement_id) order by entitlement_id",
        [after, latest],
    )
    hash_ = before
    for entitlement_id, head in heads:
        hash_ = link(hash_, (entitlement_id, head))
    return link(hash_, (day, latest))


def broken_seals(db: Database) -> Iterator[str]:
    """The days whose seal is not that of the entries that stand there now."""
    after, before = 0, START
    rows = db.execute("select latest, day, hash from day_seal order by latest").fetchall()
    for latest, day, hash_ in rows:
        if _seal(db, before, after, latest, day) != hash_:
            yield day
        after, before = latest, hash_
