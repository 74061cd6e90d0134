"""The desk of the quarter: both families, a clock of its own, and everything that it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from resellerdesk.desk import opening
from resellerdesk.desk.desk import Desk

from quarter.casting import cast
from quarter.hands import Hands, Pace
from quarter.model_of_answers import Book
from quarter.office import office
from quarter.play import Part, Play, clock_of
from together.people import Forks, People

TESTS = Path(__file__).parents[1]


@pytest.fixture
def plugins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Where plugins are found: the toy family is installed there for this example."""
    folder = tmp_path / "plugins"
    info = folder / "toy-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: toy\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[resellerdesk]\ntoy = toy_family\n")
    monkeypatch.syspath_prepend(folder)
    return folder, TESTS


@pytest.fixture
def begin(
    tmp_path: Path, plugins: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[int, Pace], Play]]:
    """Makes a quarter by its seed."""
    begun: list[Hands] = []

    def make(seed: int, pace: Pace) -> Play:
        folder = tmp_path / str(seed)
        folder.mkdir()
        people = People(folder / "desk.db", Forks(folder, plugins))
        hands = Hands(people, Book(), pace, Random(f"{seed}/kills"), plugins)
        begun.append(hands)
        _sit_down(monkeypatch, hands)
        deals = cast(seed, hands.book, str(folder))
        parts = [Part("office", office(deals, hands.book, folder), 0)]
        parts += [Part(deal.name, way, deal.start, deal) for deal, way in deals.ways()]
        return Play(seed, hands, parts, pace.pairs)

    yield make
    for hands in begun:
        hands.people.forks.close()
        hands.kept.look_away()


def _sit_down(monkeypatch: pytest.MonkeyPatch, hands: Hands) -> None:
    """In this process the desk is opened once, as somebody has it who leaves it open."""
    at = opening.open_desk(hands.people.database)

    def open_desk(path: Path, **_: object) -> Desk:
        assert path == hands.people.database
        return replace(at, user=opening.user_name(), clock=clock_of(hands))

    monkeypatch.setattr(opening, "open_desk", open_desk)
