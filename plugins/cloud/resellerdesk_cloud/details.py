"""What the family knows of a subscription, of one renewal, and what a desk can set."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from resellerdesk.sdk import Context, Days, Entitlement

CARD = "card"


class Subscription(BaseModel):
    """A subscription. `auto_renew` is the vendor's mark; `open_invoices` are amounts still open
    when the export was written, by invoice number."""

    model_config = ConfigDict(frozen=True)

    domain: str = ""
    payment_method: str = ""
    auto_renew: bool = False
    auto_billing: bool = False
    open_invoices: dict[str, Decimal] = Field(default_factory=dict)


class Payment(BaseModel):
    """Money that came in for an invoice."""

    model_config = ConfigDict(frozen=True)

    amount: Decimal
    date: date


class Invoice(BaseModel):
    """An invoice of the vendor, and what was paid of it."""

    model_config = ConfigDict(frozen=True)

    number: str
    amount: Decimal
    payments: tuple[Payment, ...] = ()

    @property
    def open(self) -> Decimal:
        return self.amount - sum((paid.amount for paid in self.payments), Decimal(0))


class Progress(BaseModel):
    """What is recorded of one renewal. `failed` is why the last charge did not go through."""

    model_config = ConfigDict(frozen=True)

    consent: str = ""
    consent_on: date | None = None
    charge_reference: str = ""
    charged_on: date | None = None
    failed: str = ""
    invoices: tuple[Invoice, ...] = ()


class Settings(BaseModel):
    """Reminder days before and after the end, and how close to it an open invoice is a risk."""

    model_config = ConfigDict(frozen=True)

    reminder_days: Days = (60, 30, 15, 7, 1)
    days_after_the_end: Days = (1,)
    invoice_warning_days: Annotated[int, Field(ge=0)] = 30


Held = Entitlement[Subscription]
Situated = Context[Subscription, Progress, Settings]
