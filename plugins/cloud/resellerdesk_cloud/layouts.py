"""The cloud marketplace's export: one row a subscription."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from resellerdesk.sdk import Cell, Imported, Layout, Rejected
from resellerdesk.sdk.reading import (
    Unreadable,
    is_blank,
    iso_date,
    plausible_day,
    required,
    text,
    whole_number,
    yes_no,
)

from resellerdesk_cloud.details import Subscription
from resellerdesk_cloud.policy import FAMILY
from resellerdesk_cloud.wording import T


class SubscriptionExport(Layout[Subscription]):
    """ISO dates, `True` and `False`, open invoices as `NUMBER:AMOUNT` with `;` between them."""

    key = "cloud-subscriptions"
    family = FAMILY
    headers = frozenset({
        "CustomerId", "SubscriptionId", "OfferName", "OfferSku", "SeatCount",
        "CommitmentStartDate", "CommitmentEndDate",
    })
    reference_column = "SubscriptionId"
    customer_column = "CustomerId"

    def row(self, cells: Mapping[str, Cell]) -> Imported[Subscription] | Rejected | None:
        if is_blank(cells):
            return None
        seats = whole_number(cells, "SeatCount")
        if not seats:
            raise Unreadable("SeatCount", cells["SeatCount"],
                             T("leaves nothing to renew; 1 is the least"))
        return Imported(
            required(cells, "SubscriptionId"), required(cells, "CustomerId"),
            text(cells, "CustomerName"), required(cells, "OfferSku"),
            required(cells, "OfferName"), seats,
            plausible_day(cells, "CommitmentStartDate", iso_date),
            plausible_day(cells, "CommitmentEndDate", iso_date), _details(cells),
            text(cells, "Vendor"), text(cells, "Program").casefold(),
        )


def _details(cells: Mapping[str, Cell]) -> Subscription:
    """What the row says. A detail that it does not say stays unset, and so changes nothing."""
    said: dict[str, Any] = {}
    if domain := text(cells, "CustomerDomain"):
        said["domain"] = domain
    if method := text(cells, "PaymentMethod"):
        said["payment_method"] = method.casefold()
    for column, name in (("AutoRenewEnabled", "auto_renew"), ("AutoBilling", "auto_billing")):
        if text(cells, column):
            said[name] = yes_no(cells, column, "true", "false")
    if "OpenInvoices" in cells:
        said["open_invoices"] = _open_invoices(cells)
    return Subscription.model_validate(said)


def _open_invoices(cells: Mapping[str, Cell]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for part in text(cells, "OpenInvoices").replace(";", " ").split():
        number, colon, amount = part.partition(":")
        try:
            found[number] = Decimal(amount)
        except InvalidOperation:
            colon = ""
        if not (number and colon and found[number] > 0):
            raise Unreadable("OpenInvoices", part, T("is no invoice such as INV-1:120.00"))
    return found
