"""Several people at one desk, each a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FORKS = Path(__file__).with_name("forks.py")
KILLED = -9
NEVER_SAID = ("locked", "Traceback", "an error in ResellerDesk")


@dataclass(frozen=True)
class Command:
    """What somebody types; `kill_after` are the seconds after which the process is killed, `at`
    is the moment that its clock shows (the real one if empty)."""

    by: str
    args: tuple[str, ...]
    kill_after: float | None = None
    at: str = ""

    def line(self, database: Path, as_of: str) -> dict[str, Any]:
        env = {"RESELLERDESK_DB": str(database), "RESELLERDESK_AS_OF": as_of,
               "RESELLERDESK_USER": self.by}
        return {"args": self.args, "env": env, "kill_after": self.kill_after, "at": self.at}


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
        assert self.status == 1
        assert line.startswith("resellerdesk: ")
        return line.removeprefix("resellerdesk: ")


@dataclass
class People:
    """Processes that begin the same moment at one database; none may say that it is locked."""

    database: Path
    folder: Path
    as_of: str = "2026-11-24"
    path: tuple[str, ...] = ()
    _forks: subprocess.Popen[str] | None = field(default=None, repr=False)

    def __enter__(self) -> People:
        self._forks = subprocess.Popen(
            [sys.executable, str(FORKS), str(self.folder)], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self.environment,
        )
        assert self._forks.stdout is not None
        assert self._forks.stdout.readline() == "ready\n"
        return self

    def __exit__(self, *_: object) -> None:
        assert self._forks is not None
        self._forks.communicate()

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"PYTHONPATH": os.pathsep.join(self.path)}

    def at_once(self, *commands: Command) -> list[Said]:
        """What each says, in the order of the commands."""
        forks = self._forks
        assert forks is not None
        assert forks.stdin is not None
        assert forks.stdout is not None
        lines = [command.line(self.database, self.as_of) for command in commands]
        forks.stdin.write(json.dumps(lines) + "\n")
        forks.stdin.flush()
        answers = json.loads(forks.stdout.readline())
        found = [Said(command.by, **answer)
                 for command, answer in zip(commands, answers, strict=True)]
        for said in found:
            refuse_wrong_words(said)
        return found

    def run(self, by: str, *args: str) -> Any:
        """One command that has to succeed; what it says as JSON."""
        [said] = self.at_once(Command(by, (*args, "--json")))
        assert said.status == 0, said
        return said.json

    def both(self, first: Sequence[str], second: Sequence[str]) -> list[Said]:
        """Anna and Berta type something the same moment."""
        return self.at_once(
            Command("anna", (*first, "--json")), Command("berta", (*second, "--json"))
        )


def refuse_wrong_words(said: Said) -> None:
    """What no user may ever read."""
    assert not [word for word in NEVER_SAID if word in said.err], said
    assert said.status in (0, 1, 3, KILLED), said


def won_and_lost(said: Sequence[Said]) -> tuple[list[Said], list[Said]]:
    """Those whose command was done, and those who were refused."""
    return [one for one in said if one.status == 0], [one for one in said if one.status != 0]
