"""Plugins of strangers: real distributions on a path of their own, found by their entry point."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent


@dataclass
class Strangers:
    """A folder on the path into which plugins are installed."""

    folder: Path
    modules: list[str] = field(default_factory=list)

    def install(self, name: str, source: str, version: str = "1.0", point: str = "") -> None:
        """A distribution of one module, registered as the plugin of that name."""
        module = f"stranger_{name}"
        self.modules.append(module)
        (self.folder / f"{module}.py").write_text(dedent(source), "utf-8")
        self.register(name, point or module, version)

    def register(self, name: str, point: str, version: str = "1.0") -> None:
        """A distribution whose entry point names a module that may be anywhere, or nowhere."""
        info = self.folder / f"resellerdesk_{name}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: resellerdesk-{name}\nVersion: {version}\n"
        )
        (info / "entry_points.txt").write_text(f"[resellerdesk]\n{name} = {point}\n")

    def forget(self) -> None:
        """Their modules are imported anew by the next example."""
        for module in self.modules:
            sys.modules.pop(module, None)

    def imported(self) -> Iterator[str]:
        return (module for module in self.modules if module in sys.modules)
