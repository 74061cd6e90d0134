"""What somebody types, and what comes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

TRACE = "Traceback"


@dataclass(frozen=True)
class Said:
    """The exit status of a command, and what it wrote on either stream."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output; fails where anything else stands there."""
        return json.loads(self.out)

    @property
    def refusal(self) -> str:
        """The one line on standard error of a command that was refused."""
        assert self.status == 1
        assert self.out == ""
        assert TRACE not in self.err
        [line] = self.err.splitlines()
        name, _, said = line.partition(": ")
        assert name == "resellerdesk"
        return said


Typed = Callable[..., Said]
"""The fixture `typed`: runs a command in this process, as of 2026-11-24 on the sample data."""
