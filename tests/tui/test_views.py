"""Views in the terminal: another one, another order, a selection, and any number of rows."""

from __future__ import annotations

import pytest

from resellerdesk.desk import viewing
from resellerdesk.desk.assigning import assign, follow
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.settings import set_settings
from resellerdesk.desk.views import views
from resellerdesk.tui.app import DeskApp
from resellerdesk.tui.widgets.grid import MARK

from tui.counter import TODAY
from tui.looking import Screen, by_end, cursor_line, hides, lines, shows, until


def rows(pilot: Screen) -> list[str]:
    """The table's visible rows."""
    return [line for line in lines(pilot, "due")[1:] if line]


def marked(pilot: Screen) -> int:
    return sum(row.startswith(MARK) for row in rows(pilot))


async def picks(pilot: Screen, title: str) -> None:
    """Goes down to an entry of the list that is open, and takes it."""
    for _ in range(20):
        if cursor_line(pilot).startswith(title):
            break
        await pilot.press("down")
    assert cursor_line(pilot).startswith(title)
    await pilot.press("enter")


class TestOrder:
    async def test_home_is_ordered_by_what_is_at_stake(self, counter: Desk) -> None:
        set_settings(counter, {"currency.reporting": "EUR", "currency.rate.GBP": "1.17",
                               "currency.rate.JPY": "0.0061"})
        async with DeskApp(counter, TODAY).run_test(size=(120, 40)) as pilot:
            await shows(pilot, "30 due · ≈ 12,095,043.26 EUR at stake")
            found = [row[20:29].strip() for row in rows(pilot)[:4]]
            assert found == ["Harbour T", "Smith, Jo", "Clinique", "株式会社さくら商事"]

    async def test_a_chosen_order_begins_at_its_first_row_and_turns_around(
        self, counter: Desk
    ) -> None:
        async with DeskApp(counter, TODAY).run_test() as pilot:
            await by_end(pilot)
            assert "2024-10-31" in cursor_line(pilot)
            await pilot.press("S")
            await picks(pilot, "by end")
            await shows(pilot, "End ▴")
            assert "2027-01-30" in cursor_line(pilot)
            await pilot.press("S")
            await picks(pilot, "by customer")
            await shows(pilot, "Customer ▾")
            assert "Brasserie" in cursor_line(pilot)

    async def test_what_was_to_be_followed_up_by_now_stands_first(self, counter: Desk) -> None:
        follow(counter, "software:1000000021", TODAY, "call the new buyer")
        async with DeskApp(counter, TODAY).run_test() as pilot:
            await shows(pilot, "▾ Value", "Stadtwerke")
            assert rows(pilot)[0].strip().startswith("» 2027-01-19")


class TestViews:
    async def test_what_i_own_comes_first_once_i_own_something(self, counter: Desk) -> None:
        assign(counter, "software:1000000003", "marie")
        async with DeskApp(counter, TODAY).run_test() as pilot:
            await shows(pilot, "Worklist · mine · 1 due · 1,125.00 EUR at stake")
            await pilot.press("v")
            await shows(pilot, "Views", "of these, what I look after")
            assert cursor_line(pilot).startswith("mine")
            await pilot.press("up", "enter")
            await shows(pilot, "Worklist · 30 due")

    async def test_an_empty_view_says_where_there_is_more(self, counter: Desk) -> None:
        async with DeskApp(counter, TODAY).run_test() as pilot:
            await shows(pilot, "30 due")
            await pilot.press("v")
            await shows(pilot, "waiting for approval")
            await picks(pilot, "waiting for approval")
            await shows(pilot, "Worklist · waiting for approval · 0 due", "This view is empty.")

    async def test_a_view_is_saved_with_its_search_and_dropped_again(self, counter: Desk) -> None:
        async with DeskApp(counter, TODAY).run_test() as pilot:
            await by_end(pilot)
            await pilot.press("slash", *"lenoir", "enter")
            await shows(pilot, "2 due")
            await pilot.press("v")
            await shows(pilot, "save as...")
            await picks(pilot, "save as...")
            await shows(pilot, "Save this view", "for me alone")
            await pilot.press(*"brewers", "enter", "right", "enter")
            await shows(pilot, "Worklist · brewers · 2 due", "brewers is saved; v has it")
            [saved] = [view for view in views(counter) if view.owner]
            assert (saved.title, saved.query.search, saved.shared) == ("brewers", "lenoir", True)
            await pilot.press("escape")
            await shows(pilot, "30 due")
            await pilot.press("v")
            await shows(pilot, "my own, shared")
            await picks(pilot, "brewers")
            await shows(pilot, "Worklist · brewers · 2 due", "End ▾")
            await pilot.press("v")
            await shows(pilot, "drop brewers")
            await picks(pilot, "drop brewers")
            await shows(pilot, "Worklist · 30 due")
            assert not [view for view in views(counter) if view.owner]


