"""What an order's sheet is set with, and its lines in words: no sales price is among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from resellerdesk.core.fact import Fact
from resellerdesk.core.order import Order, Ordered
from resellerdesk.core.period import Period
from resellerdesk.core.pricing import Line
from resellerdesk.core.text import Label, T
from resellerdesk.documents.fonts import printable
from resellerdesk.documents.paper import A4, Paper
from resellerdesk.translation.translate import Translator

NOT_KNOWN = "–"


@dataclass(frozen=True, slots=True)
class Sheet:
    """An order at the press: its words and amounts as the sheet can print them."""

    order: Order
    translator: Translator
    paper: Paper = A4

    @property
    def lines(self) -> list[Line]:
        return [line for part in self.order.ordered for line in part.lines]

    def say(self, label: Label) -> str:
        return printable(self.translator.text(label))

    def amount(self, amount: int | None) -> str:
        """Minor units as a number alone; a dash where they are not known."""
        if amount is None:
            return NOT_KNOWN
        return printable(self.translator.amount(amount, self.order.currency))

    def money(self, amount: int) -> str:
        """Minor units as an amount with its currency."""
        return printable(self.translator.money(amount, self.order.currency))


class OrderWords(NamedTuple):
    """What is printed of a line."""

    reference: str
    sku: str
    description: str
    period: tuple[str, ...]
    quantity: str
    unit_cost: str
    cost: str


def order_words(sheet: Sheet, part: Ordered) -> list[OrderWords]:
    """The lines of one entitlement; one that charges nothing has a line of its name alone."""
    reference = printable(part.item.reference)
    if not part.lines:
        none = (NOT_KNOWN,) * 3
        return [OrderWords(reference, "", sheet.say(part.item.name), (), *none)]
    return [
        OrderWords(
            reference, printable(line.sku), sheet.say(line.description),
            _period(sheet, line.period), printable(sheet.translator.number(line.quantity)),
            sheet.amount(line.unit_cost), sheet.amount(cost_of(line)),
        )
        for line in part.lines
    ]


def cost_of(line: Line) -> int | None:
    """What a line costs the reseller, in minor units; None where that is not known."""
    return None if line.unit_cost is None else line.unit_cost * line.quantity


def asked_for(sheet: Sheet, facts: Sequence[Fact]) -> str:
    """What the vendor asks for about an entitlement; what is empty is left out."""
    return " · ".join(
        sheet.say(T("{title}: {value}", title=fact.title, value=fact.value))
        for fact in facts if fact.value is not None and fact.value != ""
    )


def _period(sheet: Sheet, period: Period) -> tuple[str, ...]:
    """Two lines from and to, the months in words: vendors read 03/04 in two ways."""
    start = printable(sheet.translator.date(period.start))
    if period.start == period.end:
        return (start,)
    return (f"{start} –", printable(sheet.translator.date(period.end)))
