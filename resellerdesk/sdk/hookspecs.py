"""The hooks that a plugin may implement."""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from resellerdesk.sdk.family import AnyFamily
from resellerdesk.sdk.layout import AnyLayout

PROJECT = "resellerdesk"
CONTRACT_VERSION = "1.0"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class Hooks:
    """Every hook of the contract. A plugin module implements those it needs with `@hookimpl`."""

    @hookspec
    def register_families(self) -> Iterable[AnyFamily]:
        """The product families that the plugin brings."""
        raise AssertionError("a specification is never called")

    @hookspec
    def register_layouts(self) -> Iterable[AnyLayout]:
        """The export formats that the plugin reads."""
        raise AssertionError("a specification is never called")
