"""Who buys: the customer, as the desk knows them (docs/domain.md, 1 and 9)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Customer:
    """One customer. `id` is the reseller's number and decides who it is.

    `agreed_quantity` is a price level agreed beyond what is on the quote; `tax_rate` (percent)
    with `tax_note` overrides the rules of tax. `owner` is the rep who looks after them.
    """

    id: str
    name: str
    country: str
    currency: str
    region: str = ""
    segment: str = ""
    language: str = "en"
    vat_number: str = ""
    email: str = ""
    program: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    payment_days: int | None = None
    owner: str = ""
    agreed_quantity: int = 0
    tax_rate: Decimal | None = None
    tax_note: str = ""


@dataclass(frozen=True, slots=True)
class Alias:
    """The number under which a vendor knows one of our customers."""

    vendor: str
    account_number: str
    customer_id: str
