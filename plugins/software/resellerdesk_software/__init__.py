"""Software maintenance for ResellerDesk: perpetual licences and the maintenance on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resellerdesk.sdk import Family, Layout, hookimpl

from resellerdesk_software.family import SoftwareFamily
from resellerdesk_software.layouts import EnglishLicences, FrenchCertificates

CONTRACT = "1"


@hookimpl
def register_families() -> Sequence[Family[Any, Any, Any]]:
    return (SoftwareFamily(),)


@hookimpl
def register_layouts() -> Sequence[Layout[Any]]:
    return (FrenchCertificates(), EnglishLicences())
