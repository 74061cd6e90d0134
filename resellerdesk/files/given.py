"""A file that somebody names as the value of a step or setting, or as a signed copy."""

from __future__ import annotations

from pathlib import Path

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T


def read_file(path: Path, most: int = -1) -> bytes:
    """The content of a file, or the first bytes of it. Raises Refusal where it cannot be read."""
    try:
        with path.expanduser().open("rb") as file:
            return file.read(most)
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Refusal(T("{file}: cannot be read: {why}", file=str(path), why=why)) from None
