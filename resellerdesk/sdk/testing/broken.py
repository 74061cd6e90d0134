"""What a check of the kit says where it does not hold."""

from __future__ import annotations

from collections.abc import Iterable

_SHOWN = 3


class Broken(AssertionError):
    """A check that does not hold: each line says what, where, and what would work."""


def hold(what: str, wrong: Iterable[str]) -> None:
    """Raises Broken with the first lines of what is wrong, each said once."""
    lines = list(dict.fromkeys(wrong))
    if not lines:
        return
    more = len(lines) - _SHOWN
    shown = [f"  {line}" for line in lines[:_SHOWN]]
    rest = [f"  ... and {more} more"] if more > 0 else []
    raise Broken("\n".join([what, *shown, *rest]))
