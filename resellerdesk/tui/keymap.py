"""A desk's own keys (settings `keys.ACTION`): checked against everything that works beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual.keys import _character_to_key  # what Textual calls a character's key

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.settings import settings_under
from resellerdesk.tui.actions import ACTIONS, TOGETHER, Action, Place

PREFIX = "keys."
TYPED_IN = frozenset((Place.SEARCH, Place.FORM, Place.PALETTE))
"""Where letters are typed: no action there can have one."""

_NAMED = {
    "esc": "escape", "pgup": "pageup", "pgdn": "pagedown", "del": "delete", "ins": "insert",
    **{name: name for name in ("enter", "tab", "space", "up", "down", "left", "right", "home",
                               "end")},
}


@dataclass(frozen=True, slots=True)
class Keymap:
    """Keys in place of an action's own, by its name, as Textual calls them; `refused` says of
    each that cannot be, why."""

    own: Mapping[str, str]
    refused: Sequence[Text] = ()

    def keys(self, action: Action) -> str:
        return self.own.get(action.name, action.keys)


STANDARD = Keymap({})


def keymap_of(settings: Mapping[str, str]) -> Keymap:
    """The keys that settings give, by the names of actions; those that work, and why not."""
    named = {action.name: action for action in ACTIONS}
    refused: list[Text] = []
    given: dict[str, str] = {}
    for name, written in sorted(settings.items()):
        keys = [_key(word) for word in written.split()]
        if name not in named:
            refused.append(T("there is no action {name}; docs/keys.md has their names", name=name))
        elif named[name].place in TYPED_IN and any(len(word) == 1 for word in written.split()):
            refused.append(T("{name}: {keys} is typed there", name=name, keys=written))
        elif keys:
            given[name] = ",".join(keys)
    while (clash := _clash(given, named)) is not None:
        name, key, other = clash
        refused.append(T("{name}: {key} is the key of {other} already", name=name, key=key,
                         other=other))
        del given[name]
    return Keymap(given, refused)


def own_keys(desk: Desk) -> Keymap:
    """The keys of a desk."""
    try:
        return keymap_of(settings_under(desk, PREFIX))
    except Refusal:
        return STANDARD  # the screen that cannot read will say so


def refuse_keys(desk: Desk, name: str, written: str) -> None:
    """Raises Refusal where a setting of keys cannot be, beside those that there are."""
    if name.startswith(PREFIX):
        action = name.removeprefix(PREFIX)
        there = settings_under(desk, PREFIX)
        for text in keymap_of({**there, action: written}).refused:
            if text.args.get("name") == action:
                raise Refusal(text)


def _key(written: str) -> str:
    """What Textual calls a key that is written as on the screen."""
    if written in _NAMED:
        return _NAMED[written]
    if len(written) == 2 and written[0] == "^":
        return f"ctrl+{written[1]}"
    return _character_to_key(written) if len(written) == 1 else written.lower()


def _clash(given: Mapping[str, str], named: Mapping[str, Action]) -> tuple[str, str, str] | None:
    """An action with a key of its own that another has too, where both may work."""
    for name, keys in given.items():
        for other in _beside(named[name]):
            theirs = given.get(other.name, other.keys).split(",")
            for key in keys.split(","):
                if key in theirs:
                    return name, key, other.name
    return None


def _beside(action: Action) -> Iterator[Action]:
    """The other actions that may work at the same time."""
    places = {
        place for group in TOGETHER if action.place in group or action.place is Place.EVERYWHERE
        for place in (*group, Place.EVERYWHERE)
    }
    return (other for other in ACTIONS if other.place in places and other.name != action.name)
