"""The products that the plugin knows: the levels of support, and the inspection."""

from __future__ import annotations

from collections.abc import Mapping

from resellerdesk.sdk import Catalogue, Product, Text

from resellerdesk_hardware.policy import FAMILY, VENDOR
from resellerdesk_hardware.wording import T

TIER, RANK, RESPONSE, REPLACEMENT = "tier", "rank", "response", "replacement"
_ROLE, _INSPECTION = "role", "inspection"

# The vendor's own words, so that a quote says them in the customer's language.
_RESPONSES: Mapping[str, Text] = {
    "10 days after receipt": T("10 days after receipt"),
    "replacement sent ahead": T("replacement sent ahead"),
    "next business day": T("next business day"),
    "4 hours, 24x7": T("4 hours, 24x7"),
}


def _level(sku: str, title: str, tier: str, rank: str, response: str) -> Product:
    return Product(
        VENDOR, sku, FAMILY, title, attributes={TIER: tier, RANK: rank, RESPONSE: response}
    )


PRODUCTS = (
    _level("HW-RTF", "Return to Factory", "return-to-factory", "1", "10 days after receipt"),
    _level("HW-SPLUS", "Standard Plus", "standard-plus", "2", "replacement sent ahead"),
    _level("HW-NBD", "Next Business Day", "next-business-day", "3", "next business day"),
    _level("HW-4H", "Four Hour 24x7", "four-hour", "4", "4 hours, 24x7"),
    Product(
        VENDOR, "HW-INSPECT", FAMILY, "Inspection of a lapsed unit",
        attributes={_ROLE: _INSPECTION},
    ),
)


def inspection_sku(catalogue: Catalogue) -> str:
    """What the inspection of a lapsed unit is sold as; empty where the vendor charges none."""
    skus = [p.sku for p in catalogue.having(_ROLE) if p.attributes[_ROLE] == _INSPECTION]
    return skus[-1] if skus else ""


def time_said(said: str) -> str | Text:
    """A time of the catalogue, in the customer's language where we know it."""
    return _RESPONSES.get(said, said)
