"""What the contract asks of any family, asked of units like those of the sample report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import resellerdesk
from resellerdesk.sdk.testing import Conformance, entitlement

from resellerdesk_hardware.family import HardwareFamily

FAMILY = HardwareFamily()
UNITS = [
    entitlement(
        FAMILY, {"model": model, "service_level": level, "end_of_support": last},
        reference=f"420064577{number}", sku=sku, description=model,
    )
    for number, (model, level, sku, last) in enumerate((
        ("SG900", "Return to Factory", "HW-RTF-SG900", date(2031, 6, 30)),
        ("SG900", "Four Hour 24x7", "HW-4H-SG900", date(2027, 3, 31)),
        ("S450", "Next Business Day", "HW-NBD-S450", date(2026, 12, 31)),
    ))
]


class TestHardware(Conformance):
    family = FAMILY
    prices = Path(resellerdesk.__file__).parent / "demo" / "samples" / "price-list.csv"
    entitlements = UNITS
