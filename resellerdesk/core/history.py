"""What happened to an entitlement: appended events, of which the state is the fold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from resellerdesk.core.text import T, Text


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the history. `change` is the id of the change that it belongs to.

    `what` is the kind (`opened`, `step`, `changed`), `data` what the kind needs to be told and
    folded again: for a step its key, the state before and after, and what it recorded.
    """

    change: str
    at: datetime
    by: str
    what: str
    data: Mapping[str, Any] = field(default_factory=dict)


OPENED = "opened"
STEP = "step"
CHANGED = "changed"


def state_of(events: Sequence[Event]) -> str:
    """The state that the events of one renewal lead to; raises ValueError without any."""
    state = None
    for event in events:
        if event.what in (OPENED, STEP):
            state = event.data["to"]
    if state is None:
        raise ValueError("a renewal without a history")
    return str(state)


def told(event: Event) -> Text:
    """An event in one sentence."""
    data = event.data
    match event.what:
        case "opened":
            return T("opened by import from {file}", file=data.get("file", ""))
        case "changed":
            return T("changed by import from {file}: {columns}", file=data.get("file", ""),
                     columns=", ".join(data["columns"]))
        case "step" if "quote" in data:
            return T("{step}: {quote}, {before} to {after}", step=data["step"],
                     quote=data["quote"], before=data["from"], after=data["to"])
        case "step":
            return T("{step}: {before} to {after}", step=data["step"], before=data["from"],
                     after=data["to"])
    return T("{what}", what=event.what)
