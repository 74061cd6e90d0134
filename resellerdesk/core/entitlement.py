"""What a customer holds until a date, and the work of getting it past that date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Generic

from pydantic import BaseModel
from typing_extensions import TypeVar

from resellerdesk.core.catalogue import Catalogue
from resellerdesk.core.option import Picked
from resellerdesk.core.period import Period
from resellerdesk.core.phase import Phase
from resellerdesk.core.policy import Policy
from resellerdesk.core.situation import Situation


class Nothing(BaseModel):
    """The model of what has no values: a step that asks for nothing, a family without facts."""


D = TypeVar("D", bound=BaseModel)
F = TypeVar("F", bound=BaseModel, default=Nothing)
S = TypeVar("S", bound=BaseModel, default=Nothing)


@dataclass(frozen=True)
class Entitlement(Generic[D]):
    """One thing held: its common columns, and the details of its family.

    `quantity` is what is covered; `program` is the buying program that selects its prices.
    """

    family: str
    reference: str
    vendor: str
    customer_id: str
    sku: str
    description: str
    quantity: int
    period: Period
    program: str
    details: D

    @property
    def ref(self) -> str:
        """`family:reference`, as people and JSON name it."""
        return f"{self.family}:{self.reference}"


@dataclass(frozen=True)
class Renewal(Generic[F]):
    """The renewal under way: its state, its family's facts and what was picked.

    `picked` is that of the newest open quote; from acceptance on, what was accepted.
    """

    state: str
    phase: Phase
    facts: F
    picked: Picked | None = None


@dataclass(frozen=True)
class Holding(Generic[D]):
    """An entitlement that the customer holds of the family, this one included; for families
    that read them."""

    entitlement: Entitlement[D]
    phase: Phase


@dataclass(frozen=True)
class Context(Generic[D, F, S]):
    """All that a family may know besides the entitlement: plain data, complete before the call.

    `currency` is the customer's; `XXX`, ISO 4217's code for none, where no customer is known.
    """

    as_of: date
    region: str
    situation: Situation
    settings: S
    renewal: Renewal[F]
    policy: Policy
    catalogue: Catalogue
    holdings: tuple[Holding[D], ...] = ()
    currency: str = "XXX"


AnyEntitlement = Entitlement[Any]
AnyContext = Context[Any, Any, Any]
