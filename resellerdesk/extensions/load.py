"""Loads plugins one at a time; a broken one is reported and stops no other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pluggy

from resellerdesk.extensions.discover import Found
from resellerdesk.extensions.fault import Faulted, PluginFault, Where
from resellerdesk.extensions.guard import Guard
from resellerdesk.extensions.registry import Extensions, LoadedFamily, LoadedLayout, Plugin
from resellerdesk.sdk.complete import family_lacks, layout_lacks
from resellerdesk.sdk.family import AnyFamily, Family
from resellerdesk.sdk.hookspecs import CONTRACT_VERSION, PROJECT, Hooks
from resellerdesk.sdk.layout import AnyLayout, Layout


class _Loading:
    """What has been loaded so far."""

    def __init__(self, guard: Guard) -> None:
        self.guard = guard
        self.plugins: list[Plugin] = []
        self.families: dict[str, LoadedFamily] = {}
        self.layouts: dict[str, LoadedLayout] = {}
        self.locales: dict[str, Path] = {}

    def take(self, found: Found) -> None:
        """Imports, checks and registers one plugin, all or nothing."""
        try:
            module = self.guard.call(_at(found, "import"), found.load)
            self._check_contract(found, module)
            families, layouts = self._registered(found, module)
            self._check(found, families, layouts)
        except Faulted as faulted:
            self.plugins.append(Plugin(found.name, found.version, "failed", (), faulted.fault))
            return
        for family in families:
            self.families[family.key] = LoadedFamily(family, found.name, found.version)
        for layout in layouts:
            self.layouts[layout.key] = LoadedLayout(layout, found.name, found.version)
        if isinstance(module, ModuleType) and module.__file__:
            self.locales[module.__name__] = Path(module.__file__).parent / "locale"
        keys = tuple(family.key for family in families)
        self.plugins.append(Plugin(found.name, found.version, "loaded", keys))

    def _registered(
        self, found: Found, module: Any
    ) -> tuple[Sequence[AnyFamily], Sequence[AnyLayout]]:
        """Asks a manager of its own: one raising hook must not discard another's results."""
        manager = pluggy.PluginManager(PROJECT)
        manager.add_hookspecs(Hooks)
        self.guard.call(_at(found, "register"), lambda: manager.register(module, found.name))
        self.guard.call(_at(found, "hooks"), manager.check_pending)
        families: list[AnyFamily] = []
        for hook in manager.hook.register_families.get_hookimpls():
            bring = cast(Callable[[], Iterable[AnyFamily]], hook.function)
            families += self.guard.several(_at(found, "register_families"), Family, bring)
        layouts: list[AnyLayout] = []
        for hook in manager.hook.register_layouts.get_hookimpls():
            read = cast(Callable[[], Iterable[AnyLayout]], hook.function)
            layouts += self.guard.several(_at(found, "register_layouts"), Layout, read)
        return families, layouts

    def _check_contract(self, found: Found, module: Any) -> None:
        """A plugin may name the contract it was written for; another major is not loaded."""
        wanted = str(
            self.guard.call(_at(found, "CONTRACT"), getattr, module, "CONTRACT", CONTRACT_VERSION)
        )
        if wanted.split(".", maxsplit=1)[0] != CONTRACT_VERSION.split(".")[0]:
            raise _refused(
                found, f"it asks for contract {wanted}; this desk speaks {CONTRACT_VERSION}"
            )

    def _check(
        self, found: Found, families: Iterable[AnyFamily], layouts: Iterable[AnyLayout]
    ) -> None:
        """Each is complete, and no other has its key."""
        taken = {key: loaded.plugin for key, loaded in self.families.items()}
        for family in families:
            self._refuse(found, self.guard.call(_at(found, "load"), family_lacks, family))
            self._refuse(found, _taken("family", family.key, taken, found))
        taken = {key: loaded.plugin for key, loaded in self.layouts.items()}
        for layout in layouts:
            self._refuse(found, self.guard.call(_at(found, "load"), layout_lacks, layout))
            self._refuse(found, _taken("layout", layout.key, taken, found))

    def _refuse(self, found: Found, why: str) -> None:
        if why:
            raise _refused(found, why)


def _taken(what: str, key: str, taken: dict[str, str], found: Found) -> str:
    if key in taken:
        return f"{what} {key} is already brought by {taken[key]}"
    taken[key] = found.name
    return ""


def load_extensions(
    installed: Sequence[Found], left_out: Collection[str], disabled: Collection[str], guard: Guard
) -> Extensions:
    """Loads what is installed but for the plugins left out for this run or disabled for good:
    neither needs to be imported for that."""
    loading = _Loading(guard)
    for found in installed:
        if found.name in disabled:
            loading.plugins.append(Plugin(found.name, found.version, "disabled"))
        elif found.name in left_out:
            loading.plugins.append(Plugin(found.name, found.version, "left out"))
        else:
            loading.take(found)
    return Extensions(
        loading.plugins, loading.families, loading.layouts, loading.locales, guard
    )


def _at(found: Found, call: str) -> Where:
    return Where(found.name, found.version, call)


def _refused(found: Found, why: str) -> Faulted:
    return Faulted(PluginFault(_at(found, "load"), why))
