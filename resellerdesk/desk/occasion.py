"""When, by whom and in which change something is written to the history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from resellerdesk.core.history import Event
from resellerdesk.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Occasion:
    """One change of the desk; all that it writes to the history carries its id."""

    at: datetime
    by: str
    change: str

    def event(self, what: str, data: Mapping[str, Any]) -> Event:
        return Event(self.change, self.at, self.by, what, data)

    def apart(self) -> Occasion:
        """The same moment and person, as a change of its own: it is taken back by itself."""
        return replace(self, change=uuid4().hex)

    @property
    def stamp(self) -> str:
        return self.at.isoformat(timespec="seconds")


def occasion(desk: Desk) -> Occasion:
    """A new change, now, by who is at the desk."""
    return Occasion(desk.clock(), desk.user, uuid4().hex)
