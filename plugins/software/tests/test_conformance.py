"""What the contract asks of any family, asked of licences in the sample export."""

from __future__ import annotations

from pathlib import Path

import resellerdesk
from resellerdesk.sdk.testing import Conformance, from_export, price_list, price_row

from resellerdesk_software.family import SoftwareFamily
from resellerdesk_software.layouts import FrenchCertificates

SAMPLES = Path(resellerdesk.__file__).parent / "demo" / "samples"
FAMILY = SoftwareFamily()
# Licences bought again are not in the sample price list: on a desk they are "price on request".
BOUGHT_AGAIN = [
    price_row("Symantec", sku, 400_00, term_months=0)
    for sku in ("SEP-ESS-NEW", "BE-ESS-NEW", "MSG-ESS-NEW", "DLP-ESS-NEW")
]


class TestSoftware(Conformance):
    family = FAMILY
    prices = (*price_list(SAMPLES / "price-list.csv", "Symantec"), *BOUGHT_AGAIN)
    entitlements = from_export(
        FAMILY, FrenchCertificates(), SAMPLES / "software-certificats.csv", encoding="cp1252",
        delimiter=";",
    )[::25]
