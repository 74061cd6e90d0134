"""Opening a database: made if missing, brought up to date, or refused in one line."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.store.engine import open_store
from resellerdesk.store.settings import put_settings

from store.processes import Colleagues

MIGRATIONS = Path(str(files("resellerdesk.store") / "migrations"))


def tables_of(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("select name from sqlite_master")}


def refusal_of(path: Path) -> str:
    with pytest.raises(Refusal) as caught:
        open_store(path)
    line = str(caught.value)
    assert "\n" not in line
    return line


class TestMaking:
    def test_a_missing_file_becomes_a_database(self, tmp_path: Path) -> None:
        open_store(tmp_path / "new.db")
        assert {"entitlement", "event", "quote"} <= tables_of(tmp_path / "new.db")

    def test_opening_it_again_changes_nothing(self, tmp_path: Path) -> None:
        open_store(tmp_path / "new.db")
        before = (tmp_path / "new.db").read_bytes()
        open_store(tmp_path / "new.db")
        assert (tmp_path / "new.db").read_bytes() == before

    def test_an_empty_file_becomes_a_database(self, tmp_path: Path) -> None:
        (tmp_path / "empty.db").touch()
        open_store(tmp_path / "empty.db")
        assert "entitlement" in tables_of(tmp_path / "empty.db")

    def test_six_at_once_find_it_made_once(self, tmp_path: Path) -> None:
        work = "open_store(Path(word)); return 'opened'"
        with Colleagues(6, work) as colleagues:
            for n in range(20):
                path = tmp_path / f"{n}.db"
                assert colleagues.all(path) == ["opened"] * 6
                with closing(sqlite3.connect(path)) as connection:
                    numbers = connection.execute("select number from migration").fetchall()
                assert len(numbers) == len(list(MIGRATIONS.glob("*.sql")))


class TestBringingUpToDate:
    @pytest.fixture
    def next_version(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
        """The program's next version, which brings one more migration: an empty one so far."""
        package = tmp_path / "next"
        shutil.copytree(MIGRATIONS, package / "migrations")
        monkeypatch.setattr("resellerdesk.store.migrate.files", lambda _: package)
        script = package / "migrations" / "0900_next.sql"
        script.write_text("create table later (id integer primary key) strict;\n")
        return script

    @pytest.fixture
    def old(self, tmp_path: Path) -> Path:
        """A database of this version, with something in it."""
        path = tmp_path / "desk.db"
        with open_store(path).write() as db:
            put_settings(db, {"reseller.name": "Atelier"})
        return path

    def test_a_dated_copy_is_made_before(self, old: Path, next_version: Path) -> None:
        open_store(old)
        assert "later" in tables_of(old)
        [copy] = old.parent.glob("desk.db.before-*")
        assert "later" not in tables_of(copy)
        with closing(sqlite3.connect(copy)) as connection:
            assert connection.execute("select name, value from setting").fetchall() == [
                ("reseller.name", "Atelier")
            ]

    def test_a_migration_that_fails_leaves_all_as_it_was(
        self, old: Path, next_version: Path
    ) -> None:
        next_version.write_text("create table later (id integer) strict;\ncreate nonsense;\n")
        assert "nonsense" in refusal_of(old)
        assert "later" not in tables_of(old)

    def test_what_a_newer_version_wrote_is_refused(
        self, old: Path, next_version: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        open_store(old)
        monkeypatch.undo()
        assert refusal_of(old) == (
            f"{old} was written by a newer ResellerDesk (migration 900); install that version"
        )


class TestRefusing:
    def test_a_file_that_is_no_database(self, tmp_path: Path) -> None:
        path = tmp_path / "customers.csv"
        path.write_text("customer_id,name,country,currency\n" * 40)
        assert refusal_of(path) == (
            f"{path} is not a ResellerDesk database, or is damaged; name another file with --db"
        )
        assert path.read_text().startswith("customer_id")

    def test_a_damaged_database(self, database: Path) -> None:
        database.write_bytes(database.read_bytes()[:4096] + b"\xff" * 40_000)
        assert "is damaged" in refusal_of(database)

    def test_the_database_of_another_program(self, tmp_path: Path) -> None:
        path = tmp_path / "bookmarks.sqlite"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("create table bookmark (url text)")
        assert "is not a ResellerDesk database" in refusal_of(path)
        assert tables_of(path) == {"bookmark"}

    def test_a_folder(self, tmp_path: Path) -> None:
        assert refusal_of(tmp_path) == (
            f"{tmp_path} cannot be opened: unable to open database file; name a file in a folder "
            "that you may write to, with --db"
        )

    def test_a_folder_that_is_missing(self, tmp_path: Path) -> None:
        path = tmp_path / "missing" / "desk.db"
        assert refusal_of(path).startswith(f"{path} cannot be opened: unable to open")
        assert not path.parent.exists()


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A folder of somebody who has no special rights; tests in a container run as root."""
    with tempfile.TemporaryDirectory(prefix="resellerdesk-") as folder:
        if os.geteuid() != 0:
            yield Path(folder)
            return
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            os.seteuid(0)


class TestReadingOnly:
    def test_a_file_that_can_only_be_read_is_read_and_never_written(self, as_nobody: Path) -> None:
        path = as_nobody / "desk.db"
        open_store(path)
        path.chmod(0o444)
        store = open_store(path)
        with store.read() as db:
            assert db.execute("select count(*) from customer").fetchone() == (0,)
        with pytest.raises(Refusal) as caught, store.write() as db:
            put_settings(db, {"reseller.name": "Atelier"})
        assert str(caught.value) == f"{path} can only be read, not written to"

    def test_a_file_that_may_not_be_read_is_refused(self, as_nobody: Path) -> None:
        path = as_nobody / "desk.db"
        open_store(path)
        path.chmod(0o000)
        assert refusal_of(path).startswith(f"{path} cannot be opened: unable to open")

    def test_a_folder_that_may_not_be_written_to_is_refused(self, as_nobody: Path) -> None:
        as_nobody.chmod(0o555)
        path = as_nobody / "desk.db"
        assert refusal_of(path).startswith(f"{path} cannot be opened: unable to open")
