"""The palette: what works here, by its name, done or copied as the command that does the same."""

from __future__ import annotations

import base64

import pytest

from resellerdesk.desk.desk import Desk
from resellerdesk.tui.app import DeskApp

from tui.counter import TODAY
from tui.looking import Screen, by_end, cursor_line, hides, lines, shows, until


class Copying(DeskApp):
    """Keeps what is sent to the terminal to be pasted."""

    copied = ""

    def copy(self, text: str) -> None:
        self.copied = text


def command(pilot: Screen) -> str:
    return lines(pilot, "command")[0].strip()


async def test_it_does_what_its_line_says(counter: Desk) -> None:
    async with DeskApp(counter, TODAY).run_test() as pilot:
        await by_end(pilot)
        await pilot.press("ctrl+p")
        await shows(pilot, "Actions", "Open the renewal", "enter do it")
        await pilot.press(*"all keys")
        await until(pilot, lambda: cursor_line(pilot).startswith("Show all keys"))
        await pilot.press("enter")
        await shows(pilot, "Help", "Open the renewal")


async def test_only_what_works_here_is_offered(counter: Desk) -> None:
    async with DeskApp(counter, TODAY).run_test() as pilot:
        await by_end(pilot)
        await pilot.press("ctrl+p")
        await shows(pilot, "Select all that are shown")
        assert "Clear the search" not in "\n".join(lines(pilot, "offers"))  # nothing to clear
        await pilot.press(*"one row up")
        await shows(pilot, "No action is called that.")
        await pilot.press("escape")
        await shows(pilot, "Worklist")


@pytest.mark.parametrize(
    ("keys", "name", "shown"),
    [
        (["down"], "open the renewal", "resellerdesk show software:1000000002"),
        (["space", "down", "space"], "quote it",
         "resellerdesk quote software:1000000001 software:1000000003"),
        (["down"], "give it",
         "resellerdesk assign software:1000000002 --to USER"),
        ([], "select all", ""),
        (["enter"], "write a note", "resellerdesk note software:1000000001 TEXT"),
    ],
)
async def test_each_action_shows_the_command_that_does_the_same(
    counter: Desk, keys: list[str], name: str, shown: str
) -> None:
    app = Copying(counter, TODAY)
    async with app.run_test() as pilot:
        await by_end(pilot)
        await pilot.press(*keys)
        if "enter" in keys:
            await shows(pilot, "Renewal · ")
        await pilot.press("ctrl+p", *name)
        await until(pilot, lambda: name in cursor_line(pilot).casefold())
        await until(pilot, lambda: command(pilot) == shown)
        await pilot.press("ctrl+y")
        if shown:
            await shows(pilot, "sent to your terminal: resellerdesk ")
        assert app.copied == shown


async def test_a_form_is_copied_as_the_command_with_what_is_filled_in(counter: Desk) -> None:
    app = Copying(counter, TODAY)
    async with app.run_test() as pilot:
        await by_end(pilot)
        await pilot.press("down", "a")
        await shows(pilot, "Login name")
        await pilot.press("ctrl+u", *"o'hara", "ctrl+y")
        await shows(pilot, "sent to your terminal")
        assert app.copied == """resellerdesk assign software:1000000002 --to 'o'"'"'hara'"""
        await hides(pilot, "1 done")


async def test_the_terminal_gets_what_it_can_paste(counter: Desk, monkeypatch: pytest.MonkeyPatch
                                                   ) -> None:
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    app, written = DeskApp(counter, TODAY), []
    async with app.run_test() as pilot:
        await by_end(pilot)
        assert app._driver is not None
        monkeypatch.setattr(app._driver, "write", written.append)
        app.copy("resellerdesk due")
    encoded = base64.b64encode(b"resellerdesk due").decode()
    assert f"\x1b]52;c;{encoded}\a" in written
