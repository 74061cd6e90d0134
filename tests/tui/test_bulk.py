"""Many renewals at once in the terminal: asked for once, done one by one, refusals named."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest

from resellerdesk.desk import assigning
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.listing_quotes import list_quotes
from resellerdesk.desk.worklist import DueQuery, due
from resellerdesk.tui import many
from resellerdesk.tui.app import DeskApp

from tui.counter import TODAY
from tui.looking import Screen, by_end, hides, lines, screen_text, shows, until


def owners(desk: Desk) -> dict[str, str]:
    rows = due(desk, DueQuery(), TODAY)
    return {row.record.held.reference: row.record.cycle.standing.owner for row in rows}


async def by_customer(pilot: Screen, search: str, count: int) -> None:
    """Selects all that a search finds."""
    await by_end(pilot)
    await pilot.press("slash", *search, "enter")
    await shows(pilot, f"{count} due")
    await pilot.press("A")
    await shows(pilot, f"{count} selected")


async def test_all_of_a_customer_go_to_a_colleague(counter: Desk) -> None:
    async with DeskApp(counter, TODAY).run_test() as pilot:
        await by_customer(pilot, "stadtwerke", 23)
        await pilot.press("a")
        await shows(pilot, "Owner", "software:1000000010 + 22", "resellerdesk assign software:10")
        await pilot.press("ctrl+u", *"berta", "enter")
        await shows(pilot, "Giving to berta · 23 renewals", "23 done", "esc back")
        await pilot.press("escape")
        # What was done needs no mark any more.
        await shows(pilot, "23 due")
        await hides(pilot, "selected")
    assert sum(owner == "berta" for owner in owners(counter).values()) == 23


async def test_what_is_refused_is_named_with_its_reason_and_stays_selected(
    counter: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with DeskApp(counter, TODAY).run_test() as pilot:
        await by_end(pilot)
        await pilot.press("home", "space", "space", "space")  # the first is beyond renewal
        await shows(pilot, "3 selected")
        await pilot.press("q")
        await shows(pilot, "1 refused", "quotes  Q-2026-0002, Q-2026-0003", "software:1000000001",
                    "left out: price on request")
        await pilot.press("escape")
        await shows(pilot, "30 due · 1 selected")
    assert len(list_quotes(counter, "", TODAY)) == 3


async def test_one_step_for_all_of_them(counter: Desk) -> None:
    async with DeskApp(counter, TODAY).run_test() as pilot:
        await by_customer(pilot, "lenoir", 2)
        await pilot.press("s")
        await shows(pilot, "Steps · 2 renewals", "2 of 2, Software maintenance")
        listed = screen_text(pilot)
        assert "Let go" in listed


async def test_it_is_stopped_after_the_one_under_way(
    counter: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, gate = Event(), Event()

    def slowly(*args: Any) -> None:
        begun.set()
        gate.wait(10)
        assigning.assign(*args)

    monkeypatch.setattr(many, "assign", slowly)
    async with DeskApp(counter, TODAY).run_test() as pilot:
        await by_customer(pilot, "stadtwerke", 23)
        await pilot.press("a")
        await shows(pilot, "Login name")
        await pilot.press("enter")
        await shows(pilot, "0 of 23", "esc stop")
        await until(pilot, begun.is_set)
        await pilot.press("escape")
        await shows(pilot, "stopping after the one under way...")
        gate.set()
        await shows(pilot, "1 done, 22 left as they were: it was stopped")
        await pilot.press("escape")
        await shows(pilot, "23 due · 22 selected")
    assert sum(owner == "marie" for owner in owners(counter).values()) == 1


async def test_without_a_selection_the_row_under_the_cursor_is_meant(counter: Desk) -> None:
    async with DeskApp(counter, TODAY).run_test() as pilot:
        await by_end(pilot)
        await pilot.press("down", "f")
        await shows(pilot, "Come back to them · software:1000000002")
        await pilot.press(*"2026-11-24", "enter", *"ask again", "enter")
        await shows(pilot, "1 done")
        await pilot.press("escape")
        await until(pilot, lambda: lines(pilot, "due")[1].startswith(" » 2026-10-10"))


async def test_all_of_one_customer_go_onto_one_quote(counter: Desk) -> None:
    async with DeskApp(counter, TODAY).run_test() as pilot:
        await by_customer(pilot, "müller", 1)
        await pilot.press("q")
        await shows(pilot, "Müller", "Backup Exec")
        assert not list_quotes(counter, "C-2", TODAY)
