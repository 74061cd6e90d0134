"""SSL certificates for ResellerDesk: plans, and the certificates that are issued within them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resellerdesk.sdk import Family, Layout, hookimpl

from resellerdesk_ssl.family import SslFamily
from resellerdesk_ssl.layout import CertificateOrders
from resellerdesk_ssl.on_server import CertificateOnServer

CONTRACT = "1"


@hookimpl
def register_families() -> Sequence[Family[Any, Any, Any]]:
    return (SslFamily(),)


@hookimpl
def register_layouts() -> Sequence[Layout[Any]]:
    return (CertificateOrders(), CertificateOnServer())
