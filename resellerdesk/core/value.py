"""Value at stake: what an entitlement's renewal is worth, and until when that holds
(docs/domain.md, section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from resellerdesk.core.option import Option
from resellerdesk.core.pricing import Line


@dataclass(frozen=True, slots=True)
class Value:
    """List amount of the recommended option's term charge in minor units, None if unknown.

    It holds for as-of dates from `since` to `until`.
    """

    amount: int | None
    currency: str
    since: date
    until: date


def value_of(lines: Sequence[Line]) -> int:
    """The list amount of the term charges, without arrears, fees and add-ons."""
    return sum(line.unit_list * line.quantity for line in lines if line.role == "term")


def holds_until(
    as_of: date, option: Option, boundaries: Iterable[date], changes: Iterable[date]
) -> date:
    """The last as-of date for which a value computed now still holds.

    `boundaries` are last days of a state of affairs (end, grace, gone, a price row's last day);
    `changes` are first days of a new one (a price or policy row, an opening day). An option that
    starts on the as-of date under a ceiling changes with every day.
    """
    if option.start == as_of and option.ceiling is not None:
        return as_of
    day = timedelta(days=1)
    lasts = [day_ for day_ in boundaries if day_ >= as_of]
    lasts += [first - day for first in changes if first > as_of]
    return min(lasts, default=date.max)