class TestSelection:
    async def test_it_survives_search_and_order(self, counter: Desk) -> None:
        async with DeskApp(counter, TODAY).run_test() as pilot:
            await by_end(pilot)
            await pilot.press("space", "space", "down", "space")
            await shows(pilot, "3 selected")
            assert [row[0] for row in rows(pilot)[:5]] == [MARK, MARK, " ", MARK, " "]
            await pilot.press("slash", *"lenoir", "enter")
            await shows(pilot, "2 due · 3 selected")
            assert marked(pilot) == 1
            await pilot.press("S")
            await picks(pilot, "by customer")
            await shows(pilot, "Customer ▾", "3 selected")
            await pilot.press("escape")
            await shows(pilot, "30 due · 3 selected")
            await pilot.press("escape")
            await hides(pilot, "selected")
            assert marked(pilot) == 0

    async def test_all_that_are_shown_and_the_others(self, counter: Desk) -> None:
        async with DeskApp(counter, TODAY).run_test() as pilot:
            await by_end(pilot)
            await pilot.press("slash", *"lenoir", "enter")
            await shows(pilot, "2 due")
            await pilot.press("A")
            await shows(pilot, "2 due · 2 selected")
            await pilot.press("escape")
            await shows(pilot, "30 due · 2 selected")
            await pilot.press("I")
            await shows(pilot, "30 due · 28 selected")


class TestAnyNumberOfRows:
    """Rows that are read as they are looked at: here the first five at once, the others later."""

    @pytest.fixture(autouse=True)
    def small_window(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(viewing, "WINDOW", 5)

    async def test_each_is_there_when_it_is_looked_at(self, counter: Desk) -> None:
        async with DeskApp(counter, TODAY).run_test() as pilot:
            await by_end(pilot)
            await shows(pilot, "30 due")
            await pilot.press("end")
            await until(pilot, lambda: "2027-01-30" in cursor_line(pilot))
            assert len(rows(pilot)) == 15
            await pilot.press("pageup", "up")
            await until(pilot, lambda: "2027-01-14" in cursor_line(pilot))
            await pilot.press("home")
            await until(pilot, lambda: "2024-10-31" in cursor_line(pilot))

    async def test_keys_count_while_rows_are_on_their_way(self, counter: Desk) -> None:
        async with DeskApp(counter, TODAY).run_test(size=(80, 16)) as pilot:
            await by_end(pilot)
            await shows(pilot, "30 due")
            await pilot.press("end", "up", "up", "space", "home", "down", "enter")
            await shows(pilot, "Renewal · software:1000000002")
            await pilot.press("escape")
            await shows(pilot, "1 selected")
            await pilot.press("end")
            await until(pilot, lambda: "2027-01-30" in cursor_line(pilot))
            assert [row[0] for row in rows(pilot)[-3:]] == [MARK, " ", " "]

    async def test_the_order_is_that_of_values_worked_out_meanwhile(self, counter: Desk) -> None:
        async with DeskApp(counter, TODAY).run_test(size=(120, 40)) as pilot:
            # Of the first five by their ends values are known at once, of the others later.
            await shows(pilot, "25,179.60 EUR, 10,313,190.09 GBP")
            await hides(pilot, "not worked out yet")
            assert "7,800.00 EUR" in rows(pilot)[0]
            assert "no price EUR" in rows(pilot)[-1]


class TestAtTheLeft:
    """Where there is room the views stand beside the table, which loses no column to them."""

    async def test_they_are_shown_with_the_one_that_is_looked_at(self, counter: Desk) -> None:
        async with DeskApp(counter, TODAY).run_test(size=(150, 40)) as pilot:
            await shows(pilot, "30 due", "Owner", "▾ Value", "7,800.00 EUR", "» due", "overdue",
                        "quotes expiring")
            await pilot.click("#views", offset=(4, 3))
            await shows(pilot, "Worklist · overdue · 4 due", "» overdue")
            await pilot.resize_terminal(120, 40)
            await hides(pilot, "quotes expiring")
            await shows(pilot, "Owner", "Worklist · overdue · 4 due")

    async def test_one_that_is_saved_joins_them(self, counter: Desk) -> None:
        async with DeskApp(counter, TODAY).run_test(size=(150, 40)) as pilot:
            await by_end(pilot)
            await pilot.press("v")
            await shows(pilot, "save as...")
            await picks(pilot, "save as...")
            await shows(pilot, "Save this view")
            await pilot.press(*"[b]x", "ctrl+o")
            await shows(pilot, "» [b]x")
