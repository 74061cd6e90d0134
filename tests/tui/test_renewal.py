"""What a rep does with one renewal: steps, notes, owners, follow-ups, and taking them back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.drafts import find_draft
from resellerdesk.desk.showing import show
from resellerdesk.tui.app import DeskApp

from tui.counter import TODAY
from tui.looking import Screen, cursor_to, shows, until

REF = "software:1000000002"

@asynccontextmanager
async def renewal(desk: Desk, ref: str = REF) -> AsyncIterator[Screen]:
    async with DeskApp(desk, TODAY).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "30 due")
        await pilot.press("slash", *ref[9:], "enter")
        await shows(pilot, "1 due")
        await pilot.press("enter")
        await shows(pilot, f"Renewal · {ref}", "Ways to go on")
        yield pilot


async def test_a_note_is_written_and_kept(counter: Desk) -> None:
    async with renewal(counter) as pilot:
        await pilot.press("n", *"Call [b]Tuesday[/b]")
        await shows(pilot, "resellerdesk note software:1000000002 'Call [b]Tuesday[/b]'")
        await pilot.press("enter")
        await shows(pilot, "noted")
        await pilot.press("end")
        await shows(pilot, "Call [b]Tuesday[/b]")


async def test_what_was_typed_is_there_again(counter: Desk) -> None:
    """Also where the line dropped in the middle: the draft is a file, written at each key."""
    async with renewal(counter) as pilot:
        await pilot.press("n", *"half a sent")
        await until(pilot, lambda: find_draft(counter, f"note {REF}") == {"text": "half a sent"})
        await pilot.press("escape")
        await shows(pilot, f"Renewal · {REF}")
    async with renewal(counter) as pilot:
        await pilot.press("n")
        await shows(pilot, "what you typed before is here again", "'half a sent'")
        await pilot.press(*"ence", "enter")
        await shows(pilot, "noted")
        assert find_draft(counter, f"note {REF}") == {}


async def test_a_step_asks_what_it_needs_and_can_be_taken_back(counter: Desk) -> None:
    async with renewal(counter) as pilot:
        await pilot.press("s")
        await shows(pilot, "Steps · software:1000000002", "decline")
        await cursor_to(pilot, "decline")
        await pilot.press("enter")
        await shows(pilot, "*reason", "note")
        await pilot.press("enter", "enter")
        await shows(pilot, "! reason is wanted")
        await pilot.press("p", "enter", *"too dear", "ctrl+o")
        await shows(pilot, "u takes it back")
        assert show(counter, REF, TODAY).record.cycle.phase.is_closed
        await pilot.press("u")
        await shows(pilot, "the last step was taken back")
        assert not show(counter, REF, TODAY).record.cycle.phase.is_closed


async def test_what_is_typed_ahead_stays_in_order(counter: Desk) -> None:
    async with renewal(counter) as pilot:
        await pilot.press("f", *"2026-12-01", "enter", *"ask for the order", "enter")
        await shows(pilot, "it comes back that day")
        standing = show(counter, REF, TODAY).record.cycle.standing
        assert (str(standing.follow_on), standing.follow_text) == (
            "2026-12-01", "ask for the order",
        )


@pytest.mark.parametrize("typed", ["01/12/2026", "soon"])
async def test_a_date_that_is_none_is_refused_and_the_form_stays(counter: Desk, typed: str) -> None:
    async with renewal(counter) as pilot:
        await pilot.press("f", *typed, "enter", "x", "enter")
        await shows(pilot, f"! {typed} is no date; one such as 2026-11-24 works")
        await shows(pilot, "*On")


async def test_the_owner_is_proposed(counter: Desk) -> None:
    async with renewal(counter) as pilot:
        await pilot.press("a", "enter")
        await shows(pilot, "the owner was changed")
        assert show(counter, REF, TODAY).record.cycle.standing.owner == counter.user


async def test_a_step_that_is_not_allowed_says_why(counter: Desk) -> None:
    async with renewal(counter, "software:1000000010") as pilot:
        await pilot.press("s")
        await shows(pilot, "Steps")
        await cursor_to(pilot, "Let go")
        await pilot.press("enter")
        await shows(pilot, "! only after its end and grace; it ends on 8 January 2027")



