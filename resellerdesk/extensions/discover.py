"""Which plugins are installed, by name, without importing any."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
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
    for distribution in distributions():
        for plugin in _plugins_of(distribution):
            found.setdefault(plugin.name, plugin)
    return [found[name] for name in sorted(found)]


def _plugins_of(distribution: Distribution) -> Sequence[Found]:
    """None of a distribution whose records cannot be read: it may be anybody's."""
    try:
        points = [point for point in distribution.entry_points if point.group == GROUP]
        version = (distribution.metadata["Version"] or "") if points else ""
    except Exception:
        return ()
    return [Found(point.name, version, point.load) for point in points]
