"""What a rep may grant alone: a limit for discounts, a floor for the margin (docs/domain.md, 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from resellerdesk.core.money import parse_percent
from resellerdesk.core.policy import Policy
from resellerdesk.core.pricing import Line
from resellerdesk.core.text import T, Text

MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class Authority:
    """Limits in percent; None where there is none."""

    discount_limit: Decimal | None
    margin_floor: Decimal | None


def authority_under(policy: Policy) -> Authority:
    """The limits that a vendor's and family's policy sets for a rep."""
    limit, floor = policy.value("discount_limit"), policy.value("margin_floor")
    return Authority(
        None if limit is None else parse_percent(limit),
        None if floor is None else parse_percent(floor),
    )


def beyond(lines: Sequence[Line], authority: Authority) -> list[Text]:
    """Why the lines of one entitlement want a manager's approval; empty where they do not.

    A margin that is unknown cannot be shown to keep the floor, and wants approval too.
    """
    reasons = []
    limit, floor = authority.discount_limit, authority.margin_floor
    highest = max((line.discount.percent for line in lines), default=Decimal(0))
    if limit is not None and highest > limit:
        reasons.append(
            T("{ref}: a discount of {percent} % is beyond {limit} %",
              ref=lines[0].ref, percent=highest, limit=limit)
        )
    if floor is None or not lines:
        return reasons
    margins = [line.margin for line in lines]
    known = [margin for margin in margins if margin is not None]
    amount = sum(line.amount for line in lines)
    if len(known) < len(margins):
        reasons.append(T("{ref}: its margin is unknown", ref=lines[0].ref))
    elif sum(known) * 100 < Fraction(floor) * amount:  # also where nothing is left to pay
        reasons.append(T("{ref}: its margin is below {floor} %", ref=lines[0].ref, floor=floor))
    return reasons
