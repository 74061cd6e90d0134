"""Where a renewal stands: all of it that a step can change, and an undo brings back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from resellerdesk.core.phase import Phase


@dataclass(frozen=True, slots=True)
class Standing:
    """State, facts (as JSON has them), the order it is in, and who looks after it until when."""

    state: str
    phase: Phase
    facts: Mapping[str, Any] = field(default_factory=dict)
    ordered_on: date | None = None
    order_number: str | None = None
    owner: str = ""
    follow_on: date | None = None
    follow_text: str = ""

    def as_json(self) -> dict[str, Any]:
        """The form that an event stores; `from_json` reads it back."""
        form = asdict(self) | {"phase": self.phase.value, "facts": dict(self.facts)}
        for name in ("ordered_on", "follow_on"):
            day = getattr(self, name)
            form[name] = None if day is None else day.isoformat()
        return form

    @staticmethod
    def from_json(form: Mapping[str, Any]) -> Standing:
        days = {
            name: None if form[name] is None else date.fromisoformat(form[name])
            for name in ("ordered_on", "follow_on")
        }
        return Standing(**{**form, **days, "phase": Phase(form["phase"])})
