"""The catalogue: what each SKU is, and what its family reads of it."""

from __future__ import annotations

from collections.abc import Mapping

from resellerdesk.core.catalogue import Product
from resellerdesk.core.text import T
from resellerdesk.files.layouts.columns import VendorOf, family, vendor
from resellerdesk.sdk.layout import Cell
from resellerdesk.sdk.reading import Unreadable, is_blank, required, text

KEY = "catalogue"
HEADERS = frozenset({"sku", "family", "title"})


def read(cells: Mapping[str, Cell], vendor_of: VendorOf) -> Product | None:
    """One product."""
    if is_blank(cells):
        return None
    of = family(cells)
    return Product(
        vendor=vendor(cells, of, vendor_of),
        sku=required(cells, "sku"),
        family=of,
        title=required(cells, "title"),
        renews_as=text(cells, "renews_as"),
        attributes=_attributes(cells),
    )


def _attributes(cells: Mapping[str, Cell]) -> Mapping[str, str]:
    """`name=value;name=value`, each name once."""
    written = text(cells, "attributes")
    found: dict[str, str] = {}
    for part in filter(str.strip, written.split(";")):
        name, sign, value = (piece.strip() for piece in part.partition("="))
        if not (name and sign) or name in found:
            reason = T("is not name=value;name=value, each name once")
            raise Unreadable("attributes", written, reason)
        found[name] = value
    return found
