"""The numbers under which vendors know our customers."""

from __future__ import annotations

from collections.abc import Mapping

from resellerdesk.core.customer import Alias
from resellerdesk.files.layouts.columns import VendorOf, vendor
from resellerdesk.sdk.layout import Cell
from resellerdesk.sdk.reading import is_blank, required

KEY = "aliases"
HEADERS = frozenset({"account_number", "customer_id"})


def read(cells: Mapping[str, Cell], vendor_of: VendorOf) -> Alias | None:
    """One number. Without a vendor it is the one meant for no family in particular."""
    if is_blank(cells):
        return None
    return Alias(
        vendor=vendor(cells, "", vendor_of),
        account_number=required(cells, "account_number"),
        customer_id=required(cells, "customer_id"),
    )
