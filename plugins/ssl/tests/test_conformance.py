"""What the contract asks of any family, asked of the orders in the sample export."""

from __future__ import annotations

from pathlib import Path

import resellerdesk
from resellerdesk.sdk.testing import Conformance, from_export

from resellerdesk_ssl.family import SslFamily
from resellerdesk_ssl.layout import CertificateOrders

SAMPLES = Path(__file__).parent / "samples"
FAMILY = SslFamily()


def sample(name: str) -> bytes:
    return (SAMPLES / "ssl" / name).read_bytes()


HINTS = {
    "check": [{"old": sample("old.pem"), "request": sample(name)}
              for name in ("same.csr", "name-and-key-changed.csr")],
}


class TestSsl(Conformance):
    family = FAMILY
    prices = Path(resellerdesk.__file__).parent / "demo" / "samples" / "price-list.csv"
    entitlements = from_export(FAMILY, CertificateOrders(), SAMPLES / "ssl-orders.csv")[::12]
    hints = HINTS
