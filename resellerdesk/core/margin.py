"""What the reseller keeps of a quote: its own figures, for the rep alone (docs/domain.md, 3, 8)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from resellerdesk.core.money import percent_text
from resellerdesk.core.pricing import Line


def margin_of(lines: Iterable[Line]) -> int | None:
    """The margin of some lines together, in minor units; None where one cost is unknown."""
    total = 0
    for line in lines:
        if line.margin is None:
            return None
        total += line.margin
    return total


def margin_percent(margin: int | None, amount: int) -> str | None:
    """A margin in percent of an amount, to one decimal; None where either is unknown or 0."""
    if margin is None or amount == 0:
        return None
    exact = Decimal(margin) * 100 / Decimal(amount)
    return percent_text(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))
