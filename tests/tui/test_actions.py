"""One registry feeds keys, footer, palette, help and docs/keys.md."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from resellerdesk.cli.main import cli
from resellerdesk.core.text import Text
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.actions import (
    ACTIONS,
    PLACES,
    TOGETHER,
    Action,
    Place,
    actions_of,
    command_of,
)
from resellerdesk.tui.keymap import STANDARD
from resellerdesk.tui.keys import key_names
from resellerdesk.tui.lines import cells
from resellerdesk.tui.pages.help import help_lines
from resellerdesk.tui.widgets.footer import MOST, footer_actions, footer_line

ENGLISH = Translator("en")
TAKEN = {f"ctrl+{key}" for key in "abhijmsz["} | {"ctrl+enter", "ctrl+c"}
"""What terminals and multiplexers keep for themselves or cannot tell from another key."""


def test_every_action_has_a_name_of_its_own() -> None:
    names = [action.name for action in ACTIONS]
    assert len(set(names)) == len(names)


ONE_AFTER_THE_OTHER = {
    ("help.back", "everywhere.help"),  # in help, `?` goes back instead of opening help once more
    ("bulk.stop", "bulk.back"),        # what runs is stopped, what has ended is left
}
"""Actions that share a key and never work at the same time."""


def test_every_place_is_among_those_that_are_checked_together() -> None:
    assert {place for places in TOGETHER for place in places} | {Place.EVERYWHERE} == set(Place)
    assert set(PLACES) == set(Place)


@pytest.mark.parametrize("places", TOGETHER, ids="-".join)
def test_no_key_means_two_things_in_one_place(places: tuple[Place, ...]) -> None:
    seen: dict[str, str] = {}
    for place in (*places, Place.EVERYWHERE):
        for action in actions_of(place):
            for key in action.keys.split(","):
                nearer = seen.setdefault(key, action.name)
                assert nearer == action.name or (nearer, action.name) in ONE_AFTER_THE_OTHER


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
    lines = help_lines(ENGLISH, STANDARD, (), 80)
    text = "\n".join("".join(run.text for run in each) for each in lines)
    for action in ACTIONS:
        assert re.search(rf"^ *{re.escape(key_names(action.keys))} +{action.label.message}$", text,
                         re.MULTILINE)


# ---------------------------------------------------------------- commands that do the same


def action(command: str) -> Action:
    return Action("x", Place.WORKLIST, "x", Text("x"), command=command)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("quotes", "resellerdesk quotes"),
        ("show {ref}", "resellerdesk show software:1"),
        ("quote {refs}", "resellerdesk quote software:1 'a b;rm -rf'"),
        ("assign {refs} --to USER", "resellerdesk assign software:1 'a b;rm -rf' --to USER"),
        ("explain {number}", None),  # the screen is about no quote
        ("due --search {search}", None),
        ("", None),
    ],
)
def test_a_command_is_filled_with_what_the_screen_is_about(
    template: str, said: str | None
) -> None:
    facts = {"ref": ["software:1"], "refs": ["software:1", "a b;rm -rf"], "search": []}
    assert command_of(action(template), facts) == said


@pytest.mark.parametrize(
    "shown", [each for each in ACTIONS if each.command], ids=lambda each: str(each.name)
)
def test_every_command_is_one_that_there_is(shown: Action) -> None:
    """With options that it has, and all those that it wants."""
    name, *words = shown.command.split()
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    options = {name: option for option in command.params if isinstance(option, click.Option)
               for name in option.opts}
    given = {word for word in words if word.startswith("--")}
    assert given <= set(options)
    wanted = {option.opts[0] for option in options.values() if option.required}
    assert wanted <= given


# ---------------------------------------------------------------- the page


def documented() -> list[tuple[str, ...]]:
    """Place, keys, meaning and name of each row of docs/keys.md."""
    page = (Path(__file__).parents[2] / "docs" / "keys.md").read_text("utf-8")
    found, place = [], ""
    for row in page.splitlines():
        if row.startswith("## "):
            place = row.removeprefix("## ")
        elif cells_ := re.match(r"\| `(.+)` \| (.+) \| `(.+)` \|$", row):
            found.append((place, *cells_.groups()))
    return found


def as_documented(action: Action) -> tuple[str, ...]:
    title = PLACES[action.place].message
    keys = "` `".join(key_names(action.keys).split())
    return title, keys, action.label.message, action.name


def test_the_page_on_keys_says_what_the_registry_says() -> None:
    assert documented() == [as_documented(a) for place in PLACES for a in actions_of(place)]
