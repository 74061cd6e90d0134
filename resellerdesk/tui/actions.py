"""The registry of actions: what can be done, by which key, and where.

Keys, footer, palette, help, docs/keys.md and "copy as command" are all made from it; the actions
stand in registry/, a file for each group of screens.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding, BindingType

from resellerdesk.tui.registry import everywhere, others, quotes, renewal, worklist
from resellerdesk.tui.registry.action import Action, Facts, command_of
from resellerdesk.tui.registry.place import PLACES, TOGETHER, Place

__all__ = [
    "ACTIONS", "PLACES", "TOGETHER", "Action", "Facts", "Place", "actions_of", "bindings",
    "command_of",
]

ACTIONS: Sequence[Action] = (
    *worklist.ACTIONS, *renewal.ACTIONS, *quotes.ACTIONS, *others.ACTIONS, *everywhere.ACTIONS,
)


def actions_of(place: Place) -> Sequence[Action]:
    return [action for action in ACTIONS if action.place is place]


def bindings(place: Place) -> list[BindingType]:
    """The actions of a place as Textual's bindings, each under its own id.

    They have priority: so each is done before the next key is looked at, and what somebody types
    ahead of a slow line reaches what it was meant for. Textual hands other keys to whatever has
    the focus when they arrive. In a search line or a form they wait for the letters before them.
    """
    return [
        Binding(
            action.keys, action.id, action.label.message, id=action.name, show=False,
            priority=place not in (Place.SEARCH, Place.FORM),
        )
        for action in actions_of(place)
    ]
