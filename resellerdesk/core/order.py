"""An order: what goes to one vendor after an acceptance (docs/domain.md, section 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from resellerdesk.core.charge import Recurring
from resellerdesk.core.customer import Customer
from resellerdesk.core.fact import Fact
from resellerdesk.core.merging import Columns
from resellerdesk.core.party import Seller
from resellerdesk.core.phase import Phase
from resellerdesk.core.pricing import Line
from resellerdesk.core.quote import Item


@dataclass(frozen=True, slots=True)
class Ordered:
    """One entitlement in an order: what was accepted of it, and what its vendor asks for."""

    item: Item
    lines: tuple[Line, ...]
    for_vendor: tuple[Fact, ...]

    @property
    def term(self) -> Line | None:
        """The line of the accepted term charge: the period that the renewal moves on to."""
        return next((line for line in self.lines if line.role == "term"), None)


    def differs_from(self, seen: Columns, held: Columns) -> bool:
        """Whether what a vendor shows is not what was ordered. A vendor may go on listing the
        SKU that was `held`; a one-off charge orders no days."""
        term = self.term
        if term is None:
            return False
        charges = {charge.id: charge for charge in self.item.offer.charges}
        has_days = isinstance(charges.get(term.charge), Recurring)
        return (
            (has_days and seen.period != term.period) or seen.quantity != term.quantity
            or seen.sku not in (term.sku, held.sku)
        )


@dataclass(frozen=True, slots=True)
class Order:
    """Immutable. `purchase_order` is the customer's, `as_of` the day of acceptance, `seller` who
    orders."""

    number: str
    vendor: str
    quote: str
    revision: int
    customer: Customer
    purchase_order: str
    as_of: date
    currency: str
    seller: Seller
    ordered: tuple[Ordered, ...]


NEW, IN_PART, DONE, CANCELLED, OUT = "new", "part", "done", "cancelled", "given_out"


def order_status(phases: Sequence[Phase | None], given_out: bool) -> str:
    """What an order's renewals say of it; None is a line that was cancelled or taken back."""
    standing = [phase for phase in phases if phase is not None]
    if not standing:
        return CANCELLED
    won = [phase for phase in standing if phase is Phase.WON]
    if len(won) == len(standing):
        return DONE
    if won:
        return IN_PART
    return OUT if given_out else NEW
