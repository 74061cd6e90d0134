"""The products that the plugin knows; each renews under its own SKU."""

from __future__ import annotations

from resellerdesk.sdk import Product

from resellerdesk_ssl.policy import FAMILY, VENDOR

PRODUCTS = (
    Product(VENDOR, "SSL-SS", FAMILY, "Secure Site"),
    Product(VENDOR, "SSL-SSP", FAMILY, "Secure Site Pro"),
    Product(VENDOR, "SSL-EV", FAMILY, "Secure Site with EV"),
    Product(VENDOR, "SSL-WC", FAMILY, "Secure Site Wildcard"),
)
