"""What a new revision changed, line by line, and what an acceptance in part would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resellerdesk.core.pricing import Line

_COMPARED = ("sku", "period", "quantity", "unit_list", "unit_net", "amount")


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line before and after; None where it was not there."""

    before: Line | None
    after: Line | None

    @property
    def line(self) -> Line:
        line = self.after or self.before
        assert line is not None  # a change has one side at least
        return line

    @property
    def difference(self) -> int:
        """By how much the amount changed, in minor units."""
        after = self.after.amount if self.after is not None else 0
        return after - (self.before.amount if self.before is not None else 0)


def changes(before: Sequence[Line], after: Sequence[Line]) -> list[LineChange]:
    """The lines that differ, by entitlement and charge, in the order of the new ones."""
    old = {(line.ref, line.charge): line for line in before}
    new = {(line.ref, line.charge): line for line in after}
    found = [LineChange(old.get(key), line) for key, line in new.items()]
    found += [LineChange(line, None) for key, line in old.items() if key not in new]
    return [change for change in found if _differs(change)]


def _differs(change: LineChange) -> bool:
    if change.before is None or change.after is None:
        return True
    if change.before.discount.percent != change.after.discount.percent:
        return True  # who granted it is nothing that the customer pays
    return any(
        getattr(change.before, name) != getattr(change.after, name) for name in _COMPARED
    )
