"""One thing that can be done, and the command that does the same."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resellerdesk.core.text import Text
from resellerdesk.tui.registry.place import Place

_NOT_SHOWN = Text("")

Facts = Mapping[str, Sequence[str]]
"""What a screen is about, by the names that commands have for it: `ref`, `number`, ..."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    `id` names the method `action_<id>` that does it; `keys` are Textual's names of keys that all
    do the same, the first of them shown; `short` is its word in the footer, empty where the
    footer leaves it out. `command` is what does the same on the command line, with {facts} of
    the screen and, in capitals, what is asked for; empty where there is none.
    """

    id: str
    place: Place
    keys: str
    label: Text
    short: Text = _NOT_SHOWN
    command: str = ""
    in_palette: bool = True

    @property
    def name(self) -> str:
        """Unique, and what a user's own keys name."""
        return f"{self.place}.{self.id}"


def moves(place: Place, id_: str, keys: str, label: Text) -> Action:
    """What only moves about: the palette leaves it out."""
    return Action(id_, place, keys, label, in_palette=False)


def command_of(action: Action, facts: Facts) -> str | None:
    """The command that does the same, ready for a shell; None where there is none, or where the
    screen does not know a fact that it needs."""
    if not action.command:
        return None
    words = ["resellerdesk"]
    for word in action.command.split():
        named = re.fullmatch(r"\{(\w+)\}", word)
        if named is None:
            words.append(word)
        elif not facts.get(named[1]):
            return None
        else:
            words += [shlex.quote(value) for value in facts[named[1]]]
    return " ".join(words)
