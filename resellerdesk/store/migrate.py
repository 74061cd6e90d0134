"""Brings a database up to date: numbered .sql files, in order, under one lock."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from sqlite_utils import Database

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.store import dialect


def migrate(db: Database, path: Path) -> None:
    """Applies what is pending, after a dated copy of the file. Raises Refusal where the file was
    written by a newer version of the program, or by another program."""
    if _done(db) == _numbers():
        return
    _refuse_foreign(db, path)
    dialect.keep_a_log(db)
    db.execute(dialect.BEGIN_WRITE)
    try:
        done = _done(db)  # again, now that nobody else can apply them
        _refuse_newer(done, path)
        pending = [number for number in _numbers() if number not in done]
        if done and pending:
            _copy_before(path, max(done))
        for number in pending:
            _apply(db, number)
    except BaseException:
        dialect.take_back(db)
        raise
    db.execute("commit")


def _numbers() -> list[int]:
    return sorted(_scripts())


def _scripts() -> dict[int, str]:
    folder = files("resellerdesk.store") / "migrations"
    return {
        int(entry.name.split("_")[0]): entry.name
        for entry in folder.iterdir()
        if entry.name.endswith(".sql")
    }


def _done(db: Database) -> list[int]:
    found = db.execute(
        "select count(*) from sqlite_master where type = 'table' and name = 'migration'"
    ).fetchone()
    if found[0] == 0:
        return []
    return [row[0] for row in db.execute("select number from migration order by number")]


def _apply(db: Database, number: int) -> None:
    db.execute(
        "create table if not exists migration "
        "(number integer primary key, name text not null, at text not null) strict"
    )
    name = _scripts()[number]
    script = (files("resellerdesk.store") / "migrations" / name).read_text("utf-8")
    for statement in _statements(script):
        db.execute(statement)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    db.execute("insert into migration (number, name, at) values (?, ?, ?)", [number, name, at])


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; `executescript` would commit the transaction under way."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _copy_before(path: Path, number: int) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    reader = dialect.connect(path)
    try:
        dialect.copy(reader, path.with_name(f"{path.name}.before-{number + 1:04d}.{stamp}"))
    finally:
        reader.conn.close()


def _refuse_foreign(db: Database, path: Path) -> None:
    """One statement sees one state: somebody else may be making our tables this moment."""
    [(theirs,)] = db.execute(
        "select count(*) from sqlite_master where not exists "
        "(select 1 from sqlite_master where type = 'table' and name = 'migration')"
    ).fetchall()
    if theirs:
        raise not_ours(path)


def not_ours(path: Path) -> Refusal:
    """What to say of a file that this program did not write, or of which part is lost."""
    return Refusal(
        T("{path} is not a ResellerDesk database, or is damaged; name another file with --db",
          path=str(path))
    )


def _refuse_newer(done: list[int], path: Path) -> None:
    unknown = [number for number in done if number not in _numbers()]
    if unknown:
        raise Refusal(
            T("{path} was written by a newer ResellerDesk (migration {number}); "
              "install that version", path=str(path), number=max(unknown))
        )
