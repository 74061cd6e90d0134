"""Each screen as a picture, at the smallest usual size and on a wide terminal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.settings import set_settings
from resellerdesk.desk.view_query import ViewQuery
from resellerdesk.desk.views import save_view
from resellerdesk.tui.app import DeskApp

from tui.counter import TODAY
from tui.looking import Screen, shows

Compare = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])


def before(*steps: str) -> Callable[[Screen], Awaitable[None]]:
    """Presses keys and waits for texts, in turn; a text begins with `...`."""

    async def run(pilot: Screen) -> None:
        for step in steps:
            if step.startswith("..."):
                await shows(pilot, step.removeprefix("..."))
            else:
                await pilot.press(step)

    return run


FIRST = "...quoted Q-2026-0001"


@SIZES
def test_worklist(counter: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    run = before(FIRST, "down", "...software:1000000002")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


def test_worklist_with_its_views_at_the_left(counter: Desk, snap_compare: Compare) -> None:
    run = before(FIRST, "space", "space", "...2 selected", "...» due", "...software:1000000003")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=(150, 40), run_before=run)


def test_worklist_where_there_is_little_room(counter: Desk, snap_compare: Compare) -> None:
    run = before(FIRST, "down", "...software:1000000002")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=(60, 16), run_before=run)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_worklist_in_colours_of_its_own(
    counter: Desk, snap_compare: Compare, theme: str
) -> None:
    set_settings(counter, {"tui.theme": theme})
    run = before(FIRST, "down", "space", "...1 selected", "...software:1000000003")
    assert snap_compare(DeskApp(counter, TODAY), run_before=run)


def test_worklist_without_unicode(
    counter: Desk, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    run = before(FIRST, "down", "space", "...1 selected", "...software:1000000003")
    assert snap_compare(DeskApp(counter, TODAY), run_before=run)


@SIZES
def test_views(counter: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    save_view(counter, "breweries", ViewQuery(search="brasserie"), shared=True)
    run = before(FIRST, "v", "...my own, shared")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


@SIZES
def test_many_at_once(counter: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    """Two customers' quotes; what has no price is named."""
    run = before(FIRST, "down", "space", "space", "end", "space", "...3 selected", "q",
                 "...1 refused", "...esc back")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


@SIZES
def test_search(counter: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    run = before(FIRST, "slash", *"lenoir", "...2 due", "...software:1000000003")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


@SIZES
def test_renewal(counter: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    run = before(FIRST, "enter", "...36 months")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


@SIZES
def test_help(counter: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    run = before(FIRST, "question_mark", "...In a table")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


@SIZES
def test_empty_desk(bare: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    run = before("...resellerdesk import FILE...")
    assert snap_compare(DeskApp(bare, TODAY), terminal_size=size, run_before=run)


def test_nothing_found(counter: Desk, snap_compare: Compare) -> None:
    run = before(FIRST, "slash", *"zzz", "...Nothing that is due matches.")
    assert snap_compare(DeskApp(counter, TODAY), run_before=run)


@SIZES
def test_palette(counter: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    run = before(FIRST, "ctrl+p", "...Actions", *"sel", "...Select all that are shown")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


def test_too_small(counter: Desk, snap_compare: Compare) -> None:
    run = before("...needs more room")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=(40, 10), run_before=run)
