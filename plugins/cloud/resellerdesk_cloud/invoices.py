"""Invoices of a renewal: those recorded on the desk, and those that the export knew as open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from resellerdesk.sdk import Money

from resellerdesk_cloud.details import Held, Invoice, Payment, Situated


@dataclass(frozen=True, slots=True)
class Ledger:
    """The invoices of one renewal, by the order in which they became known."""

    invoices: tuple[Invoice, ...]

    def find(self, number: str) -> Invoice | None:
        return next((one for one in self.invoices if one.number == number), None)

    @property
    def open(self) -> list[Invoice]:
        return [invoice for invoice in self.invoices if invoice.open > 0]

    def paid_after(self, day: date) -> list[tuple[Invoice, Payment]]:
        """Payments dated after a day."""
        return [
            (invoice, paid)
            for invoice in self.invoices
            for paid in invoice.payments
            if paid.date > day
        ]

    def adding(self, invoice: Invoice) -> Ledger:
        return Ledger((*self.invoices, invoice))

    def paying(self, number: str, payment: Payment) -> Ledger:
        return Ledger(tuple(
            one.model_copy(update={"payments": (*one.payments, payment)})
            if one.number == number
            else one
            for one in self.invoices
        ))


def money(amount: Decimal, ctx: Situated) -> Money:
    """An invoice is in the customer's currency."""
    return Money.of(amount, ctx.currency)


def ledger(held: Held, ctx: Situated) -> Ledger:
    """What is recorded counts; the export adds what nobody has recorded yet."""
    recorded = ctx.renewal.facts.invoices
    known = {invoice.number for invoice in recorded}
    exported = tuple(
        Invoice(number=number, amount=amount)
        for number, amount in held.details.open_invoices.items()
        if number not in known
    )
    return Ledger((*recorded, *exported))
