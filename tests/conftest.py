"""How Hypothesis runs, and the desk on sample data that many examples sit at.

Hypothesis tries the same examples every time, few enough for every commit;
`pytest --hypothesis-profile=long` searches further, with new examples at each run.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import settings

from resellerdesk.demo.fill import fill
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.opening import open_desk

settings.register_profile(
    "ci", derandomize=True, max_examples=60, deadline=None, database=None, print_blob=False
)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile("ci")


@pytest.fixture(autouse=True)
def _nobodys_own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No example sees the developer's own desk, nor leaves anything in their home."""
    for name in ("RESELLERDESK_DB", "RESELLERDESK_AS_OF"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("RESELLERDESK_USER", "marie")
    monkeypatch.setenv("RESELLERDESK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample files, as they come from vendors and a CRM."""
    return Path(str(files("resellerdesk.demo") / "samples"))


@pytest.fixture(scope="session")
def software_files(samples: Path) -> list[Path]:
    """The sample files of software maintenance, and the tables that they need."""
    tables = ("catalogue", "customer-aliases", "customers", "price-list", "price-list-2016")
    exports = ("kestrel-licenses", "software-certificats", "software-licenses-2016")
    names = sorted([*tables, *exports, "kestrel-policy", "kestrel-prices"])
    return [samples / f"{name}.csv" for name in names]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all sample files, made once; take `database`, a copy, to work on."""
    path = tmp_path_factory.mktemp("filled") / "desk.db"
    fill(at_nine(open_desk(path)))
    return path


@pytest.fixture
def database(filled: Path, tmp_path: Path) -> Path:
    """A database of its own for one example, with all sample files."""
    return Path(shutil.copy(filled, tmp_path / "desk.db"))


@pytest.fixture
def desk(database: Path) -> Desk:
    """Marie's desk on the sample data, at nine in the morning of 24 November 2026."""
    return at_nine(open_desk(database))


@pytest.fixture
def empty_desk(tmp_path: Path) -> Desk:
    """The same desk before anything was imported."""
    return at_nine(open_desk(tmp_path / "empty.db"))


def at_nine(desk: Desk) -> Desk:
    return replace(desk, clock=lambda: datetime(2026, 11, 24, 9, tzinfo=UTC), user="marie")
