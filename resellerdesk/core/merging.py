"""An imported row against what is held (docs/domain.md, section 6, imports)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from resellerdesk.core.period import Period


class Outcome(StrEnum):
    """What an imported row does."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of an entitlement that a file can say."""

    vendor: str
    customer_id: str
    sku: str
    description: str
    quantity: int
    program: str
    period: Period
    details: Mapping[str, Any]

    def as_json(self) -> dict[str, Any]:
        """The form that an event stores; `from_json` reads it back."""
        days = {"start": self.period.start.isoformat(), "end": self.period.end.isoformat()}
        return asdict(self) | {"period": days, "details": dict(self.details)}

    @staticmethod
    def from_json(form: Mapping[str, Any]) -> Columns:
        days = {name: date.fromisoformat(day) for name, day in form["period"].items()}
        return Columns(**{**form, "period": Period(**days)})


class Ends(StrEnum):
    """How a row's end lies to the one held."""

    SAME = "same"
    LATER = "later"
    OLD_EXPORT = "old_export"
    NEVER_HELD = "never_held"


def compare_ends(held: Period, past: frozenset[Period], row: Period) -> Ends:
    """An earlier end changes nothing: a period that it had before is an old export."""
    if row.end > held.end:
        return Ends.LATER
    if row.end == held.end:
        return Ends.SAME
    return Ends.OLD_EXPORT if row in past else Ends.NEVER_HELD


def differing(held: Columns, row: Columns) -> list[str]:
    """The names of the columns in which a row differs from what is held, its end apart."""
    names = [
        name
        for name in ("vendor", "customer_id", "sku", "description", "quantity", "program")
        if getattr(held, name) != getattr(row, name)
    ]
    if held.period.start != row.period.start:
        names.append("start")
    details = {**held.details, **row.details}
    return names + [
        name for name in details if held.details.get(name) != row.details.get(name)
    ]
