"""What stands on the screen, as text, and waiting for it without guessing how long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input

from resellerdesk.tui.widgets.grid import Grid
from resellerdesk.tui.widgets.painted import Painted

Screen = Pilot[Any]
TRIES = 400


def lines(pilot: Screen, id_: str) -> list[str]:
    """The visible lines of one painted widget, without the blanks at their ends."""
    widget = pilot.app.screen.query_one(f"#{id_}", Painted)
    return [
        "".join(run.text for run in widget.line_at(y)).rstrip() for y in range(widget.size.height)
    ]


def screen_text(pilot: Screen) -> str:
    """All that is painted on the screen on top."""
    widgets = [widget for widget in pilot.app.screen.query(Painted) if widget.size and widget.id]
    return "\n".join(line for widget in widgets for line in lines(pilot, str(widget.id)))


def cursor_line(pilot: Screen) -> str:
    """The table's line under its cursor."""
    grid = pilot.app.screen.query_one(Grid)
    for y in range(grid.size.height):
        runs = grid.line_at(y)
        if runs[0].look == "cursor":
            return runs[0].text.strip()
    return ""


def typed(pilot: Screen) -> str:
    return pilot.app.screen.query_one(Input).value


async def until(pilot: Screen, true: Callable[[], bool]) -> None:
    """Waits for something to become true; fails with what the screen shows instead."""
    for _ in range(TRIES):
        if true():
            await pilot.pause()
            return
        await pilot.pause(0.01)
    raise AssertionError(f"in vain; the screen shows:\n{screen_text(pilot)}")


async def shows(pilot: Screen, *texts: str) -> None:
    """Waits until the screen shows some texts."""
    await until(pilot, lambda: all(text in screen_text(pilot) for text in texts))


async def hides(pilot: Screen, text: str) -> None:
    """Waits until the screen no longer shows a text."""
    await until(pilot, lambda: text not in screen_text(pilot))


async def by_end(pilot: Screen) -> None:
    """Sorts the worklist by end; it opens on what is most at stake."""
    await shows(pilot, "▾ Value")
    await pilot.press("S", "home", "enter")
    await shows(pilot, "End ▾")


async def cursor_to(pilot: Screen, text: str) -> None:
    """Moves the cursor down until it stands on a row with a text."""
    for _ in range(TRIES):
        if text in cursor_line(pilot):
            return
        await pilot.press("down")
    raise AssertionError(f"no row has {text}; the screen shows:\n{screen_text(pilot)}")
