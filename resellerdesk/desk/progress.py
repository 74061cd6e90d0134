"""How a long job tells how far it is; who asked for it decides what to show."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int], None]
"""Called with what is being worked on and how many of it are done."""


def quietly(what: str, done: int) -> None:
    """Progress that nobody wants to see."""
