"""A rep at the worklist, with the keyboard alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.events import Key
from textual.geometry import Region
from textual.widget import Widget

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.opening import open_desk
from resellerdesk.desk.view_query import ViewQuery
from resellerdesk.desk.viewing import open_view
from resellerdesk.store.engine import Store
from resellerdesk.tui.app import DeskApp
from resellerdesk.tui.due_list import Opened, Question
from resellerdesk.tui.glance import glance
from resellerdesk.tui.screens.worklist import WorklistScreen
from resellerdesk.tui.widgets.grid import Grid
from resellerdesk.tui.widgets.preview import Preview

from tui.counter import COLUMNS, TODAY
from tui.looking import Screen, by_end, cursor_line, hides, lines, shows, typed, until

OLDEST = "software:1000000001"


@asynccontextmanager
async def opened(desk: Desk, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Screen]:
    """The desk on its worklist, sorted by end, with the first row previewed."""
    async with DeskApp(desk, TODAY).run_test(size=size) as pilot:
        await by_end(pilot)
        await shows(pilot, OLDEST)
        yield pilot


def footer(pilot: Screen) -> str:
    return lines(pilot, "footer")[0].strip()


def customers(pilot: Screen) -> list[str]:
    """What stands in the table's rows, from the customer on."""
    return [line[20:] for line in lines(pilot, "due")[1:] if line]


# ---------------------------------------------------------------- moving


@pytest.mark.parametrize(
    ("keys", "end"),
    [
        ([], "2024-10-31"),
        (["down"], "2026-10-10"),
        (["j", "j", "k"], "2026-10-10"),
        (["up"], "2024-10-31"),
        (["end"], "2027-01-30"),
        (["G", "g"], "2024-10-31"),
        (["pagedown"], "2027-01-16"),
        (["pagedown", "pagedown", "pagedown"], "2027-01-30"),
        (["end", "pageup", "home"], "2024-10-31"),
    ],
)
async def test_the_cursor_goes_where_the_keys_say(counter: Desk, keys: list[str], end: str) -> None:
    async with opened(counter) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: end in cursor_line(pilot))


async def test_the_preview_follows_the_cursor(counter: Desk) -> None:
    async with opened(counter) as pilot:
        await pilot.press("down")
        await shows(pilot, "software:1000000002", "lapsed; from 2026-11-25 on", "10 of 12")


