"""What the files that tests write by hand are opened with."""

from __future__ import annotations

from collections.abc import Callable

from resellerdesk.files.sheet import Sheet

KNOWN = [frozenset({"Renewal ID", "SKU", "End Date"}), frozenset({"customer_id", "name"})]

Open = Callable[..., Sheet]
"""The fixture `opened`: writes some bytes as a file and opens it."""

Refused = Callable[[bytes], str]
"""The fixture `refused`: what is said of such a file."""
