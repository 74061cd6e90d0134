"""One registry feeds keys, footer, palette, help and docs/keys.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from resellerdesk.translation.translate import Translator
from resellerdesk.tui.actions import ACTIONS, PLACES, Action, Place, actions_of
from resellerdesk.tui.keys import key_names
from resellerdesk.tui.lines import cells
from resellerdesk.tui.pages.help import help_lines
from resellerdesk.tui.widgets.footer import MOST, footer_actions, footer_line

ENGLISH = Translator("en")
TOGETHER = [
    (Place.TABLE, Place.WORKLIST), (Place.SEARCH,), (Place.PAGE, Place.RENEWAL),
    (Place.PAGE, Place.HELP),
]
"""Places whose actions work at the same time, the nearer first; others work everywhere."""

TAKEN = {f"ctrl+{key}" for key in "abhijmsz["} | {"ctrl+enter", "ctrl+c"}
"""What terminals and multiplexers keep for themselves or cannot tell from another key."""


def test_every_action_has_a_name_of_its_own() -> None:
    names = [action.name for action in ACTIONS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("places", TOGETHER, ids="-".join)
def test_no_key_means_two_things_in_one_place(places: tuple[Place, ...]) -> None:
    seen: dict[str, str] = {}
    for place in (*places, Place.EVERYWHERE):
        for action in actions_of(place):
            for key in action.keys.split(","):
                nearer = seen.setdefault(key, action.name)
                # In help, `?` goes back instead of opening help once more.
                assert nearer == action.name or (nearer, action.id) == ("help.back", "help")


def test_no_key_is_one_that_terminals_keep_for_themselves() -> None:
    keys = {key for action in ACTIONS for key in action.keys.split(",")}
    assert not keys & TAKEN
    assert not [key for key in keys if key.startswith(("alt+", "ctrl+shift+"))]


def test_q_does_not_quit() -> None:
    [quitting] = [action for action in ACTIONS if action.id == "quit"]
    assert quitting.keys == "ctrl+q"


@pytest.mark.parametrize("places", TOGETHER, ids="-".join)
def test_the_footer_has_seven_keys_at_most_and_fits_80_cells(places: tuple[Place, ...]) -> None:
    """Also where every action of the place works at once."""
    works = [action.name for place in (*places, Place.EVERYWHERE) for action in actions_of(place)]
    shown = footer_actions(works)
    assert 0 < len(shown) <= MOST
    assert cells(footer_line(shown, ENGLISH)) <= 80


def test_help_lists_every_action() -> None:
    text = "\n".join("".join(run.text for run in each) for each in help_lines(ENGLISH, 80))
    for action in ACTIONS:
        assert re.search(rf"^ *{re.escape(key_names(action.keys))} +{action.label.message}$", text,
                         re.MULTILINE)


def documented() -> list[tuple[str, str, str]]:
    """Place, keys and meaning of each row of docs/keys.md."""
    page = (Path(__file__).parents[2] / "docs" / "keys.md").read_text("utf-8")
    found, place = [], ""
    for row in page.splitlines():
        if row.startswith("## "):
            place = row.removeprefix("## ")
        elif cells_ := re.match(r"\| `(.+)` \| (.+) \|$", row):
            found.append((place, cells_[1], cells_[2]))
    return found


def as_documented(action: Action) -> tuple[str, str, str]:
    title = PLACES[action.place].message
    return title, "` `".join(key_names(action.keys).split()), action.label.message


def test_the_page_on_keys_says_what_the_registry_says() -> None:
    assert documented() == [as_documented(a) for place in PLACES for a in actions_of(place)]
