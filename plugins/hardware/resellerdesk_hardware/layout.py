"""The vendor's installed-base report: one row a serial number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from resellerdesk.sdk import Cell, Imported, Layout, Rejected
from resellerdesk.sdk.reading import (
    day_named_month_year,
    plausible_day,
    required,
    text,
    yes_no,
)

from resellerdesk_hardware.details import Hardware
from resellerdesk_hardware.policy import FAMILY
from resellerdesk_hardware.tiers import sku_on_model
from resellerdesk_hardware.wording import T

_SERIAL, _CUSTOMER, _MODEL = "Serial Number", "Customer ID", "Product Number"
_SERVICE, _START, _END = "Service SKU", "Begin Date", "End Date"
_TEXTS = {
    "Service Level": "service_level",
    "Contract Number": "contract",
    "Required Level": "required_level",
}
_DAYS = {"Last Date of Support": "end_of_support", "Ship Date": "shipped_on"}


class InstalledBase(Layout[Hardware]):
    """Dates stand in it as dates and as texts such as 31-DEC-2026; it ends in a line of totals."""

    key = "hardware-installed-base"
    family = FAMILY
    headers = frozenset({_SERIAL, _CUSTOMER, _MODEL, _SERVICE, _START, _END})
    reference_column = _SERIAL
    customer_column = _CUSTOMER

    def row(self, cells: Mapping[str, Cell]) -> Imported[Hardware] | Rejected | None:
        # A blank row and a line of totals are of no unit, no service and no days.
        if not any(text(cells, name) for name in (_SERIAL, _MODEL, _SERVICE, _START, _END)):
            return None
        serial, customer = required(cells, _SERIAL), required(cells, _CUSTOMER)
        model, service = required(cells, _MODEL), required(cells, _SERVICE)
        start = plausible_day(cells, _START, day_named_month_year)
        end = plausible_day(cells, _END, day_named_month_year)
        if end < start:
            return Rejected(
                _END, text(cells, _END), T("lies before the start, {start}", start=start)
            )
        return Imported(
            serial, customer, text(cells, "Site Name"), sku_on_model(service, model), model, 1,
            start, end, _details(cells, model), text(cells, "Vendor"),
            text(cells, "Program").casefold(),
        )


def _details(cells: Mapping[str, Cell], model: str) -> Hardware:
    """What the row says. A detail that it does not say stays unset, and so changes nothing."""
    said: dict[str, Any] = {"model": model}
    for column, name in _TEXTS.items():
        if value := text(cells, column):
            said[name] = value
    for column, name in _DAYS.items():
        if text(cells, column):
            said[name] = day_named_month_year(cells, column)
    if text(cells, "In Use"):
        said["in_use"] = yes_no(cells, "In Use")
    return Hardware.model_validate(said)
