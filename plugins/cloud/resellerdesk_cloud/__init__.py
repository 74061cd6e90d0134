"""Cloud subscriptions for ResellerDesk: renewed by hand, or charged by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resellerdesk.sdk import Family, Layout, hookimpl

from resellerdesk_cloud.family import CloudFamily
from resellerdesk_cloud.layouts import SubscriptionExport

CONTRACT = "1"


@hookimpl
def register_families() -> Sequence[Family[Any, Any, Any]]:
    return (CloudFamily(),)


@hookimpl
def register_layouts() -> Sequence[Layout[Any]]:
    return (SubscriptionExport(),)
