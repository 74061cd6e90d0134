"""The registry of actions: what can be done, by which key, and where.

Keys, footer, palette, help and docs/keys.md are all made from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType

from resellerdesk.core.text import T, Text


class Place(StrEnum):
    """Where an action applies: a screen, or the part of it that has the focus."""

    EVERYWHERE = "everywhere"
    WORKLIST = "worklist"
    TABLE = "table"
    SEARCH = "search"
    RENEWAL = "renewal"
    FORM = "form"
    PICK = "pick"
    HELP = "help"
    PAGE = "page"


PLACES: dict[Place, Text] = {
    Place.WORKLIST: T("Worklist"),
    Place.TABLE: T("In a table"),
    Place.SEARCH: T("In the search line"),
    Place.RENEWAL: T("Renewal"),
    Place.FORM: T("In a form"),
    Place.PICK: T("Choosing from a list"),
    Place.PAGE: T("On a page"),
    Place.HELP: T("Help"),
    Place.EVERYWHERE: T("Everywhere"),
}


_NOT_SHOWN = Text("")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    `id` names the method `action_<id>` that does it; `keys` are Textual's names of keys that all
    do the same, the first of them shown; `short` is its word in the footer, empty where the
    footer leaves it out. What only moves about is no `command`: the palette leaves it out.
    """

    id: str
    place: Place
    keys: str
    label: Text
    short: Text = _NOT_SHOWN
    command: bool = True

    @property
    def name(self) -> str:
        """Unique, and what a user's own keys will name."""
        return f"{self.place}.{self.id}"


def _moves(place: Place, id_: str, keys: str, label: Text) -> Action:
    return Action(id_, place, keys, label, command=False)


ACTIONS: Sequence[Action] = (
    Action("open", Place.WORKLIST, "enter", T("Open the renewal"), T("open")),
    Action("search", Place.WORKLIST, "slash", T("Search names, references and products"),
           T("search")),
    Action("clear", Place.WORKLIST, "escape", T("Clear the search"), T("clear")),
    Action("fold", Place.WORKLIST, "p", T("Fold the preview, or show it"), T("preview")),
    Action("refresh", Place.WORKLIST, "r", T("Read the list again"), T("refresh")),
    _moves(Place.TABLE, "cursor_up", "up,k", T("One row up")),
    _moves(Place.TABLE, "cursor_down", "down,j", T("One row down")),
    _moves(Place.TABLE, "page_up", "pageup", T("One page up")),
    _moves(Place.TABLE, "page_down", "pagedown", T("One page down")),
    _moves(Place.TABLE, "first", "home,g", T("To the first row")),
    _moves(Place.TABLE, "last", "end,G", T("To the last row")),
    Action("to_list", Place.SEARCH, "enter,down", T("To what was found"), T("to the list")),
    Action("leave", Place.SEARCH, "escape", T("Leave the search and clear it"), T("clear")),
    Action("back", Place.RENEWAL, "escape", T("Back to the list"), T("back")),
    Action("quote", Place.RENEWAL, "q", T("Make a quote"), T("quote")),
    Action("step", Place.RENEWAL, "s", T("Take a step of its workflow"), T("step")),
    Action("undo", Place.RENEWAL, "u", T("Take the last step back"), T("undo")),
    Action("note", Place.RENEWAL, "n", T("Write a note"), T("note")),
    Action("follow", Place.RENEWAL, "f", T("Set a day to come back to it")),
    Action("assign", Place.RENEWAL, "a", T("Give it to a colleague")),
    Action("refresh", Place.RENEWAL, "r", T("Read the renewal again")),
    Action("enter", Place.FORM, "enter", T("To the next field; after the last, do it"), T("next")),
    Action("do", Place.FORM, "ctrl+o", T("Do it"), T("do it")),
    Action("next", Place.FORM, "down,tab", T("To the next field")),
    Action("previous", Place.FORM, "up,shift+tab", T("To the field before")),
    Action("leave", Place.FORM, "escape", T("Leave it; what was typed is kept"), T("leave")),
    Action("choose", Place.PICK, "enter", T("Take it"), T("take it")),
    Action("back", Place.PICK, "escape", T("Back, choosing nothing"), T("back")),
    _moves(Place.PAGE, "line_up", "up,k", T("One line up")),
    _moves(Place.PAGE, "line_down", "down,j", T("One line down")),
    _moves(Place.PAGE, "page_up", "pageup", T("One page up")),
    _moves(Place.PAGE, "page_down", "pagedown,space", T("One page down")),
    _moves(Place.PAGE, "first", "home,g", T("To the top")),
    _moves(Place.PAGE, "last", "end,G", T("To the bottom")),
    Action("back", Place.HELP, "escape,question_mark", T("Back to where you were"), T("back")),
    Action("help", Place.EVERYWHERE, "question_mark", T("Show all keys"), T("help")),
    Action("command_palette", Place.EVERYWHERE, "ctrl+p", T("Find an action by its name"),
           T("palette"), command=False),
    Action("redraw", Place.EVERYWHERE, "ctrl+l", T("Paint the screen again")),
    Action("quit", Place.EVERYWHERE, "ctrl+q", T("Leave the desk"), T("quit")),
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
