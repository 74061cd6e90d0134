"""Several people at one desk: one after the other in this process, or at once in their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from resellerdesk.cli.main import run as run_command

FORKS = Path(__file__).with_name("forks.py")
KILLED = -9
NEVER_SAID = ("locked", "Traceback", "an error in ResellerDesk")


@dataclass(frozen=True)
class Command:
    """What somebody types; `at` is the moment that its clock shows (the real one if empty).

    `kill_after` are the seconds after which the process is killed, counted from its beginning or,
    `at_write`, from the moment at which it begins to write to the database.
    """

    by: str
    args: tuple[str, ...]
    kill_after: float | None = None
    at: str = ""
    at_write: bool = False


@dataclass(frozen=True)
class Said:
    """How a command ended: its exit status (-9 where it was killed) and what it wrote."""

    by: str
    status: int
    out: str
    err: str
    seconds: float = 0.0

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def refusal(self) -> str:
        """The one clear line of somebody who was refused."""
        [line] = self.err.splitlines()
        assert (self.status, self.out) == (1, ""), self
        assert line.startswith("resellerdesk: ")
        return line.removeprefix("resellerdesk: ")


def found_also_in(path: Sequence[Path]) -> dict[str, str]:
    """The environment of a process that finds modules and plugins in some folders too."""
    before = os.environ.get("PYTHONPATH")
    return {"PYTHONPATH": os.pathsep.join([*map(str, path), *([before] if before else [])])}


class Forks:
    """The program that forks processes; see there."""

    def __init__(self, folder: Path, path: Sequence[Path] = ()) -> None:
        """`path` is where plugins are found besides those that are installed."""
        self._process = subprocess.Popen(
            [sys.executable, str(FORKS), str(folder)], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | found_also_in(path),
        )
        assert self._answer() == "ready\n"

    def ask(self, commands: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(commands) + "\n")
        self._process.stdin.flush()
        found: list[dict[str, Any]] = json.loads(self._answer())
        return found

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def close(self) -> None:
        self._process.communicate()


@dataclass
class People:
    """At one desk, on one day; nobody may ever read that the database is locked."""

    database: Path
    forks: Forks
    as_of: str = "2026-11-24"

    def at_once(self, *commands: Command) -> list[Said]:
        """Processes that begin the same moment; what each says, in the order of the commands."""
        answers = self.forks.ask([
            {"args": command.args, "env": self._environment(command.by),
             "kill_after": command.kill_after, "at": command.at,
             "kill_at_write": f"{self.database}-wal" if command.at_write else ""}
            for command in commands
        ])
        said = [Said(command.by, **answer)
                for command, answer in zip(commands, answers, strict=True)]
        for one in said:
            refuse_wrong_words(one)
        return said

    def both(self, first: Sequence[str], second: Sequence[str]) -> list[Said]:
        """Anna and Berta type something the same moment."""
        return self.at_once(
            Command("anna", (*first, "--json")), Command("berta", (*second, "--json"))
        )

    def type(self, by: str, *args: str) -> Said:
        """One command, in this process."""
        out, err = StringIO(), StringIO()
        with _surroundings(self._environment(by)), redirect_stdout(out), redirect_stderr(err):
            status = run_command([*args, "--json"])
        said = Said(by, status, out.getvalue(), err.getvalue())
        refuse_wrong_words(said)
        return said

    def run(self, by: str, *args: str) -> Any:
        """The same for a command that has to succeed; what it says as JSON."""
        said = self.type(by, *args)
        assert said.status == 0, said
        return said.json

    def _environment(self, by: str) -> dict[str, str]:
        return {"RESELLERDESK_DB": str(self.database), "RESELLERDESK_AS_OF": self.as_of,
                "RESELLERDESK_USER": by}


@contextmanager
def _surroundings(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value


def refuse_wrong_words(said: Said) -> None:
    """What no user may ever read, and no status that the program does not have."""
    assert not [word for word in NEVER_SAID if word in said.err], said
    assert said.status in (0, 1, 3, KILLED), said


def won_and_lost(said: Sequence[Said]) -> tuple[list[Said], list[Said]]:
    """Those whose command was done, and those who were refused."""
    return [one for one in said if one.status == 0], [one for one in said if one.status != 0]
