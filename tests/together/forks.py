"""Run as a program of its own: forks warm processes of the command line that begin the same moment,
and kills those that it is told to kill.

It reads one JSON document a line: a list of commands with their arguments, user and clock, and when
to kill them: so many seconds after the beginning, or after the first byte that is written to a
file. It answers with one line: how each ended and what each said. It alone reaps its children, so
no kill can meet a stranger.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import click

NOTHING = (0, 0)
FOLDER = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()


def warm_up() -> None:
    """Imports what commands import, so that a child begins with its work at once."""
    from resellerdesk.cli.main import cli
    from resellerdesk.extensions.discover import installed
    from resellerdesk.extensions.guard import Guard
    from resellerdesk.extensions.load import load_extensions

    for name in cli.list_commands(click.Context(cli)):
        cli.get_command(click.Context(cli), name)
    load_extensions(installed(), set(), set(), Guard())
    for module in ("resellerdesk.store.quotes", "resellerdesk.store.orders"):
        import_module(module)._form()  # building it takes longer than most commands


def set_clock(now: str) -> None:
    """The desk that this process opens stamps its history with that moment."""
    from resellerdesk.desk import opening

    real = opening.open_desk
    opening.open_desk = lambda *a, **k: replace(
        real(*a, **k), clock=lambda: datetime.fromisoformat(now)
    )


def run(command: dict[str, Any], said: Path, gun: int) -> None:
    """The child: waits for the gun, runs the command, and ends with its exit status."""
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(said.with_suffix(f".{name}"), os.O_WRONLY | os.O_CREAT), number)
    os.environ |= command["env"]
    if command["at"]:
        set_clock(command["at"])
    from resellerdesk.cli.main import run as run_command

    os.read(gun, 1)
    status = 120
    try:
        status = run_command(command["args"])
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)


def all_at_once(commands: Sequence[dict[str, Any]], number: int) -> list[dict[str, Any]]:
    """Forks the commands, fires the gun, kills whose time has come, and reaps them all."""
    wait, gun = os.pipe()
    children = []
    for n, command in enumerate(commands):
        said = FOLDER / f"{number}-{n}"
        child = os.fork()
        if child == 0:
            os.close(gun)
            run(command, said, wait)
        children.append((child, command, said))
    os.close(wait)
    written = [written_so_far(command["kill_at_write"]) for command in commands]
    began = time.monotonic()
    os.close(gun)
    for (child, command, _), before in zip(children, written, strict=True):
        if command["kill_after"] is not None:
            strike(child, command, before, began)
    return [ended(child, said, began) for child, _, said in children]


def strike(child: int, command: dict[str, Any], before: tuple[int, int], began: float) -> None:
    """Kills a child when its time has come, unless it is through by then."""
    file = command["kill_at_write"]
    while file and written_so_far(file) in (before, NOTHING) and not is_through(child):
        pass
    since = time.monotonic() if file else began
    time.sleep(max(0.0, since + command["kill_after"] - time.monotonic()))
    if not is_through(child):
        os.kill(child, signal.SIGKILL)


def written_so_far(file: str) -> tuple[int, int]:
    """Size and time of the last write; nothing of a file that is missing or empty."""
    try:
        found = Path(file).stat()
    except OSError:
        return NOTHING
    return (found.st_size, found.st_mtime_ns) if file and found.st_size else NOTHING


def is_through(child: int) -> bool:
    return os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def ended(child: int, said: Path, began: float) -> dict[str, Any]:
    _, status = os.waitpid(child, 0)
    texts = {}
    for name in ("out", "err"):
        file = said.with_suffix(f".{name}")
        texts[name] = file.read_text("utf-8") if file.exists() else ""
        file.unlink(missing_ok=True)
    return {"status": os.waitstatus_to_exitcode(status), "seconds": time.monotonic() - began,
            **texts}


def main() -> None:
    warm_up()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for number, line in enumerate(sys.stdin):
        answers = all_at_once(json.loads(line), number)
        sys.stdout.write(json.dumps(answers) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
