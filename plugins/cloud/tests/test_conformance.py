"""What the contract asks of any family, asked of the subscriptions in the sample export."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import resellerdesk
from resellerdesk.sdk.testing import Conformance, from_export

from resellerdesk_cloud.family import CloudFamily
from resellerdesk_cloud.layouts import SubscriptionExport

SAMPLES = Path(__file__).parent / "samples"
FAMILY = CloudFamily()
HINTS = {
    "invoice": [{"number": "INV-1", "amount": Decimal(100)}],
    "pay": [{"number": "INV-1", "amount": Decimal(paid), "date": date(2026, 1, 1)}
            for paid in (40, 60, 100)],
}


class TestCloud(Conformance):
    family = FAMILY
    prices = Path(resellerdesk.__file__).parent / "demo" / "samples" / "price-list.csv"
    entitlements = from_export(FAMILY, SubscriptionExport(), SAMPLES / "cloud-subscriptions.csv")
    hints = HINTS
