"""A chain of hashes: each entry of a history is tied to the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

START = ""
"""What the first entry of a chain is tied to."""


def link(previous: str, fields: Sequence[str | int]) -> str:
    """The hash of an entry, given that of the entry before; hexadecimal SHA-256."""
    text = json.dumps([previous, *fields], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
