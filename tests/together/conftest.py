"""People at a desk with the sample data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from together.people import Forks, People


@pytest.fixture(scope="session")
def forks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    """What begins processes the same moment, for all examples of this folder."""
    forks = Forks(tmp_path_factory.mktemp("said"))
    yield forks
    forks.close()


@pytest.fixture
def people(database: Path, forks: Forks) -> Iterator[People]:
    """At one desk on 24 November 2026; afterwards the desk is found as it should be."""
    people = People(database, forks)
    yield people
    assert people.run("anna", "check")["ok"]
