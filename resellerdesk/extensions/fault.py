"""What went wrong in a plugin, as one record."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

from pydantic import ValidationError

from resellerdesk.core.text import T, Text


@dataclass(frozen=True, slots=True)
class Where:
    """Which plugin is called, for what, and about which entitlement (its ref, or empty)."""

    plugin: str
    version: str
    call: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class PluginFault:
    """One failed call: where, what it said in a line, and the traceback for its author."""

    where: Where
    error: str
    trace: str = ""

    @property
    def text(self) -> Text:
        where = self.where
        message = "plugin {plugin} {version} failed in {call}: {error}"
        if where.ref:
            message = "plugin {plugin} {version} failed in {call} on {ref}: {error}"
        return T(message, plugin=where.plugin, version=where.version, call=where.call,
                 ref=where.ref, error=self.error)


class Faulted(Exception):
    """Raised by the guard in place of whatever the plugin did."""

    def __init__(self, fault: PluginFault) -> None:
        super().__init__(f"{fault.where.plugin}: {fault.error}")
        self.fault = fault


def fault_of(where: Where, error: BaseException) -> PluginFault:
    """The record of an exception that a plugin let out."""
    trace = "".join(traceback.format_exception(error))
    return PluginFault(where, _line(error)[:300], trace)


def _line(error: BaseException) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return ": ".join([*map(str, first["loc"]), first["msg"]])
    kind = type(error).__name__
    said = str(error).strip().splitlines()
    return f"{kind}: {said[0]}" if said else kind
