"""The subscriptions that the plugin knows; imported rows replace them."""

from __future__ import annotations

from resellerdesk.sdk import Catalogue, Product

from resellerdesk_cloud.policy import FAMILY, VENDOR

AUTO_RENEW = "auto_renew"

PRODUCTS = (
    Product(VENDOR, "CLD-EMAIL", FAMILY, "Email Security.cloud", "", {AUTO_RENEW: "yes"}),
    Product(VENDOR, "CLD-WEB", FAMILY, "Web Security.cloud", "", {AUTO_RENEW: "yes"}),
    Product(VENDOR, "CLD-ARCH", FAMILY, "Enterprise Vault.cloud", "", {AUTO_RENEW: "no"}),
)


def can_renew_itself(sku: str, catalogue: Catalogue) -> bool:
    """Whether the product supports automatic renewal."""
    product = catalogue.product(sku)
    return product is not None and product.attributes.get(AUTO_RENEW) == "yes"
