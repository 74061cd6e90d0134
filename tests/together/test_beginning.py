"""Six people begin a desk together."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from together.people import Command, Forks, People

PROGRAM = [sys.executable, "-c", "from resellerdesk.cli.main import main; main()"]
NAMES = ("anna", "berta", "carl", "dora", "emil", "fritz")


@pytest.mark.parametrize("_", range(5))
def test_six_open_a_new_database(forks: Forks, tmp_path: Path, _: int) -> None:
    people = People(tmp_path / "new.db", forks)
    said = people.at_once(*(Command(name, ("settings", f"role.{name}", "rep")) for name in NAMES))
    assert [(one.status, one.err) for one in said] == [(0, "")] * 6
    settings = people.run("anna", "settings")
    assert [settings[f"role.{name}"] for name in NAMES] == ["rep"] * 6
    assert people.run("anna", "check")["ok"]
    assert not list(tmp_path.glob("new.db.before-*"))


def test_six_programs_fill_a_new_database(tmp_path: Path, samples: Path) -> None:
    """The program itself, from its first byte on: each imports all the customers."""
    database = tmp_path / "new.db"
    programs = [
        subprocess.Popen(
            [*PROGRAM, "--db", str(database), "import", str(samples / "customers.csv")],
            text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=os.environ | {"RESELLERDESK_USER": name},
        )
        for name in NAMES
    ]
    said = [program.communicate() for program in programs]
    assert [program.returncode for program in programs] == [0] * 6
    assert [err for _, err in said] == [""] * 6
    created = [out for out, _ in said if " 0 created" not in out]
    assert len(created) == 1