async def test_moving_the_cursor_repaints_two_rows_and_no_more(
    counter: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(counter, (120, 40)) as pilot:
        asked: list[tuple[str | None, Region]] = []
        refresh = Widget.refresh

        def watched(self: Widget, *regions: Region, **how: bool) -> Widget:
            asked.extend((self.id, region) for region in regions or [self.size.region])
            return refresh(self, *regions, **how)

        monkeypatch.setattr(Widget, "refresh", watched)
        await pilot.press("p", "down", "down")
        asked.clear()
        await pilot.press("down")
        assert [(id_, region.y, region.height) for id_, region in asked] == [
            ("due", 3, 1), ("due", 4, 1),
        ]


async def test_the_mouse_works_too(counter: Desk) -> None:
    async with opened(counter) as pilot:
        await pilot.click("#due", offset=(30, 2))
        await until(pilot, lambda: "2026-10-10" in cursor_line(pilot))
        await pilot.click("#due", offset=(30, 2))
        await shows(pilot, "Renewal · software:1000000002")
        await pilot.click("#footer", offset=(3, 0))
        await shows(pilot, "Worklist")


# ---------------------------------------------------------------- searching


async def test_search_finds_as_one_types(counter: Desk) -> None:
    async with opened(counter) as pilot:
        await pilot.press("slash", *"mull")
        await shows(pilot, "1 due", "Müller & Söhne")
        await hides(pilot, "Brasserie")
        await pilot.press("backspace", "backspace", "backspace", "backspace", *"さくら")
        await shows(pilot, "1 due", "株式会社さくら")


async def test_enter_goes_to_what_was_found_and_escape_back_to_all(counter: Desk) -> None:
    async with opened(counter) as pilot:
        await pilot.press("slash", *"lenoir")
        await shows(pilot, "2 due")
        await pilot.press("enter", "down")
        await until(pilot, lambda: "2026-11-19" in cursor_line(pilot))
        assert typed(pilot) == "lenoir"
        assert "esc clear" in footer(pilot)
        await pilot.press("escape")
        await shows(pilot, "30 due")
        # The cursor is still where it was, among many more.
        assert "2026-11-19" in cursor_line(pilot)
        assert "esc" not in footer(pilot)


async def test_escape_leaves_the_search_and_clears_it(counter: Desk) -> None:
    async with opened(counter) as pilot:
        await pilot.press("slash", *"lenoir")
        await shows(pilot, "2 due")
        await pilot.press("escape")
        await shows(pilot, "30 due")
        assert typed(pilot) == ""
        await pilot.press("down")
        await until(pilot, lambda: "2026-10-10" in cursor_line(pilot))


async def test_letters_in_the_search_are_letters(counter: Desk) -> None:
    async with opened(counter) as pilot:
        await pilot.press("slash", *"pq?r/j")
        assert typed(pilot) == "pq?r/j"
        await shows(pilot, "Nothing that is due matches.")


async def test_what_is_typed_ahead_reaches_what_it_was_meant_for(counter: Desk) -> None:
    """Over a slow line keys come in bursts, and nobody waits for the screen."""
    async with opened(counter) as pilot:
        for key in ("slash", *"mull", "enter", "enter"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        # What was found, not the row that the cursor stood on while it was looked for.
        await shows(pilot, "Renewal · software:1000000002", "Müller & Söhne")


async def test_an_answer_to_an_older_question_is_not_shown(counter: Desk) -> None:
    async with opened(counter) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, WorklistScreen)
        other_view = ViewQuery(search="mull")
        found = open_view(counter, other_view, TODAY)
        screen.post_message(Opened(Question(other_view, TODAY), found))
        other = glance(counter, "software:1000000002", TODAY)
        screen.preview.post_message(Preview.Read("software:1000000002", other))
        await pilot.pause(0.05)
        await shows(pilot, "30 due", OLDEST)


# ---------------------------------------------------------------- going on and coming back


async def test_enter_opens_the_renewal_and_escape_comes_back(counter: Desk) -> None:
    async with opened(counter) as pilot:
        await pilot.press("down", "down", "enter")
        await shows(pilot, "Renewal · software:1000000003", "Ways to go on", "12 months")
        await pilot.press("escape")
        await shows(pilot, "Worklist")
        assert "2026-11-19" in cursor_line(pilot)


async def test_a_key_too_many_goes_no_further_back_than_home(counter: Desk) -> None:
    async with opened(counter) as pilot:
        for key in ("enter", "escape", "escape", "question_mark", "escape", "escape", "down"):
            pilot.app.post_message(Key(key, None))
        await shows(pilot, "Worklist")
        await until(pilot, lambda: "2026-10-10" in cursor_line(pilot))


async def test_a_long_page_scrolls(counter: Desk) -> None:
    async with opened(counter) as pilot:
        await pilot.press("down", "enter")
        await shows(pilot, "Ways to go on")
        await pilot.press("end")
        await shows(pilot, "History", "opened from")
        await hides(pilot, "Ways to go on")
        await pilot.press("home")
        await shows(pilot, "Ways to go on")


async def test_the_preview_folds_away_and_makes_room(counter: Desk) -> None:
    async with opened(counter) as pilot:
        before = len(customers(pilot))
        await pilot.press("p")
        await hides(pilot, OLDEST)
        assert len(customers(pilot)) == before + 4
        await pilot.press("down", "p")
        await shows(pilot, "software:1000000002")


async def test_help_comes_and_goes_by_the_same_key(counter: Desk) -> None:
    async with opened(counter) as pilot:
        await pilot.press("question_mark")
        await shows(pilot, "Help", "Open the renewal")
        assert "help" not in footer(pilot)
        await pilot.press("question_mark")
        await shows(pilot, "Worklist")


async def test_q_is_no_way_out_but_ctrl_q_is(counter: Desk) -> None:
    async with opened(counter) as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert pilot.app.is_running
        await pilot.press("ctrl+c")
        await shows(pilot, "! ctrl+q leaves the desk")
        await pilot.press("ctrl+q")
    assert pilot.app.return_code == 0


async def test_the_footer_shows_what_works_here(counter: Desk, bare: Desk) -> None:
    async with opened(counter) as pilot:
        assert footer(pilot).startswith(
            "enter open  space select  q quote  t go to  / search  v views"
        )
        await pilot.press("slash")
        await until(pilot, lambda: footer(pilot).startswith("enter to the list  esc clear  ^p"))
        await pilot.press("escape", "enter")
        await until(pilot, lambda: footer(pilot).startswith("esc back  q quote  s step"))
    async with DeskApp(bare, TODAY).run_test() as pilot:
        await shows(pilot, "There is nothing here yet.")
        assert "open" not in footer(pilot)


# ---------------------------------------------------------------- sizes and days


async def test_columns_fold_and_a_small_terminal_asks_for_room(counter: Desk) -> None:
    async with opened(counter, (120, 40)) as pilot:
        assert "Qty" in lines(pilot, "due")[0]
        await pilot.resize_terminal(80, 24)
        await shows(pilot, "×250")
        assert "Qty" not in lines(pilot, "due")[0]
        await pilot.resize_terminal(60, 16)
        await until(pilot, lambda: "End" not in lines(pilot, "due")[0])
        # Of the footer, what there is room for, and that whole.
        assert footer(pilot) == "enter open  space select  q quote  t go to  / search"
        await shows(pilot, "Müller & Söhne")
        await pilot.resize_terminal(40, 10)
        await shows(pilot, "needs more room: 60x14", "this is 40x10")
        await pilot.resize_terminal(120, 40)
        await shows(pilot, "Qty", OLDEST)


async def test_the_cursor_stays_in_sight_when_the_terminal_shrinks(counter: Desk) -> None:
    async with opened(counter, (120, 40)) as pilot:
        await pilot.press("end")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "2027-01-30" in cursor_line(pilot))


