"""The one seam to the database: `read`, `write`, `changed`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database as Database

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.store import dialect
from resellerdesk.store.migrate import migrate, not_ours


@dataclass(frozen=True, slots=True)
class Store:
    """A database file. Every unit of work has a connection of its own."""

    path: Path

    @contextmanager
    def read(self) -> Iterator[Database]:
        """A connection that can only read, and sees one state of the database throughout."""
        with self._connection() as db:
            dialect.only_read(db)
            db.execute("begin")
            yield db

    @contextmanager
    def write(self) -> Iterator[Database]:
        """One transaction, begun at once so that nobody else writes between reading and
        writing. It is committed at the end, and undone by any exception."""
        with self._connection() as db:
            db.execute(dialect.BEGIN_WRITE)
            try:
                yield db
            except BaseException:
                dialect.take_back(db)
                raise
            db.execute("commit")

    @contextmanager
    def _connection(self) -> Iterator[Database]:
        try:
            with closing(dialect.connect(self.path).conn) as connection:
                yield Database(connection, execute_plugins=False)
        except sqlite3.DatabaseError as error:
            refusal = _refusal_of(self.path, error)
            if refusal is None:
                raise
            raise refusal from error


def _refusal_of(path: Path, error: sqlite3.DatabaseError) -> Refusal | None:
    """What to say of a failure that lies in the file, the disk or a colleague; None if it does
    not."""
    name, file = getattr(error, "sqlite_errorname", ""), str(path)
    if dialect.is_busy(error):
        return Refusal(T("{path}: somebody else is writing just now; nothing was changed, try "
                         "again", path=file))
    if name.startswith("SQLITE_READONLY"):
        return Refusal(T("{path} can only be read, not written to", path=file))
    if name == "SQLITE_FULL" or name.startswith("SQLITE_IOERR"):
        return Refusal(T("{path}: the disk is full or fails ({why}); nothing was changed, make "
                         "room and try again", path=file, why=str(error)))
    if name in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
        return not_ours(path)
    return _unopened(path, error) if name.startswith("SQLITE_CANTOPEN") else None


def _unopened(path: Path, error: sqlite3.DatabaseError) -> Refusal:
    return Refusal(
        T("{path} cannot be opened: {why}; name a file in a folder that you may write to, "
          "with --db", path=str(path), why=str(error))
    )


class Watch:
    """Tells whether a colleague has committed since the last look; keeps one connection, which
    belongs to the thread that made it."""

    def __init__(self, store: Store) -> None:
        self._db = dialect.connect(store.path)
        self._seen = dialect.changes_seen(self._db)

    def changed(self) -> bool:
        """False too where it cannot be told: whoever reads will be told why."""
        try:
            before, self._seen = self._seen, dialect.changes_seen(self._db)
        except sqlite3.DatabaseError:
            return False
        return self._seen != before

    def close(self) -> None:
        self._db.conn.close()


def open_store(path: Path) -> Store:
    """The database at a path, made if it is missing, its tables brought up to date.

    Raises Refusal where the path cannot be a database, naming it.
    """
    try:
        with closing(dialect.connect(path).conn) as connection:
            migrate(Database(connection, execute_plugins=False), path)
    except sqlite3.OperationalError as error:
        if dialect.is_busy(error):
            raise Refusal(T("{path}: somebody else is setting it up; try again", path=str(path))
                          ) from error
        raise _unopened(path, error) from error
    except sqlite3.DatabaseError as error:
        raise not_ours(path) from error
    return Store(path)
