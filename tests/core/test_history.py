"""Appended events, of which the state of a renewal is the fold."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.history import CHANGED, OPENED, STEP, Event, state_of, told

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def event(what: str, **data: Any) -> Event:
    return Event("c-1", AT, "marie", what, data)


OPENING = event(OPENED, to="due", file="export.csv")
NOTIFIED = event(STEP, step="notify", **{"from": "due", "to": "notified"})
QUOTED = event(STEP, step="quote", quote="Q-2026-0001", **{"from": "notified", "to": "quoted"})
BACK = event(STEP, step="undo", **{"from": "quoted", "to": "notified"})
IMPORTED = event(CHANGED, file="export.csv", columns=["quantity", "start"])


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([OPENING], "due"),
        ([OPENING, NOTIFIED], "notified"),
        ([OPENING, NOTIFIED, QUOTED], "quoted"),
        ([OPENING, NOTIFIED, QUOTED, BACK], "notified"),
        ([OPENING, NOTIFIED, IMPORTED], "notified"),
    ],
)
def test_the_state_is_where_the_last_step_led(events: list[Event], state: str) -> None:
    assert state_of(events) == state


@pytest.mark.parametrize("events", [[], [IMPORTED]])
def test_a_renewal_without_an_opening_has_no_state(events: list[Event]) -> None:
    with pytest.raises(ValueError, match="without a history"):
        state_of(events)


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (OPENING, "opened by import from export.csv"),
        (IMPORTED, "changed by import from export.csv: quantity, start"),
        (NOTIFIED, "notify: due to notified"),
        (QUOTED, "quote: Q-2026-0001, notified to quoted"),
        (event("archived"), "archived"),
    ],
)
def test_an_event_is_told_in_one_sentence(event: Event, words: str) -> None:
    said = told(event)
    assert said.message.format_map(dict(said.args)) == words


WALKS = st.lists(st.sampled_from(["due", "notified", "quoted", "ordered"]), min_size=1)


@given(WALKS, st.data())
def test_what_is_noted_between_steps_never_moves_a_renewal(walk: list[str], data: Any) -> None:
    events = [event(OPENED, to=walk[0])]
    for before, after in pairwise(walk):
        events += [event("note", text="called")] * data.draw(st.integers(0, 2))
        events.append(event(STEP, step="go", **{"from": before, "to": after}))
    assert state_of(events) == walk[-1]
    assert state_of([*events, event("note", to="elsewhere")]) == walk[-1]
