"""What somebody does at the desk, and what that must come to."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import date
from typing import Any

from together.people import Said

REPS = ("anna", "berta", "carl")
MANAGERS = ("dora", "emil")
FIRST_DAY = date(2026, 10, 1)

Tell = Callable[[Said | None], Any]


@dataclass(frozen=True)
class Do:
    """A command, and what the book says once it was done: `tell` writes it down and gives back
    what the deal wants to know. Without `tell` it must be refused, and say `says`.

    A command of several changes may be killed between them and is `whole` no more.
    """

    by: str
    args: tuple[str, ...]
    refs: tuple[str, ...]
    tell: Tell | None = None
    says: str = ""
    status: int = 0
    whole: bool = True


@dataclass(frozen=True)
class Race:
    """Two commands at the same moment; a loser reads who was first."""

    first: Do
    second: Do


def renewed(sku: str) -> str:
    """What a product renews as."""
    return sku.replace("-NEW", "-REN")


Path = Generator["Do | Race | int", Any, None]
"""A deal's way through the quarter: commands, races, and days to wait for."""
