"""Numbers of quotes: by year, one after the other, without a gap."""

from __future__ import annotations

from pathlib import Path

import pytest

from resellerdesk.store.engine import Store, open_store
from resellerdesk.store.numbers import next_number

from store.processes import Colleagues


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "desk.db")


def draw(store: Store, year: int, kind: str = "Q") -> str:
    with store.write() as db:
        return next_number(db, kind, year)


def draw_and_give_up(store: Store) -> None:
    with store.write() as db:
        assert next_number(db, "Q", 2026) == "Q-2026-0001"
        raise ValueError("no quote after all")


def test_each_year_and_kind_counts_from_one(store: Store) -> None:
    drawn = [draw(store, 2026), draw(store, 2026), draw(store, 2027), draw(store, 2026, "O")]
    assert drawn == ["Q-2026-0001", "Q-2026-0002", "Q-2027-0001", "O-2026-0001"]


def test_what_is_undone_gives_its_number_back(store: Store) -> None:
    with pytest.raises(ValueError, match="no quote"):
        draw_and_give_up(store)
    assert draw(store, 2026) == "Q-2026-0001"


def test_after_9999_numbers_grow_longer(store: Store) -> None:
    with store.write() as db:
        db.execute("insert into number_series (kind, year, latest) values ('Q', 2026, 9999)")
    assert draw(store, 2026) == "Q-2026-10000"


def test_many_at_once_with_some_who_give_up_leave_no_gap(store: Store) -> None:
    prepare = f"""
from resellerdesk.store.numbers import next_number
STORE = open_store(Path({str(store.path)!r}))
"""
    draw_or_give_up = """
try:
    with STORE.write() as db:
        number = next_number(db, "Q", 2026)
        if word == "give up":
            raise ValueError
except ValueError:
    return ""
return number
"""
    with Colleagues(4, draw_or_give_up, prepare) as colleagues:
        words = ["draw", "give up"] * 15
        drawn = [number for word in words for number in colleagues.all(word) if number]
    assert sorted(drawn) == [f"Q-2026-{n:04d}" for n in range(1, 61)]
