"""Units of work: whole or not at all, one writer at a time, and one state for each reader."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.store.engine import Store, Watch, open_store
from resellerdesk.store.settings import all_settings, put_settings

from store.processes import Colleagues


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "desk.db")


def settings(store: Store) -> dict[str, str]:
    with store.read() as db:
        return all_settings(db)


def set_name(store: Store, name: str) -> None:
    with store.write() as db:
        put_settings(db, {"reseller.name": name})


def test_what_is_written_is_there_for_everybody(store: Store) -> None:
    set_name(store, "Atelier")
    assert settings(open_store(store.path)) == {"reseller.name": "Atelier"}


def write_and_stop(store: Store, stop: type[BaseException]) -> None:
    with store.write() as db:
        put_settings(db, {"reseller.name": "Atelier", "reseller.city": "Lyon"})
        raise stop


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt, SystemExit])
def test_whatever_stops_a_writer_undoes_all_that_it_wrote(
    store: Store, stop: type[BaseException]
) -> None:
    with pytest.raises(stop):
        write_and_stop(store, stop)
    assert settings(store) == {}


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(Refusal) as caught, store.read() as db:
        put_settings(db, {"reseller.name": "Atelier"})
    assert str(caught.value) == f"{store.path} can only be read, not written to"


def test_a_reader_sees_one_state_throughout(store: Store) -> None:
    with store.read() as db:
        assert all_settings(db) == {}
        set_name(store, "Atelier")
        assert all_settings(db) == {}
    assert settings(store) == {"reseller.name": "Atelier"}


def test_two_who_read_and_write_do_not_overwrite_each_other(tmp_path: Path) -> None:
    store = open_store(tmp_path / "desk.db")
    add_one = """
with STORE.write() as db:
    count = int(all_settings(db).get("count", "0"))
    put_settings(db, {"count": str(count + 1)})
return str(count)
"""
    prepare = f"""
from resellerdesk.store.settings import all_settings, put_settings
STORE = open_store(Path({str(store.path)!r}))
"""
    with Colleagues(4, add_one, prepare) as colleagues:
        seen = [said for n in range(25) for said in colleagues.all(n)]
    assert sorted(map(int, seen)) == list(range(100))


@contextmanager
def a_colleague_writes(store: Store) -> Iterator[None]:
    connection = sqlite3.connect(store.path, isolation_level=None)
    connection.execute("begin immediate")
    yield
    connection.close()


def test_who_waits_too_long_for_a_colleague_is_told(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resellerdesk.store.dialect.BUSY_MILLISECONDS", 20)
    with a_colleague_writes(store), pytest.raises(Refusal) as caught:
        set_name(store, "Atelier")
    assert str(caught.value) == (
        f"{store.path}: somebody else is writing just now; nothing was changed, try again"
    )


def fill_the_disk(store: Store) -> None:
    with store.write() as db:
        put_settings(db, {"reseller.city": "Lyon"})
        [(pages,)] = db.execute("pragma page_count").fetchall()
        db.execute(f"pragma max_page_count = {pages}")
        put_settings(db, {"reseller.name": "Atelier " * 10_000})


def test_a_full_disk_is_a_refusal_and_changes_nothing(store: Store) -> None:
    with pytest.raises(Refusal) as caught:
        fill_the_disk(store)
    assert str(caught.value).startswith(f"{store.path}: the disk is full")
    assert settings(store) == {}


def test_a_failure_of_the_program_itself_is_not_dressed_up(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), store.write() as db:
        db.execute("insert into nonsense values (1)")


class TestWatching:
    @pytest.fixture
    def watch(self, store: Store) -> Iterator[Watch]:
        watch = Watch(store)
        yield watch
        watch.close()

    def test_a_colleagues_commit_is_noticed_once(self, store: Store, watch: Watch) -> None:
        assert not watch.changed()
        set_name(store, "Atelier")
        assert watch.changed()
        assert not watch.changed()

    def test_a_commit_of_another_process_is_noticed(self, store: Store, watch: Watch) -> None:
        work = "put_it(word); return 'done'"
        prepare = f"""
from resellerdesk.store.settings import put_settings
def put_it(word):
    with open_store(Path({str(store.path)!r})).write() as db:
        put_settings(db, {{"reseller.name": word}})
"""
        with Colleagues(1, work, prepare) as colleagues:
            assert not watch.changed()
            assert colleagues.all("Atelier") == ["done"]
            assert watch.changed()

    def test_reading_and_what_was_undone_are_no_change(self, store: Store, watch: Watch) -> None:
        settings(store)
        with pytest.raises(KeyError):
            write_and_stop(store, KeyError)
        assert not watch.changed()
