"""A product family: a bundle of pure decisions, which the host carries out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, Generic

from resellerdesk.core.catalogue import Catalogue, Product
from resellerdesk.core.charge import Offer
from resellerdesk.core.entitlement import Context, D, Entitlement, F, S
from resellerdesk.core.fact import Fact, Finding, Milestone, Table
from resellerdesk.core.option import Option, Picked
from resellerdesk.core.policy import PolicyRow
from resellerdesk.core.text import Text
from resellerdesk.core.workflow import Workflow


class Read(StrEnum):
    """What else a family reads, besides the entitlement itself."""

    HOLDINGS = "holdings"


class Family(ABC, Generic[D, F, S]):
    """One product family: subclass it, set the attributes, and register an instance.

    `options` and `offer` are pure: the same arguments give the same answer, nothing is changed,
    and neither clock, files nor network are touched.
    """

    key: ClassVar[str]
    title: ClassVar[Text]
    vendor: ClassVar[str] = ""
    """Whose products it describes where neither file nor desk names a vendor."""
    details: type[D]
    facts: type[F]
    settings: type[S]
    workflow: Workflow[D, F, S]
    policy: ClassVar[tuple[PolicyRow, ...]] = ()
    catalogue: ClassVar[tuple[Product, ...]] = ()
    reads: ClassVar[frozenset[Read]] = frozenset()

    @abstractmethod
    def options(self, held: Entitlement[D], ctx: Context[D, F, S]) -> Sequence[Option]:
        """The ways to go on, exactly one of them recommended; without price or end."""

    @abstractmethod
    def offer(self, held: Entitlement[D], picked: Picked, ctx: Context[D, F, S]) -> Offer:
        """What a picked option charges, once the host has fixed period, quantity and add-ons.

        It is asked of an unpriced option too, whose charges may be empty: for facts and notes.
        """

    def last_day(self, held: Entitlement[D], catalogue: Catalogue) -> date | None:
        """The last day on which it can be renewed at all, where something beyond the policy sets
        one, such as the end of support life; by default nothing does."""
        return None

    def facts_shown(self, held: Entitlement[D], ctx: Context[D, F, S]) -> Sequence[Fact | Table]:
        """What `show` says of an entitlement besides its columns; nothing by default."""
        return ()

    def milestones(self, held: Entitlement[D], ctx: Context[D, F, S]) -> Sequence[Milestone]:
        """The days on which somebody is reminded; none by default."""
        return ()

    def findings(self, held: Entitlement[D], ctx: Context[D, F, S]) -> Sequence[Finding]:
        """What a rep should know or act on; nothing by default."""
        return ()


AnyFamily = Family[Any, Any, Any]
