"""A colleague works at the same desk, in a process of her own; the screen follows at once."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest
from textual.widgets import Input

from resellerdesk.desk.desk import Desk
from resellerdesk.tui.app import DeskApp
from resellerdesk.tui.screens import view

from tui.counter import TODAY
from tui.looking import Screen, by_end, cursor_line, lines, shows, typed, until

PROGRAM = Path(sys.executable).with_name("resellerdesk")


async def berta(desk: Desk, *command: str) -> None:
    """Berta types a command."""
    environment = {**os.environ, "RESELLERDESK_DB": str(desk.store.path),
                   "RESELLERDESK_AS_OF": TODAY.isoformat(), "RESELLERDESK_USER": "berta"}
    process = await asyncio.create_subprocess_exec(
        PROGRAM, *command, env=environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    assert process.returncode == 0, (out, err)


def row(pilot: Screen, words: str) -> str:
    return next((line for line in lines(pilot, "due") if words in line), "")


async def seen(pilot: Screen, changes: int) -> None:
    """Waits until so many changes were seen."""
    app = pilot.app
    assert isinstance(app, DeskApp)
    await until(pilot, lambda: app._colleagues.count == changes)


async def test_what_she_does_is_seen_and_nothing_of_mine_is_lost(counter: Desk) -> None:
    async with DeskApp(counter, TODAY).run_test(size=(140, 40)) as pilot:
        await by_end(pilot)
        await pilot.press("down", "down", "space")
        await shows(pilot, "1 selected")
        await pilot.press("slash", *"e")
        await until(pilot, lambda: typed(pilot) == "e")
        before = cursor_line(pilot)
        await berta(counter, "assign", "1000000002", "--to", "berta")
        await until(pilot, lambda: "berta" in row(pilot, "2026-10-10"))
        assert typed(pilot) == "e"
        assert isinstance(pilot.app.screen.focused, Input)
        assert cursor_line(pilot) == before
        await shows(pilot, "1 selected")


async def test_a_row_that_she_finishes_goes_and_the_cursor_stays_in_its_place(
    counter: Desk
) -> None:
    async with DeskApp(counter, TODAY).run_test() as pilot:
        await by_end(pilot)
        await pilot.press("down")
        await until(pilot, lambda: "2026-10-10" in cursor_line(pilot))
        await berta(counter, "advance", "1000000002", "let_go")
        await shows(pilot, "29 due")
        assert "2026-11-19" in cursor_line(pilot)


async def test_an_open_renewal_shows_what_she_did(counter: Desk) -> None:
    async with DeskApp(counter, TODAY).run_test(size=(100, 50)) as pilot:
        await by_end(pilot)
        await pilot.press("down", "enter")
        await shows(pilot, "Renewal · software:1000000002", "History")
        await berta(counter, "note", "1000000002", "they moved to the old mill")
        await shows(pilot, "they moved to the old mill")


async def test_what_is_being_typed_stays(counter: Desk) -> None:
    async with DeskApp(counter, TODAY).run_test(size=(100, 50)) as pilot:
        await by_end(pilot)
        await pilot.press("down", "enter")
        await shows(pilot, "Renewal · software:1000000002")
        await pilot.press("n")
        await shows(pilot, "Note")
        await pilot.press(*"half a sent")
        await berta(counter, "assign", "1000000002", "--to", "berta")
        await seen(pilot, 1)
        assert typed(pilot) == "half a sent"
        await pilot.press("escape")
        # What was covered meanwhile catches up.
        await shows(pilot, "berta")


async def test_looking_alone_changes_nothing_for_anybody(counter: Desk) -> None:
    """Values that are worked out are stored, and nobody needs to read anything again for that."""
    async with DeskApp(counter, TODAY).run_test(size=(140, 40)) as pilot:
        await by_end(pilot)
        await berta(counter, "settings", "quote.validity_days", "29")
        await seen(pilot, 1)
        await berta(counter, "due")  # stores values anew
        await berta(counter, "assign", "1000000002", "--to", "berta")
        await until(pilot, lambda: "berta" in row(pilot, "2026-10-10"))
        await seen(pilot, 2)


async def test_a_view_that_takes_long_is_read_in_its_own_time(
    counter: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows in sight are shown as they are at once."""
    monkeypatch.setattr(view, "PATIENCE", 1e6)
    async with DeskApp(counter, TODAY).run_test(size=(140, 40)) as pilot:
        await by_end(pilot)
        await pilot.press("r")
        screen = pilot.app.screen
        assert isinstance(screen, view.ViewScreen)
        await until(pilot, lambda: screen._next_whole > 0)
        await berta(counter, "advance", "1000000002", "let_go")
        await until(pilot, lambda: "let go" in row(pilot, "2026-10-10").casefold())
        assert "30 due" in lines(pilot, "title")[0]
