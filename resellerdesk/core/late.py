"""What it would cost to renew late (docs/domain.md, section 4), at today's list prices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from resellerdesk.core.charge import Charge, Late, Share
from resellerdesk.core.derivation import Discount
from resellerdesk.core.pricebook import MissingPrice
from resellerdesk.core.pricing import Bill, Market, price_bills

_LATE = "late "


@dataclass(frozen=True, slots=True)
class LateCost:
    """What renewing these entitlements so many days after their ends would cost besides the new
    terms, in minor units before tax."""

    days: int
    refs: tuple[str, ...]
    amount: int


def late_costs(offered: Sequence[tuple[Bill, Late | None]], market: Market) -> tuple[LateCost, ...]:
    """By days, the sooner first. What has no price is neither counted nor named."""
    bills = [_with_late(bill, late) for bill, late in offered]
    known = [bill for bill in bills if _has_price(bill, market)]
    amounts: dict[str, int] = {}
    for line in price_bills(known, market):
        if line.charge.startswith(_LATE):
            amounts[line.ref] = amounts.get(line.ref, 0) + line.amount
    by_days: dict[int, list[str]] = {}
    for bill, late in offered:
        if late is not None and amounts.get(bill.ref):
            by_days.setdefault(late.days, []).append(bill.ref)
    return tuple(
        LateCost(days, tuple(refs), sum(amounts[ref] for ref in refs))
        for days, refs in sorted(by_days.items())
    )


def _with_late(bill: Bill, late: Late | None) -> Bill:
    """What is charged late beside the term, whose quantity counts for its band; nobody promises
    a discount on it."""
    extra = () if late is None else tuple(_renamed(charge) for charge in late.charges)
    return replace(bill, charges=(*bill.charges, *extra), discount=Discount())


def _renamed(charge: Charge) -> Charge:
    """Under an id of its own: the bill may have one of that name."""
    if isinstance(charge, Share):
        return replace(charge, id=_LATE + charge.id, of=_LATE + charge.of)
    return replace(charge, id=_LATE + charge.id)


def _has_price(bill: Bill, market: Market) -> bool:
    try:
        price_bills([bill], market)
    except MissingPrice:
        return False
    return True
