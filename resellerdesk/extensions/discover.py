"""Which plugins are installed, by name, without importing any."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Any

GROUP = "resellerdesk"


@dataclass(frozen=True, slots=True)
class Found:
    """An installed plugin: `load` imports it."""

    name: str
    version: str
    load: Callable[[], Any]


def installed() -> Sequence[Found]:
    """Every plugin registered as an entry point, by name; the first of two of one name."""
    found: dict[str, Found] = {}
    for point in entry_points(group=GROUP):
        version = point.dist.version if point.dist is not None else ""
        found.setdefault(point.name, Found(point.name, version, point.load))
    return [found[name] for name in sorted(found)]