async def test_a_screen_left_open_sees_midnight(counter: Desk) -> None:
    class Overnight(DeskApp):
        today = date(2026, 11, 24)

        @property
        def as_of(self) -> date:
            return self.today

    app = Overnight(counter)
    async with app.run_test() as pilot:
        await shows(pilot, "2026-12-06    12")
        app.today = date(2026, 11, 25)
        screen = pilot.app.screen
        assert isinstance(screen, WorklistScreen)
        screen.see_midnight()
        await shows(pilot, "2026-12-06    11")
        assert lines(pilot, "title")[0].endswith("2026-11-25")


async def test_refresh_reads_what_came_in_meanwhile(counter: Desk, tmp_path: Path) -> None:
    async with opened(counter) as pilot:
        export = tmp_path / "late.csv"
        row = "2000000000,C-2,SEP-ESS-NEW,New one,3,3,02-DEC-2025,01-DEC-2026,Symantec,M9"
        export.write_text(f"{COLUMNS}\n{row}\n", "utf-8")
        import_files(counter, [export])
        await pilot.press("down", "r")
        await shows(pilot, "31 due", "New one", "×3 due")
        assert "2026-10-10" in cursor_line(pilot)


# ---------------------------------------------------------------- what goes wrong


async def test_a_refusal_is_one_sentence_and_the_list_stays(
    counter: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = Path("notes.txt")
    wrong.write_text("no database at all" * 100, "utf-8")
    async with opened(counter) as pilot:
        app = pilot.app
        assert isinstance(app, DeskApp)
        app.desk = replace(counter, store=Store(wrong))
        await pilot.press("r")
        await shows(pilot, "! notes.txt is not a ResellerDesk database", "--db", "Brasserie")
        app.desk = counter
        await pilot.press("r")
        await hides(pilot, "is not a ResellerDesk database")


async def test_without_its_plugin_a_renewal_is_still_there(counter: Desk) -> None:
    async with DeskApp(open_desk(counter.store.path, safe=True), TODAY).run_test() as pilot:
        await shows(pilot, "fault: no plugin for family software is loaded", "30 due")
        await pilot.press("enter")
        await shows(pilot, "Renewal · ", "fault: no plugin", "certificate", "M001")


async def test_a_table_that_has_no_rows_has_no_cursor(bare: Desk) -> None:
    async with DeskApp(bare, TODAY).run_test() as pilot:
        await shows(pilot, "There is nothing here yet.")
        await pilot.press("down", "end", "pageup", "enter")
        assert pilot.app.screen.query_one(Grid).current is None
