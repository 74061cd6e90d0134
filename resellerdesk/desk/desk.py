"""The desk that every use case works at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from resellerdesk.extensions.registry import Extensions
from resellerdesk.store.engine import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """Store, plugins and who is at work. It holds no as-of date: that is an argument of each use
    case. `clock` stamps the history, and nothing else reads the time."""

    store: Store
    extensions: Extensions
    user: str
    clock: Callable[[], datetime]
