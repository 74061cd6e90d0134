"""Kills the program itself, at some moment after its first byte."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from quarter.deeds import Do
from together.people import People, Said, found_also_in

PROGRAM = [sys.executable, "-c", "from resellerdesk.cli.main import main; main()"]


def kill_program(people: People, request: Do, after: float, path: Sequence[Path]) -> Said:
    """What it said until it was killed after so many seconds, or all of it if it was through."""
    env = {"RESELLERDESK_DB": str(people.database), "RESELLERDESK_USER": request.by,
           "RESELLERDESK_AS_OF": people.as_of, **found_also_in(path)}
    with subprocess.Popen([*PROGRAM, *request.args, "--json"], text=True, env=os.environ | env,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        with suppress(subprocess.TimeoutExpired):
            program.wait(after)
        program.kill()  # SIGKILL; nothing where it has ended
        out, err = program.communicate()
    return Said(request.by, program.returncode, out, err)
