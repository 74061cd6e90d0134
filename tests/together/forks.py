"""Run as a program of its own: forks warm processes of the command line that begin the same moment,
and kills those that it is told to kill.

It reads one JSON document a line: a list of commands with their arguments, user, clock and the
second after which to kill. It answers with one line: how each ended and what each said. It alone
reaps its children, so no kill can meet a stranger.
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
        children.append((child, command["kill_after"], said))
    os.close(wait)
    began = time.monotonic()
    os.close(gun)
    for child, after, _ in sorted(children, key=lambda one: one[1] or 0):
        if after is not None:
            time.sleep(max(0.0, began + after - time.monotonic()))
            if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
                os.kill(child, signal.SIGKILL)
    return [ended(child, said, began) for child, _, said in children]


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
