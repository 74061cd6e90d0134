"""Puts a quote together from what was picked (docs/domain.md, sections 2, 3, 4 and 9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from resellerdesk.core.charge import Share
from resellerdesk.core.coterm import Align
from resellerdesk.core.customer import Customer
from resellerdesk.core.late import late_costs
from resellerdesk.core.longer_term import cheaper_terms
from resellerdesk.core.party import Seller
from resellerdesk.core.pricebook import PriceBook, PriceRow
from resellerdesk.core.pricing import Bill, Line, Market, price_bills
from resellerdesk.core.quote import Alternative, Item, OpenPoint, Quote
from resellerdesk.core.quote_notes import notes_on
from resellerdesk.core.tax import Tax, tax_on
from resellerdesk.core.text import StoredLabel, each_once
from resellerdesk.core.validity import Deadline, validity_of


@dataclass(frozen=True, slots=True)
class Terms:
    """What a quote is made under, besides its items."""

    as_of: date
    language: str
    seller: Seller
    customer: Customer
    align: Align
    validity_days: int
    prices: tuple[PriceRow, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """An alternative before it is priced: the items with other options where those exist."""

    key: str
    title: StoredLabel
    items: tuple[Item, ...]


def assemble(items: Sequence[Item], exchanges: Sequence[Exchange], terms: Terms) -> Quote:
    """The priced quote. Raises MissingPrice for a line that has no price."""
    market = Market(
        PriceBook(terms.prices), terms.customer.currency, terms.as_of,
        terms.customer.agreed_quantity,
    )
    bills = [bill_of(item) for item in once_per_quote(items)]
    lines = tuple(price_bills(bills, market))
    subtotal, tax, total = _totals(lines, terms)
    deadlines = [
        Deadline(item.reference, item.situation, item.held.end, item.grace_end) for item in items
    ]
    alternatives = tuple(_alternative(exchange, market, terms) for exchange in exchanges)
    every = [*lines, *(line for other in alternatives for line in other.lines)]
    used = [row for line in every for row in line.prices]
    notes = (
        *notes_on(items, terms.align, terms.as_of), *cheaper_terms(bills, lines, market),
        *tax.notes,
    )
    return Quote(
        terms.as_of, terms.language, terms.customer.currency, terms.seller, terms.customer,
        terms.align, tuple(items), lines, subtotal, tax, total,
        validity_of(terms.as_of, terms.validity_days, deadlines, used),
        alternatives,
        each_once(notes), _open_points(items, tax), terms.prices,
        late_costs([(bill_of(item), item.offer.late) for item in items], market),
    )


def bill_of(item: Item) -> Bill:
    """The charges of an item, ready to be priced."""
    return Bill(
        item.ref, item.family, item.vendor, item.program, item.name, item.stub,
        item.offer.charges, item.discount, item.picked.option.ceiling,
    )


def once_per_quote(items: Sequence[Item]) -> tuple[Item, ...]:
    """Leaves each shared add-on on the first item that asks for it (docs/domain.md, 3, rule 6)."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for item in items:
        shared = {addon.key for addon in item.picked.option.addons if addon.per_quote}
        dropped: set[str] = set()
        for charge in item.offer.charges:
            if isinstance(charge, Share):
                dropped |= {charge.id} if charge.of in dropped else set()
            elif charge.id in shared:
                key = (item.vendor, charge.sku)
                dropped |= {charge.id} if key in seen else set()
                seen.add(key)
        charges = tuple(charge for charge in item.offer.charges if charge.id not in dropped)
        kept.append(replace(item, offer=replace(item.offer, charges=charges)))
    return tuple(kept)


def _totals(lines: Sequence[Line], terms: Terms) -> tuple[int, Tax, int]:
    subtotal = sum(line.amount for line in lines)
    tax = tax_on(subtotal, terms.seller, terms.customer, terms.as_of)
    return subtotal, tax, subtotal + sum(line.amount for line in tax.lines)


def _alternative(exchange: Exchange, market: Market, terms: Terms) -> Alternative:
    items = once_per_quote(exchange.items)
    lines = tuple(price_bills([bill_of(item) for item in items], market))
    subtotal, tax, total = _totals(lines, terms)
    return Alternative(
        exchange.key, exchange.title, exchange.items, lines, subtotal, tax, total
    )


def _open_points(items: Sequence[Item], tax: Tax) -> tuple[OpenPoint, ...]:
    points = [OpenPoint(item.ref, text) for item in items for text in item.open_points]
    return (*points, *(OpenPoint("", text) for text in tax.open_points))
