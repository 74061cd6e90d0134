"""People at a desk with the sample data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from together.people import People


@pytest.fixture
def people(database: Path, tmp_path: Path) -> Iterator[People]:
    """At one desk on 24 November 2026; afterwards the desk is found as it should be."""
    folder = tmp_path / "said"
    folder.mkdir()
    with People(database, folder) as people:
        yield people
        assert people.run("anna", "check")["ok"]
