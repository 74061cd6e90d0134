"""The class for a plugin's own module: that a desk finds in it what it brings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any, ClassVar

import pluggy

from resellerdesk.sdk.complete import family_lacks, layout_lacks
from resellerdesk.sdk.family import AnyFamily
from resellerdesk.sdk.hookspecs import CONTRACT_VERSION, PROJECT, Hooks
from resellerdesk.sdk.layout import AnyLayout
from resellerdesk.sdk.testing.broken import Broken, hold

_LOADED = (
    "import sys, {module}\n"
    "print(*sorted({{'.'.join(name.split('.')[:2]) for name in sys.modules"
    " if name.startswith('resellerdesk.')}}))"
)


class Registering:
    """Subclass it as `class TestRegistering(Registering)` and set `plugin` to the module that the
    entry point names, `families` and `layouts` to the keys of what it brings."""

    plugin: ClassVar[ModuleType]
    families: ClassVar[Sequence[str]] = ()
    layouts: ClassVar[Sequence[str]] = ()

    def test_it_brings_its_families_and_layouts(self) -> None:
        """By hooks that the contract knows."""
        families, layouts = brought(self.plugin)
        hold(
            f"{self.plugin.__name__} registers other keys than its test names",
            [
                f"{what}: {', '.join(found) or 'none'}; the test names {', '.join(said) or 'none'}"
                for what, found, said in (
                    ("families", [one.key for one in families], self.families),
                    ("layouts", [one.key for one in layouts], self.layouts),
                )
                if sorted(found) != sorted(said)
            ],
        )
        hold(f"{self.plugin.__name__} is not loaded as it is", filter(None, (
            *map(family_lacks, families), *map(layout_lacks, layouts),
        )))

    def test_it_is_written_for_the_contract_of_this_desk(self) -> None:
        """CONTRACT names the same major version."""
        wanted = str(getattr(self.plugin, "CONTRACT", CONTRACT_VERSION))
        if wanted.partition(".")[0] != CONTRACT_VERSION.partition(".")[0]:
            raise Broken(
                f"{self.plugin.__name__} is written for contract {wanted}, this is "
                f"{CONTRACT_VERSION}; see what changed, then set CONTRACT"
            )

    def test_importing_it_loads_no_more_of_the_desk_than_the_sdk(self) -> None:
        """Whatever else it imports may change with any version."""
        script = _LOADED.format(module=self.plugin.__name__)
        path = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=False, env=path
        )
        if done.returncode:
            raise Broken(f"importing {self.plugin.__name__} fails: {done.stderr.strip()}")
        for name in sorted(set(done.stdout.split()) - {"resellerdesk.core", "resellerdesk.sdk"}):
            raise Broken(
                f"importing {self.plugin.__name__} loads {name}; import resellerdesk.sdk alone"
            )


def brought(plugin: Any) -> tuple[Sequence[AnyFamily], Sequence[AnyLayout]]:
    """The families and layouts of a plugin's module. Raises what pluggy raises for a hook that
    the contract does not know."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    manager.register(plugin)
    manager.check_pending()
    families = [one for several in manager.hook.register_families() for one in several]
    layouts = [one for several in manager.hook.register_layouts() for one in several]
    return families, layouts
