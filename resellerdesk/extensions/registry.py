"""The families and layouts of the plugins that were loaded, and what failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from resellerdesk.core.policy import PolicyRow
from resellerdesk.extensions.fault import PluginFault
from resellerdesk.extensions.guard import Guard
from resellerdesk.sdk.family import AnyFamily
from resellerdesk.sdk.layout import AnyLayout


@dataclass(frozen=True, slots=True)
class Plugin:
    """One installed plugin: `status` is `loaded`, `failed`, `disabled` or `left out`."""

    name: str
    version: str
    status: str
    families: tuple[str, ...] = ()
    fault: PluginFault | None = None


@dataclass(frozen=True, slots=True)
class LoadedFamily:
    """A family, and the plugin that brought it."""

    family: AnyFamily
    plugin: str
    version: str


@dataclass(frozen=True, slots=True)
class LoadedLayout:
    """A layout, and the plugin that brought it."""

    layout: AnyLayout
    plugin: str
    version: str


@dataclass(frozen=True, slots=True)
class Extensions:
    """All that plugins brought; `locales` are their translation folders by domain."""

    plugins: Sequence[Plugin] = ()
    families: Mapping[str, LoadedFamily] = field(default_factory=dict)
    layouts: Mapping[str, LoadedLayout] = field(default_factory=dict)
    locales: Mapping[str, Path] = field(default_factory=dict)
    guard: Guard = field(default_factory=Guard)

    def shipped_policy(self) -> list[PolicyRow]:
        return [row for loaded in self.families.values() for row in loaded.family.policy]

    def vendor_of(self, family: str) -> str:
        """Whose products a family describes; of a family not installed, the one vendor that all
        the others agree on; else empty."""
        if family in self.families:
            return self.families[family].family.vendor
        vendors = {loaded.family.vendor for loaded in self.families.values()} - {""}
        return vendors.pop() if len(vendors) == 1 else ""
