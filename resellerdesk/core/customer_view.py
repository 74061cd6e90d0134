"""What the customer may see of a quote: the only thing a document or message is made from.

No field here can hold a cost, a margin, a derivation, an internal fact or the name of who
granted what; the types, not habits, keep those out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from resellerdesk.core.customer import Customer
from resellerdesk.core.fact import Fact, Table
from resellerdesk.core.last_year import LastYear, last_year
from resellerdesk.core.late import LateCost
from resellerdesk.core.party import Seller
from resellerdesk.core.period import Period
from resellerdesk.core.pricing import Line
from resellerdesk.core.quote import Alternative, Item, Numbered, Quote
from resellerdesk.core.tax import TaxLine
from resellerdesk.core.text import Label, Text, each_once
from resellerdesk.core.view_ladder import ViewLadder, view_ladders


@dataclass(frozen=True, slots=True)
class CustomerParty:
    """The customer's own name, address and numbers."""

    id: str
    name: str
    street: str
    postal_code: str
    city: str
    country: str
    vat_number: str
    payment_days: int | None


@dataclass(frozen=True, slots=True)
class ViewLine:
    """A line as printed: quantity x unit net = amount, in minor units.

    `how` explains a price with a remainder; `facts` are what the family shows with the line.
    """

    ref: str
    reference: str
    family: str
    family_title: Label
    sku: str
    description: Label
    kind: str
    period: Period
    quantity: int
    unit_list: int
    discount_percent: Decimal
    unit_net: int
    amount: int
    how: Text | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ViewAlternative:
    """Another way to take the whole quote, with its own lines and totals."""

    key: str
    title: Label
    lines: tuple[ViewLine, ...]
    subtotal: int
    taxes: tuple[TaxLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class CustomerView:
    """A quote in the customer's eyes; amounts in minor units of `currency`.

    `own_title` is what it is called beside its alternatives, where one option names it.
    """

    number: str | None
    revision: int | None
    as_of: date
    language: str
    currency: str
    seller: Seller
    customer: CustomerParty
    lines: tuple[ViewLine, ...]
    subtotal: int
    taxes: tuple[TaxLine, ...]
    total: int
    valid_until: date
    valid_reason: Text
    alternatives: tuple[ViewAlternative, ...]
    tables: tuple[Table, ...]
    notes: tuple[Text, ...]
    lapse: tuple[Text, ...]
    teams: tuple[str, ...]
    last_year: LastYear | None = None
    ladders: tuple[ViewLadder, ...] = ()
    late: tuple[LateCost, ...] = ()
    own_title: Label = ""


def customer_view(numbered: Numbered) -> CustomerView:
    """Leaves out of a quote all that is the reseller's own."""
    quote = numbered.quote
    offers = [item.offer for item in quote.items]
    return CustomerView(
        numbered.number, numbered.revision, quote.as_of, quote.language, quote.currency,
        quote.seller, _party(quote.customer), _lines(quote.lines, quote.items), quote.subtotal,
        quote.tax.lines, quote.total, quote.validity.until, quote.validity.reason,
        tuple(_alternative(other) for other in quote.alternatives),
        _tables(quote.items),
        quote.notes, each_once([text for offer in offers for text in offer.lapse]),
        tuple(dict.fromkeys(item.team for item in quote.items if item.team)),
        last_year(quote.lines, {item.ref: item.earlier for item in quote.items
                                if item.earlier is not None}),
        view_ladders(quote), quote.late, _own_title(quote),
    )


def _tables(items: Sequence[Item]) -> tuple[Table, ...]:
    """The families' tables, each with the line that it belongs to."""
    return tuple(
        replace(table, ref=item.ref)
        for item in items for table in item.offer.tables if not table.internal
    )


def _own_title(quote: Quote) -> Label:
    """What was picked where the alternatives have something else; empty where that is not one."""
    keys = {item.ref: {item.picked.option.key} for item in quote.items}
    for other in quote.alternatives:
        for item in other.items:
            keys.setdefault(item.ref, set()).add(item.picked.option.key)
    titles = [item.picked.option.title for item in quote.items if len(keys[item.ref]) > 1]
    return titles[0] if titles and all(title == titles[0] for title in titles) else ""


def _party(customer: Customer) -> CustomerParty:
    return CustomerParty(
        customer.id, customer.name, customer.street, customer.postal_code, customer.city,
        customer.country, customer.vat_number, customer.payment_days,
    )


def _alternative(other: Alternative) -> ViewAlternative:
    lines = _lines(other.lines, other.items)
    return ViewAlternative(
        other.key, other.title, lines, other.subtotal, other.tax.lines, other.total
    )


def _lines(lines: Sequence[Line], items: Sequence[Item]) -> tuple[ViewLine, ...]:
    by_ref = {item.ref: item for item in items}
    return tuple(_line(line, by_ref[line.ref]) for line in lines)


def _line(line: Line, item: Item) -> ViewLine:
    facts = tuple(fact for fact in item.offer.facts if not fact.internal)
    return ViewLine(
        line.ref, item.reference, line.family, item.family_title, line.sku, line.description,
        line.kind, line.period, line.quantity, line.unit_list, line.discount.percent,
        line.unit_net, line.amount, line.how, facts if line.role == "term" else (),
    )
