"""Appended events, of which the state of a renewal is the fold."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.history import (
    APPROVED,
    ASSIGNED,
    CHANGED,
    FOLLOWED,
    FOUND_AGAIN,
    GIVEN_OUT,
    MISSING,
    NOTED,
    OPENED,
    SENT,
    STEP,
    UNDONE,
    Event,
    last_change,
    state_of,
    told,
)
from resellerdesk.core.text import Text

from core.building import day

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def event(what: str, change: str = "c-0", /, **data: Any) -> Event:
    return Event(change, AT, "marie", what, data)


def step(change: str, key: str, before: str, after: str, **data: Any) -> Event:
    return event(STEP, change, **{"step": key, "from": before, "to": after, **data})


OPENING = event(OPENED, to="due", file="export.csv")
NOTIFIED = step("c-1", "notify", "due", "notified")
QUOTED = step("c-2", "quote", "notified", "quoted", quote="Q-2026-0001")
UNQUOTED = event(UNDONE, "c-3", undoes="c-2", step="quote", to="notified")
UNNOTIFIED = event(UNDONE, "c-7", undoes="c-1", step="notify", to="due")
TYPED = {"purchase_order": "4711", "note": ""}
ORDERED = step("c-8", "order", "quoted", "ordered", values=TYPED)
IMPORTED = event(CHANGED, "c-4", file="export.csv", columns=["quantity", "start"])
MAILED = event(SENT, "c-5", quote="Q-2026-0001", to="buyer@customer.example")
CALLED = event(NOTED, "c-6", text="called")


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([OPENING], "due"),
        ([OPENING, NOTIFIED], "notified"),
        ([OPENING, NOTIFIED, QUOTED], "quoted"),
        ([OPENING, NOTIFIED, QUOTED, UNQUOTED], "notified"),
        ([OPENING, NOTIFIED, IMPORTED, CALLED], "notified"),
        ([OPENING, NOTIFIED, QUOTED, MAILED], "quoted"),
    ],
)
def test_the_state_is_where_the_last_step_led(events: list[Event], state: str) -> None:
    assert state_of(events) == state


@pytest.mark.parametrize("events", [[], [IMPORTED], [CALLED]])
def test_a_renewal_without_an_opening_has_no_state(events: list[Event]) -> None:
    with pytest.raises(ValueError, match="without a history"):
        state_of(events)


@pytest.mark.parametrize(
    ("events", "taken_back"),
    [
        ([], None),
        ([OPENING], None),  # an import is not taken back
        ([OPENING, NOTIFIED, QUOTED], QUOTED),
        ([OPENING, NOTIFIED, QUOTED, IMPORTED], QUOTED),
        ([OPENING, NOTIFIED, QUOTED, UNQUOTED], NOTIFIED),
        ([OPENING, NOTIFIED, CALLED], CALLED),
        ([OPENING, NOTIFIED, QUOTED, UNQUOTED, UNNOTIFIED], None),
    ],
)
def test_undo_takes_the_newest_move_that_still_stands(
    events: list[Event], taken_back: Event | None
) -> None:
    assert last_change(events) == taken_back


def in_english(text: Text) -> str:
    args = {n: in_english(v) if isinstance(v, Text) else v for n, v in text.args.items()}
    return text.message.format_map(args)


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (OPENING, "opened from export.csv"),
        (IMPORTED, "changed by export.csv: quantity, start"),
        (NOTIFIED, "notify: due to notified"),
        (step("c-1", "verify", "due", "due"), "verify"),
        (QUOTED, "quote: notified to quoted, quote Q-2026-0001"),
        (ORDERED, "order: quoted to ordered (purchase_order 4711)"),
        (UNQUOTED, "taken back: quote"),
        (event(ASSIGNED, owner="jonas"), "given to jonas"),
        (event(ASSIGNED, owner=""), "given to nobody"),
        (CALLED, "note: called"),
        (event(FOLLOWED, on=day("2026-12-01"), text="call"), "follow up on 2026-12-01: call"),
        (event(GIVEN_OUT, order="O-1", file="o.csv"), "order O-1 given out as o.csv"),
        (MAILED, "Q-2026-0001 sent to buyer@customer.example"),
        (event(APPROVED, quote="Q-2026-0001"), "quote Q-2026-0001 approved"),
        (event(MISSING, file="full.csv"), "missing from the full export full.csv"),
        (event(FOUND_AGAIN, file="full.csv"), "found again in full.csv"),
        (event("archived"), "archived"),
    ],
)
def test_an_event_is_told_in_one_sentence(event: Event, words: str) -> None:
    assert in_english(told(event)) == words


WALKS = st.lists(st.sampled_from(["due", "notified", "quoted", "ordered"]), min_size=1)
BETWEEN = st.lists(st.sampled_from([IMPORTED, CALLED]), max_size=2)


@given(WALKS, st.lists(BETWEEN, min_size=20, max_size=20))
def test_what_happens_between_steps_never_moves_a_renewal(
    walk: list[str], between: list[list[Event]]
) -> None:
    events = [event(OPENED, to=walk[0])]
    for n, (before, after) in enumerate(pairwise(walk)):
        events += [*between[n % 20], step(f"c-{n}", "go", before, after)]
    assert state_of([*events, *between[-1]]) == walk[-1]
