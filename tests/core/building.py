"""Short ways to say what the examples of the core are about: rows, charges, options, items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from resellerdesk.core.assembling import Exchange, Terms, assemble
from resellerdesk.core.charge import Charge, Offer, Once, Recurring, Role, Share
from resellerdesk.core.customer import Customer
from resellerdesk.core.derivation import Discount
from resellerdesk.core.money import decimal_text, parse_amount
from resellerdesk.core.option import Option, Picked
from resellerdesk.core.party import Seller
from resellerdesk.core.period import Period, term
from resellerdesk.core.policy import Policy, PolicyBook, PolicyRow
from resellerdesk.core.pricebook import PriceBook, PriceRow, Wanted
from resellerdesk.core.pricing import Bill, Line, Market
from resellerdesk.core.proration import Stub
from resellerdesk.core.quote import Item, Quote
from resellerdesk.core.situation import Situation
from resellerdesk.core.text import T

AS_OF = date(2026, 11, 24)
FRENCH_SELLER = Seller(name="Revendeur SA", country="FR", vat_number="FR65402002000")
FRENCH_CUSTOMER = Customer("C-1", "Café du Port", "FR", "EUR", vat_number="FR82402003008")


def day(iso: str) -> date:
    return date.fromisoformat(iso)


def span(text: str) -> Period:
    """A period as the tables write it: `2027-01-01 .. 2028-03-31`."""
    start, end = text.split(" .. ")
    return Period(day(start), day(end))


def price_row(price: str, *, term: int = 12, cost: str | None = None, **changes: Any) -> PriceRow:
    """A row of MAINT from Acme in EUR, for one unit and more, valid from 2026 on."""
    currency = changes.pop("currency", "EUR")
    unit_cost = None if cost is None else parse_amount(cost, currency)
    row = PriceRow(
        vendor="Acme", sku="MAINT", family="any", description="Maintenance", currency=currency,
        program="", term_months=term, min_quantity=1, unit_price=parse_amount(price, currency),
        unit_cost=unit_cost, valid_from=day("2026-01-01"), valid_to=None,
    )
    return replace(row, **changes)


def wanted(**changes: Any) -> Wanted:
    return replace(Wanted("Acme", "MAINT", "EUR", "", 1, AS_OF), **changes)


def market(*rows: PriceRow, agreed: int = 0, as_of: date = AS_OF, currency: str = "EUR") -> Market:
    return Market(PriceBook(rows), currency, as_of, agreed)


def charge(
    period: Period | str, quantity: int = 1, *, id: str = "term", sku: str = "MAINT",  # noqa: A002
    kind: str = "renewal", role: Role = "term",
) -> Recurring:
    days = span(period) if isinstance(period, str) else period
    return Recurring(id, sku, quantity, days, kind, role)


def once(sku: str, quantity: int = 1, *, role: Role = "service", kind: str = "service") -> Once:
    return Once(sku.lower(), sku, quantity, kind, role)


def fee_of(other: str, percent: str = "20") -> Share:
    return Share("fee", other, Decimal(percent), "reinstatement_fee")


def percent_off(percent: str, *, named: bool = False) -> Discount:
    return Discount(Decimal(percent), named, "marie")


def bill(
    *charges: Charge, ref: str = "any:1", program: str = "", stub: Stub = "daily",
    discount: Discount | None = None,
) -> Bill:
    return Bill(
        ref, "any", "Acme", program, "Maintenance", stub, charges, discount or Discount()
    )


def option(start: date | str, months: int = 12, **changes: Any) -> Option:
    first = day(start) if isinstance(start, str) else start
    return replace(Option(f"plain-{months}", T("Plain"), first, months, 1), **changes)


def item(
    *charges: Charge, ref: str = "any:1", held: str = "2026-01-01 .. 2026-12-31",
    situation: Situation = Situation.ON_TIME, **changes: Any,
) -> Item:
    """An entitlement on a quote; its option starts with its first charge."""
    first = charges[0].period if isinstance(charges[0], Recurring) else Period(AS_OF, AS_OF)
    picked = Picked(option(first.start), first, 1)
    made = Item(
        ref=ref, reference=ref.partition(":")[2], family="any", family_title="Anything",
        vendor="Acme", program="", name="Maintenance", held=span(held), grace_end=span(held).end,
        situation=situation, picked=picked, offer=Offer(charges), stub="daily",
        discount=Discount(), team="",
    )
    return replace(made, **changes)


def terms(*rows: PriceRow, **changes: Any) -> Terms:
    return replace(
        Terms(AS_OF, "en", FRENCH_SELLER, FRENCH_CUSTOMER, None, 30, rows), **changes
    )


def quote(
    items: Sequence[Item], *rows: PriceRow, exchanges: Sequence[Exchange] = (), **changes: Any
) -> Quote:
    return assemble(items, exchanges, terms(*rows, **changes))


def policy(*rows: PolicyRow, as_of: date = AS_OF, region: str = "EMEA") -> Policy:
    return Policy(PolicyBook(rows), "Acme", "any", region, as_of)


def rule(name: str, value: str, since: str = "1970-01-01", region: str = "*") -> PolicyRow:
    return PolicyRow("Acme", "any", region, name, day(since), value)


def figures(line: Line, currency: str = "EUR") -> tuple[str, str, str]:
    """Unit list, unit net and amount, as a quote prints them."""
    amounts = (line.unit_list, line.unit_net, line.amount)
    unit_list, unit_net, amount = (decimal_text(n, currency) for n in amounts)
    return unit_list, unit_net, amount


def term_of(start: str, months: int) -> Period:
    return term(day(start), months)
