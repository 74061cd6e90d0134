"""What an option makes the customer pay for, before any price (docs/domain.md, 1 and 3)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from resellerdesk.core.fact import Fact, Table
from resellerdesk.core.period import Period
from resellerdesk.core.text import Text

Role = Literal["term", "arrears", "support", "service", "fee"]
"""`term` counts for bands and value; `term`, `arrears` and `support` take a quote's discount."""

DISCOUNTED_WITH_THE_QUOTE: frozenset[Role] = frozenset({"term", "arrears", "support"})


@dataclass(frozen=True, slots=True)
class Recurring:
    """A price by the year, for a period."""

    id: str
    sku: str
    quantity: int
    period: Period
    kind: str
    role: Role
    title: Text | None = None


@dataclass(frozen=True, slots=True)
class Once:
    """A one-off price: a voucher, an inspection."""

    id: str
    sku: str
    quantity: int
    kind: str
    role: Role
    title: Text | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage of another charge's unit net, with that charge's quantity and period.

    It is a fee and is never discounted itself; `of` is the id of the other charge.
    """

    id: str
    of: str
    percent: Decimal
    kind: str
    title: Text | None = None


Charge = Recurring | Once | Share


@dataclass(frozen=True, slots=True)
class Late:
    """What renewing so many days after the end would charge besides the term itself."""

    days: int
    charges: tuple[Charge, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What a picked option charges, and what is said with it.

    `lapse` tells the customer what happens if they do not renew, `late` what waiting would cost.
    """

    charges: tuple[Charge, ...]
    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[Text, ...] = ()
    lapse: tuple[Text, ...] = ()
    late: Late | None = None

    @property
    def all_charges(self) -> tuple[Charge, ...]:
        """Whatever has to have a price, now or late."""
        return (*self.charges, *(self.late.charges if self.late is not None else ()))
