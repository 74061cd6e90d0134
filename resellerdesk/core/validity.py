"""Until when a quote may be accepted, and why (docs/domain.md, section 4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from resellerdesk.core.pricebook import PriceRow
from resellerdesk.core.situation import Situation
from resellerdesk.core.text import T, Text

DEFAULT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Validity:
    """The last day on which a quote may be accepted, and the reason for it."""

    until: date
    reason: Text


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when one entitlement can be renewed as quoted."""

    reference: str
    situation: Situation
    end: date
    grace_end: date


def validity_of(
    as_of: date, days: int, deadlines: Iterable[Deadline], prices: Iterable[PriceRow]
) -> Validity:
    """The earliest of all limits, never before the as-of date."""
    limits = [Validity(as_of + timedelta(days=days), T("{days} days from the quote", days=days))]
    for item in deadlines:
        if item.situation is Situation.ON_TIME:
            limits.append(Validity(item.end, T("{reference} ends that day",
                                               reference=item.reference)))
        elif item.situation is Situation.IN_GRACE:
            limits.append(Validity(item.grace_end, T("the grace of {reference} ends that day",
                                                     reference=item.reference)))
    for row in prices:
        if row.valid_to is not None:
            limits.append(Validity(row.valid_to, T("the price of {sku} is valid until that day",
                                                   sku=row.sku)))
    first = min(limits, key=lambda limit: limit.until)
    return Validity(max(first.until, as_of), first.reason)
