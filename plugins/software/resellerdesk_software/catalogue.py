"""The products that the plugin knows, and what a SKU renews as."""

from __future__ import annotations

from resellerdesk.sdk import Catalogue, Product

from resellerdesk_software.policy import FAMILY, VENDOR

ADDON = "addon"
_LICENCE, _RENEWAL = "-NEW", "-REN"


def _licence(stem: str, title: str) -> Product:
    return Product(VENDOR, stem + _LICENCE, FAMILY, title, stem + _RENEWAL)


def _addon(sku: str, title: str, key: str) -> Product:
    return Product(VENDOR, sku, FAMILY, title, attributes={ADDON: key})


PRODUCTS = (
    _licence("SEP-ESS", "Endpoint Protection, Essential"),
    _licence("DLP-ESS", "Data Loss Prevention, Essential"),
    _licence("BE-ESS", "Backup Exec, Essential"),
    _licence("MSG-ESS", "Mail Security, Essential"),
    _addon("SW-PREMIUM", "Premium Support", "premium"),
    _addon("SVC-EDU", "Education voucher", "education"),
    _addon("SVC-CONS", "Consulting day", "consulting"),
    _addon("SVC-CSS", "Cyber Security Services", "cyber"),
)


def renewal_sku(sku: str, catalogue: Catalogue) -> str:
    """What a SKU renews as: what the catalogue says, else X-REN for X-NEW, else itself."""
    product = catalogue.product(sku)
    if product is not None and product.renews_as:
        return product.renews_as
    return _exchanged(sku, _LICENCE, _RENEWAL)


def licence_sku(sku: str) -> str:
    """The licence itself: maintenance that was renewed once is held as X-REN."""
    return _exchanged(sku, _RENEWAL, _LICENCE)


def addon_skus(catalogue: Catalogue) -> dict[str, str]:
    """The SKU behind each add-on's key; of two products for one key the later row counts."""
    return {product.attributes[ADDON]: product.sku for product in catalogue.having(ADDON)}


def _exchanged(sku: str, ending: str, other: str) -> str:
    return sku.removesuffix(ending) + other if sku.endswith(ending) else sku
