"""Real processes that all begin the same moment."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

_WAITING = """
import sys
from pathlib import Path
from resellerdesk.core.refusal import Refusal
from resellerdesk.store.engine import open_store
{prepare}
def work(word):
{work}
print("ready", flush=True)
for line in sys.stdin:
    try:
        print(work(line.strip()), flush=True)
    except Refusal as refusal:
        print("refused:", refusal, flush=True)
"""


class Colleagues:
    """Several processes that run the same function of one word, each time all at once."""

    def __init__(self, count: int, work: str, prepare: str = "") -> None:
        indented = "\n".join(f"    {line}" for line in work.strip().splitlines())
        script = _WAITING.format(prepare=prepare, work=indented)
        self._processes = [
            subprocess.Popen(
                [sys.executable, "-c", script], text=True, stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            for _ in range(count)
        ]

    def __enter__(self) -> Colleagues:
        for process in self._processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        return self

    def all(self, word: object) -> Sequence[str]:
        """What each of them says to a word."""
        for process in self._processes:
            assert process.stdin is not None
            process.stdin.write(f"{word}\n")
            process.stdin.flush()
        return [self._said(process) for process in self._processes]

    def _said(self, process: subprocess.Popen[str]) -> str:
        assert process.stdout is not None
        return process.stdout.readline().rstrip("\n")

    def __exit__(self, *_: object) -> None:
        for process in self._processes:
            process.communicate()
