"""Hardware support for ResellerDesk: one serial number, one line, at one of a ladder of levels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resellerdesk.sdk import Family, Layout, hookimpl

from resellerdesk_hardware.family import HardwareFamily
from resellerdesk_hardware.layout import InstalledBase

CONTRACT = "1"


@hookimpl
def register_families() -> Sequence[Family[Any, Any, Any]]:
    return (HardwareFamily(),)


@hookimpl
def register_layouts() -> Sequence[Layout[Any]]:
    return (InstalledBase(),)
