"""The list that a coffee machine's maker sends: one cell for the whole warranty."""

from __future__ import annotations

from collections.abc import Mapping

from resellerdesk.sdk import Cell, Imported, Layout, Rejected
from resellerdesk.sdk.reading import iso_date, required, text, whole_number

from toy_family.machine import FAMILY, VENDOR, Machine, T

_PLANS = {"☕": "COF-BASIC", "☕☕☕": "COF-BARISTA"}


class MachineList(Layout[Machine]):
    """`Warranty` is written as `2026-01-15 → 2027-01-14`, the plan as a number of cups."""

    key = "coffee-machines"
    family = FAMILY
    headers = frozenset({"Tag", "Bar #", "☕ plan", "Machine", "Cups (total)", "Warranty"})
    reference_column = "Tag"
    customer_column = "Bar #"

    def row(self, cells: Mapping[str, Cell]) -> Imported[Machine] | Rejected | None:
        if text(cells, "Tag") in {"", "Σ"}:
            return None
        plan, warranty = text(cells, "☕ plan"), text(cells, "Warranty")
        if plan not in _PLANS:
            return Rejected("☕ plan", plan, T("is none of {plans}", plans=", ".join(_PLANS)))
        first, arrow, last = warranty.partition(" → ")
        if not arrow:
            return Rejected("Warranty", warranty, T("has no arrow between two days"))
        said: dict[str, object] = {
            "model": required(cells, "Machine"), "cups": whole_number(cells, "Cups (total)"),
        }
        if text(cells, "Spares"):
            said["spares_until"] = iso_date(cells, "Spares")
        return Imported(
            reference=required(cells, "Tag"),
            customer=required(cells, "Bar #"),
            customer_name="",
            sku=_PLANS[plan],
            description=f"Warranty of a {said['model']}",
            quantity=1,
            start=iso_date({"Warranty": first}, "Warranty"),
            end=iso_date({"Warranty": last}, "Warranty"),
            details=Machine.model_validate(said),
            vendor=VENDOR,
        )
