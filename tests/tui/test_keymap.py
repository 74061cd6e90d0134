"""Own keys of a desk: those that can be are, the others are refused with one line."""

from __future__ import annotations

import pytest

from resellerdesk.core.profile import find_setting, what_would_work
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.settings import set_settings
from resellerdesk.tui.actions import ACTIONS, Action
from resellerdesk.tui.app import DeskApp
from resellerdesk.tui.keymap import _key, keymap_of, refuse_keys
from resellerdesk.tui.keys import key_names

from tui.counter import TODAY
from tui.looking import by_end, hides, lines, screen_text, shows


def fits(written: str) -> bool:
    setting = find_setting("keys.worklist.fold")
    assert setting is not None
    return what_would_work(setting, written) is None


@pytest.mark.parametrize("written", ["f", "F", "F5", "^k", "? !", "pgup ^n", "esc", "space", "F12"])
def test_keys_that_terminals_hand_on(written: str) -> None:
    assert fits(written)


@pytest.mark.parametrize(
    "written", ["^a", "^b", "^c", "^h", "^i", "^j", "^m", "^q", "^s", "^z", "^[", "alt+x", "ctrl+k",
                "F13", "ü", "ff", "f,g", " f"],
)
def test_keys_that_they_keep_or_cannot_tell_are_refused(written: str) -> None:
    assert not fits(written)


@pytest.mark.parametrize("action", [a for a in ACTIONS if "shift" not in a.keys], ids=str)
def test_every_key_is_written_as_the_screen_shows_it(action: Action) -> None:
    """What the page says of an action's keys, given as its own, is what it has."""
    arrows = {"↑": "up", "↓": "down"}
    names = [arrows.get(name, name) for name in key_names(action.keys).split()]
    assert [_key(name) for name in names] == action.keys.split(",")


@pytest.mark.parametrize(
    ("settings", "own", "refused"),
    [
        ({}, {}, []),
        ({"worklist.fold": "F5"}, {"worklist.fold": "f5"}, []),
        ({"worklist.fold": "% ^k"}, {"worklist.fold": "percent_sign,ctrl+k"}, []),
        ({"worklist.fold": ""}, {}, []),
        # Two actions change their keys with each other.
        ({"worklist.fold": "r", "worklist.refresh": "p"},
         {"worklist.fold": "r", "worklist.refresh": "p"}, []),
        ({"worklist.fold": "r"}, {},
         ["worklist.fold: r is the key of worklist.refresh already"]),
        ({"worklist.fold": "j"}, {},
         ["worklist.fold: j is the key of table.cursor_down already"]),
        ({"everywhere.help": "w"}, {}, ["everywhere.help: w is the key of builder.store already"]),
        ({"worklist.fodl": "z"}, {},
         ["there is no action worklist.fodl; docs/keys.md has their names"]),
        ({"search.leave": "x"}, {}, ["search.leave: x is typed there"]),
        ({"search.leave": "F5"}, {"search.leave": "f5"}, []),
        # A key that is free on a screen may be another's elsewhere.
        ({"renewal.note": "w"}, {"renewal.note": "w"}, []),
    ],
)
def test_only_what_is_clear_is_taken(
    settings: dict[str, str], own: dict[str, str], refused: list[str]
) -> None:
    keymap = keymap_of(settings)
    assert keymap.own == own
    assert [str(text) for text in keymap.refused] == refused


async def test_they_work_and_are_shown_in_place_of_the_others(counter: Desk) -> None:
    set_settings(counter, {"keys.worklist.fold": "F5", "keys.worklist.quote": "^g",
                           "keys.search.leave": "F6"})
    async with DeskApp(counter, TODAY).run_test() as pilot:
        await by_end(pilot)
        assert "^g quote" in lines(pilot, "footer")[0]
        await shows(pilot, "software:1000000001")
        await pilot.press("p")
        await pilot.press("f5")
        await hides(pilot, "software:1000000001")
        await pilot.press("slash", *"lenoir")
        await shows(pilot, "2 due")
        await pilot.press("f6")
        await shows(pilot, "30 due")
        await pilot.press("question_mark")
        await shows(pilot, "f5          Fold the preview")


async def test_what_is_refused_is_said_once_and_the_desk_opens(counter: Desk) -> None:
    set_settings(counter, {"keys.worklist.fold": "r"})
    async with DeskApp(counter, TODAY).run_test() as pilot:
        await shows(pilot, "! worklist.fold: r is the key of worklist.refresh already")
        await pilot.press("p")
        await pilot.press("r")
        await hides(pilot, "already")
        assert "30 due" in screen_text(pilot)


def test_a_screen_can_refuse_them_before_they_are_set(counter: Desk) -> None:
    refuse_keys(counter, "keys.worklist.fold", "F5")
    refuse_keys(counter, "reseller.name", "r")
    with pytest.raises(Refusal, match=r"is the key of worklist\.refresh already"):
        refuse_keys(counter, "keys.worklist.fold", "r")
