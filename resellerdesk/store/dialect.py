"""All that SQLite says in its own words; another engine would replace this module."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

BUSY_MILLISECONDS = 10_000
_PAUSE_MILLISECONDS = 20
BEGIN_WRITE = "begin immediate"
BY_BYTES = "collate binary"
"""Text in the order of its bytes, whatever the engine's own is."""

MATCHES = (
    "select rowid from entitlement_search where entitlement_search match :phrase"
)


def connect(path: Path) -> Database:
    """A connection for one unit of work, in the thread that opened it."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"pragma busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma synchronous = full")
    return Database(connection, execute_plugins=False)


def keep_a_log(db: Database) -> None:
    """Write-ahead logging: readers never wait for a writer. It stays set in the file.

    SQLite waits for nobody where it is set, so we do: others may be opening a new file too.
    """
    tries = BUSY_MILLISECONDS // _PAUSE_MILLISECONDS
    while _log_mode(db) != "wal":
        try:
            db.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as error:
            tries -= 1
            if not is_busy(error) or tries == 0:
                raise
            time.sleep(_PAUSE_MILLISECONDS / 1000)


def _log_mode(db: Database) -> str:
    [(mode,)] = db.execute("pragma journal_mode").fetchall()
    return str(mode)


def only_read(db: Database) -> None:
    """Refuses every write on this connection from now on."""
    db.execute("pragma query_only = on")


def changes_seen(db: Database) -> int:
    """A number that differs after another connection has committed."""
    [(count,)] = db.execute("pragma data_version").fetchall()
    return int(count)


def copy(db: Database, target: Path) -> None:
    """A consistent copy of the whole file while others work."""
    with sqlite3.connect(target) as destination:
        db.conn.backup(destination)
    destination.close()


def damages(db: Database) -> Iterator[str]:
    """What the engine finds wrong with its own file."""
    for (said,) in db.execute("pragma integrity_check"):
        if said != "ok":
            yield str(said)


def broken_references(db: Database) -> Iterator[str]:
    """The tables with rows that refer to one that is not there."""
    for table, *_ in db.execute("pragma foreign_key_check"):
        yield str(table)


def take_back(db: Database) -> None:
    """Undoes the transaction under way; where the disk failed, SQLite has done so already."""
    if db.conn.in_transaction:
        db.execute("rollback")


def is_busy(error: sqlite3.DatabaseError) -> bool:
    """Whether somebody else held the lock for longer than we wait."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def phrase(folded: str) -> str:
    """What somebody typed, as one quoted phrase of the search."""
    return '"' + folded.replace('"', '""') + '"'
