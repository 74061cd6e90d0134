"""The registrar's export: one row a name."""

from __future__ import annotations

from collections.abc import Mapping

from resellerdesk.sdk import Cell, Imported, Layout, Rejected
from resellerdesk.sdk.reading import is_blank, iso_date, required, yes_no

from resellerdesk_domains.family import FAMILY, YEAR, Domain, T


class RegistrarList(Layout[Domain]):
    """Dates as 2026-11-30; `Locked` as yes or no."""

    key = "domain-names"
    family = FAMILY
    headers = frozenset({"Domain", "Customer", "Registered", "Expires", "Locked"})
    reference_column = "Domain"
    customer_column = "Customer"

    def row(self, cells: Mapping[str, Cell]) -> Imported[Domain] | Rejected | None:
        if is_blank(cells):
            return None
        name = required(cells, "Domain")
        if "." not in name:
            return Rejected("Domain", name, T("is no domain name such as vieux-port.example"))
        return Imported(
            reference=name, customer=required(cells, "Customer"), customer_name="", sku=YEAR,
            description=name, quantity=1, start=iso_date(cells, "Registered"),
            end=iso_date(cells, "Expires"), details=Domain(locked=yes_no(cells, "Locked")),
        )
