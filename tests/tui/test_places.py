"""The other screens: orders, customers, import, settings, plugins, each by the keyboard alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.opening import open_desk
from resellerdesk.desk.settings import get_setting
from resellerdesk.desk.worklist import DueQuery, due
from resellerdesk.tui.app import DeskApp

from tui.counter import COLUMNS, TODAY
from tui.looking import Screen, cursor_to, hides, shows


@asynccontextmanager
async def place(desk: Desk, name: str, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Screen]:
    async with DeskApp(desk, TODAY).run_test(size=size) as pilot:
        await shows(pilot, "30 due")
        await pilot.press("t")
        await shows(pilot, "Go to")
        await cursor_to(pilot, name)
        await pilot.press("enter")
        await shows(pilot, f"ResellerDesk  {name}")
        yield pilot


async def test_a_customer_with_all_that_they_hold(counter: Desk) -> None:
    async with place(counter, "Customers") as pilot:
        await pilot.press("slash", *"müller", "enter")
        await shows(pilot, "1 in all", "Müller & Söhne GmbH")
        await pilot.press("enter")
        await shows(pilot, "Customer · C-2", "Backup Exec", "2026-10-10")
        await pilot.press("q")
        await shows(pilot, "New quote · Müller")


async def test_an_empty_list_says_what_makes_it_longer(counter: Desk) -> None:
    async with place(counter, "Orders") as pilot:
        await shows(pilot, "No orders yet.", "A quote that the customer accepts makes them.")


async def test_a_setting_is_changed_or_refused_in_one_line(counter: Desk) -> None:
    async with place(counter, "Settings") as pilot:
        await pilot.press("slash", *"country", "enter", "enter")
        await shows(pilot, "Setting · reseller.country")
        await pilot.press(*"France", "enter")
        await shows(pilot, "! reseller.country: France does not fit; it wants a country code")
        await pilot.press(*["backspace"] * 6, *"FR", "enter")
        await shows(pilot, "set")
        assert get_setting(counter, "reseller.country") == "FR"


async def test_a_plugin_is_switched_off_and_on(counter: Desk) -> None:
    async with place(counter, "Plugins") as pilot:
        await cursor_to(pilot, "software")
        await pilot.press("x")
        await shows(pilot, "software is off from the next start on")
        assert "software" not in open_desk(counter.store.path).extensions.families


# ---------------------------------------------------------------- files that come in


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Two good rows and one of a customer that nobody knows."""
    path = tmp_path / "late.csv"
    rows = [
        "2000000000,C-2,SEP-ESS-NEW,New one,3,3,02-DEC-2025,01-DEC-2026,Symantec,M9",
        "2000000001,C-2,SEP-ESS-NEW,Another,3,3,02-DEC-2025,01-DEC-2026,Symantec,M9",
        "2000000002,C-99,SEP-ESS-NEW,Nobody's,3,3,02-DEC-2025,01-DEC-2026,Symantec,M9",
    ]
    path.write_text("\n".join([COLUMNS, *rows]) + "\n", "utf-8")
    return path


async def test_files_are_seen_before_they_are_taken_in(counter: Desk, export: Path) -> None:
    async with DeskApp(counter, TODAY).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "30 due")
        await pilot.press("i", *str(export), "ctrl+o")
        await shows(pilot, "Nothing is taken in yet", "3 rows: 2 new", "1 rejected", "row 4")
        assert len(due(counter, DueQuery(), TODAY)) == 30
        await pilot.press("w")
        await shows(pilot, "taken in; the worklist has it", "2 new")
        await hides(pilot, "Nothing is taken in yet")
        assert len(due(counter, DueQuery(), TODAY)) == 32


async def test_a_file_that_is_not_there(counter: Desk) -> None:
    async with DeskApp(counter, TODAY).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "30 due")
        await pilot.press("i", *"/nowhere/x.csv", "ctrl+o")
        await shows(pilot, "! /nowhere/x.csv: there is no such file", "*Files")
