"""A quote as the reseller knows it; the customer sees `customer_view` (docs/domain.md, 3, 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from resellerdesk.core.charge import Offer
from resellerdesk.core.coterm import Align
from resellerdesk.core.customer import Customer
from resellerdesk.core.derivation import Discount
from resellerdesk.core.ladder import Rung
from resellerdesk.core.last_year import Earlier
from resellerdesk.core.late import LateCost
from resellerdesk.core.option import Picked
from resellerdesk.core.party import Seller
from resellerdesk.core.period import Period
from resellerdesk.core.pricebook import PriceRow
from resellerdesk.core.pricing import Line
from resellerdesk.core.proration import Stub
from resellerdesk.core.situation import Situation
from resellerdesk.core.tax import Tax
from resellerdesk.core.text import StoredLabel, Text
from resellerdesk.core.validity import Validity


@dataclass(frozen=True, slots=True)
class Item:
    """One entitlement on a quote: how it stood, what was picked and what that charges.

    `earlier` is what its running period was accepted for, where our own orders know it,
    `ladder` its other options for the same days.
    """

    ref: str
    reference: str
    family: str
    family_title: StoredLabel
    vendor: str
    program: str
    name: StoredLabel
    held: Period
    grace_end: date
    situation: Situation
    picked: Picked
    offer: Offer
    stub: Stub
    discount: Discount
    team: str
    open_points: tuple[Text, ...] = ()
    earlier: Earlier | None = None
    ladder: tuple[Rung, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """What is still missing before an order; `ref` empty where it concerns the whole quote."""

    ref: str
    text: Text


@dataclass(frozen=True, slots=True)
class Alternative:
    """The whole quote with other options, shown beside it with its own totals."""

    key: str
    title: StoredLabel
    items: tuple[Item, ...]
    lines: tuple[Line, ...]
    subtotal: int
    tax: Tax
    total: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Lines, totals and all that they were made from; amounts in minor units.

    `prices` are the price rows that were valid for its SKUs, so that it can be priced again as
    of its day; `late` is what it would cost to wait.
    """

    as_of: date
    language: str
    currency: str
    seller: Seller
    customer: Customer
    align: Align
    items: tuple[Item, ...]
    lines: tuple[Line, ...]
    subtotal: int
    tax: Tax
    total: int
    validity: Validity
    alternatives: tuple[Alternative, ...]
    notes: tuple[Text, ...]
    open_points: tuple[OpenPoint, ...]
    prices: tuple[PriceRow, ...]
    late: tuple[LateCost, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbered:
    """A quote under its number; `number` and `revision` are None in a dry run."""

    quote: Quote
    number: str | None = None
    revision: int | None = None
    status: str = "open"
