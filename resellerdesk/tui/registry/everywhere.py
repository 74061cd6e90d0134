"""Forms, lists to choose from, pages, help, and what works on every screen."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.text import T
from resellerdesk.tui.registry.action import Action, moves
from resellerdesk.tui.registry.place import Place

ACTIONS: Sequence[Action] = (
    Action("enter", Place.FORM, "enter", T("To the next field; after the last, do it"), T("next")),
    Action("do", Place.FORM, "ctrl+o", T("Do it"), T("do it")),
    Action("next", Place.FORM, "down,tab", T("To the next field")),
    Action("previous", Place.FORM, "up,shift+tab", T("To the field before")),
    Action("copy", Place.FORM, "ctrl+y", T("Copy the command that does the same")),
    Action("leave", Place.FORM, "escape", T("Leave it; what was typed is kept"), T("leave")),
    Action("choose", Place.PICK, "enter", T("Take it"), T("take it")),
    Action("back", Place.PICK, "escape", T("Back, choosing nothing"), T("back")),
    Action("run", Place.PALETTE, "enter", T("Do it"), T("do it")),
    Action("copy", Place.PALETTE, "ctrl+y", T("Copy the command that does the same"),
           T("copy command")),
    Action("up", Place.PALETTE, "up", T("One row up")),
    Action("down", Place.PALETTE, "down", T("One row down")),
    Action("back", Place.PALETTE, "escape", T("Back"), T("back")),
    moves(Place.PAGE, "line_up", "up,k", T("One line up")),
    moves(Place.PAGE, "line_down", "down,j", T("One line down")),
    moves(Place.PAGE, "page_up", "pageup", T("One page up")),
    moves(Place.PAGE, "page_down", "pagedown,space", T("One page down")),
    moves(Place.PAGE, "first", "home,g", T("To the top")),
    moves(Place.PAGE, "last", "end,G", T("To the bottom")),
    Action("back", Place.HELP, "escape,question_mark", T("Back to where you were"), T("back")),
    Action("help", Place.EVERYWHERE, "question_mark", T("Show all keys"), T("help")),
    Action("command_palette", Place.EVERYWHERE, "ctrl+p", T("Find an action by its name"),
           T("palette"), in_palette=False),
    Action("redraw", Place.EVERYWHERE, "ctrl+l", T("Paint the screen again")),
    Action("quit", Place.EVERYWHERE, "ctrl+q", T("Leave the desk"), T("quit")),
)
