"""Domain names for ResellerDesk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resellerdesk.sdk import Family, Layout, hookimpl

from resellerdesk_domains.family import Domains
from resellerdesk_domains.layout import RegistrarList

CONTRACT = "1"


@hookimpl
def register_families() -> Sequence[Family[Any, Any, Any]]:
    return (Domains(),)


@hookimpl
def register_layouts() -> Sequence[Layout[Any]]:
    return (RegistrarList(),)
