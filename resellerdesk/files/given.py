"""A file that somebody names as the value of a step, or as a signed copy."""

from __future__ import annotations

from pathlib import Path

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T


def read_file(path: Path) -> bytes:
    """The content of a file. Raises Refusal where it cannot be read."""
    try:
        return path.expanduser().read_bytes()
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Refusal(T("{file}: cannot be read: {why}", file=str(path), why=why)) from None
