"""What somebody asks of a quote, before anything is priced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from resellerdesk.core.coterm import Align
from resellerdesk.core.derivation import Discount
from resellerdesk.core.option import Choice


@dataclass(frozen=True, slots=True)
class QuoteRequest:
    """The REFs of one customer, and what is wanted of them; the maps go by REF as typed.

    `discount` (percent) is on the whole quote, `discounts` on single entitlements;
    `alternatives` are option keys to show beside it. What is empty was not asked for.
    """

    refs: tuple[str, ...]
    option: Choice | None = None
    options: Mapping[str, Choice] = field(default_factory=dict)
    quantity: int | None = None
    quantities: Mapping[str, int] = field(default_factory=dict)
    discount: Decimal | None = None
    discounts: Mapping[str, Decimal] = field(default_factory=dict)
    align: Align = None
    alternatives: tuple[Choice, ...] = ()
    language: str = ""

    def choice_for(self, ref: str) -> Choice | None:
        return self.options.get(ref, self.option)

    def quantity_for(self, ref: str) -> int | None:
        return self.quantities.get(ref, self.quantity)

    def discount_for(self, ref: str, granted_by: str) -> Discount:
        """The discount of an entitlement by name, else that of the whole quote."""
        if ref in self.discounts:
            return Discount(self.discounts[ref], True, granted_by)
        return Discount(self.discount or Decimal(0), False, granted_by)
