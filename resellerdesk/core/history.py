"""What happened to an entitlement: appended events, of which the state is the fold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from resellerdesk.core.fact import Table
from resellerdesk.core.text import T, Text

OPENED = "opened"
STEP = "step"
CHANGED = "changed"
UNDONE = "undone"
ASSIGNED = "assigned"
NOTED = "noted"
FOLLOWED = "followed"
GIVEN_OUT = "given_out"
SENT = "sent"
APPROVED = "approved"
MISSING = "missing"
FOUND_AGAIN = "found_again"
QUOTE_ENDED = "quote_ended"

MOVES = frozenset({STEP, ASSIGNED, NOTED, FOLLOWED})
"""What undo takes back."""

WENT_OUT = frozenset({GIVEN_OUT, SENT})
"""What nobody can take back."""


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the history. `change` is the id of the change that it belongs to.

    `what` is the kind, `data` what the kind needs to be told, folded and taken back: for a step
    its key, the state before and after, its values, the tables that it left, and the standing
    before it.
    """

    change: str
    at: datetime
    by: str
    what: str
    data: Mapping[str, Any] = field(default_factory=dict)


@cache
def _form() -> TypeAdapter[tuple[Table, ...]]:
    return TypeAdapter(tuple[Table, ...])


def tables_kept(tables: Sequence[Table]) -> list[Any]:
    """The tables that a step left, as its event's data holds them; `tables_left` reads them."""
    return list(_form().dump_python(tuple(tables), mode="json"))


def tables_left(event: Event) -> tuple[Table, ...]:
    """What a step left to be shown, as its family made it then."""
    kept = event.data.get("tables")
    return _form().validate_python(kept) if kept else ()


def state_of(events: Sequence[Event]) -> str:
    """The state that the events of one renewal lead to; raises ValueError without any."""
    state = None
    for event in events:
        if event.what in (OPENED, STEP, UNDONE) and "to" in event.data:
            state = event.data["to"]
    if state is None:
        raise ValueError("a renewal without a history")
    return str(state)


def last_change(events: Sequence[Event]) -> Event | None:
    """The newest move that was not taken back already, or None. What an undo wrote is no move;
    one that withdrew a quote took back all its revisions."""
    undos = [event for event in events if event.what == UNDONE]
    over = {event.data["undoes"] for event in undos} | {event.change for event in undos}
    withdrawn = {event.data.get("quote") for event in undos}
    for event in reversed(events):
        if event.what not in MOVES or event.change in over:
            continue
        if not (stored_a_quote(event) and event.data["quote"] in withdrawn):
            return event
    return None


def stored_a_quote(event: Event) -> bool:
    """A step with a quote but no earlier status of it: that quote was stored with it."""
    return "quote" in event.data and "status_before" not in event.data


def _from_to(data: Mapping[str, Any]) -> Text:
    if data["from"] == data["to"]:
        return T("{step}", step=data["step"])
    return T("{step}: {before} to {after}", step=data["step"], before=data["from"],
             after=data["to"])


def _step(data: Mapping[str, Any]) -> Text:
    said = _from_to(data)
    for name in ("quote", "order"):
        if data.get(name):
            said = T("{said}, {name} {number}", said=said, name=name, number=data[name])
    if data.get("signed_by"):
        said = T("{said}, signed by {name}", said=said, name=data["signed_by"])
    given = {name: value for name, value in data.get("values", {}).items() if value}
    if given:
        values = ", ".join(f"{name} {value}" for name, value in given.items())
        said = T("{said} ({values})", said=said, values=values)
    return said


_TELLERS: Mapping[str, Callable[[Mapping[str, Any]], Text]] = {
    OPENED: lambda data: (
        T("opened from {file}", file=data["file"]) if data.get("file") else T("opened")
    ),
    CHANGED: lambda data: T("changed by {file}: {columns}", file=data.get("file", ""),
                            columns=", ".join(data["columns"])),
    STEP: _step,
    UNDONE: lambda data: T("taken back: {step}", step=data["step"]),
    ASSIGNED: lambda data: T("given to {owner}", owner=data["owner"] or T("nobody")),
    NOTED: lambda data: T("note: {text}", text=data["text"]),
    FOLLOWED: lambda data: T("follow up on {on}: {text}", on=data["on"], text=data["text"]),
    GIVEN_OUT: lambda data: T("order {order} given out as {file}", order=data["order"],
                              file=data["file"]),
    SENT: lambda data: T("{quote} sent to {to}", quote=data["quote"], to=data["to"]),
    APPROVED: lambda data: T("quote {quote} approved", quote=data["quote"]),
    MISSING: lambda data: T("missing from the full export {file}", file=data["file"]),
    FOUND_AGAIN: lambda data: T("found again in {file}", file=data["file"]),
    QUOTE_ENDED: lambda data: T("quote {quote} {status}", quote=data["quote"],
                                status=data["status"]),
}


def told(event: Event) -> Text:
    """An event in one sentence."""
    teller = _TELLERS.get(event.what)
    return teller(event.data) if teller is not None else T("{what}", what=event.what)
