"""Coffee machines under warranty: a family that nobody had in mind when the contract was made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resellerdesk.sdk import Family, Layout, hookimpl

from toy_family.export import MachineList
from toy_family.family import CoffeeFamily

CONTRACT = "1"


@hookimpl
def register_families() -> Sequence[Family[Any, Any, Any]]:
    return (CoffeeFamily(),)


@hookimpl
def register_layouts() -> Sequence[Layout[Any]]:
    return (MachineList(),)
