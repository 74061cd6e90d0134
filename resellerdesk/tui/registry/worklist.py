"""The worklist, and what stands in every table."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.text import T
from resellerdesk.tui.registry.action import Action, moves
from resellerdesk.tui.registry.place import Place

ACTIONS: Sequence[Action] = (
    Action("open", Place.WORKLIST, "enter", T("Open the renewal"), T("open"), command="show {ref}"),
    Action("mark", Place.WORKLIST, "space", T("Select it, or not; go on to the next"),
           T("select")),
    Action("quote", Place.WORKLIST, "q", T("Quote it, or the selection, one for each customer"),
           T("quote"), command="quote {refs}"),
    Action("step", Place.WORKLIST, "s", T("Take a step, with it or the selection"),
           command="advance {refs} STEP"),
    Action("assign", Place.WORKLIST, "a", T("Give it, or the selection, to a colleague"),
           command="assign {refs} --to USER"),
    Action("follow", Place.WORKLIST, "f", T("Set a day to come back to it, or the selection"),
           command="follow {refs} --on DATE --text TEXT"),
    Action("go", Place.WORKLIST, "t", T("To quotes, orders, customers, settings..."), T("go to")),
    Action("quotes", Place.WORKLIST, "Q", T("The quotes"), command="quotes"),
    Action("import", Place.WORKLIST, "i", T("Import files"), command="import FILE"),
    Action("search", Place.WORKLIST, "slash", T("Search names, references and products"),
           T("search"), command="due --search {search}"),
    Action("views", Place.WORKLIST, "v", T("Another view; saved ones"), T("views")),
    Action("sort", Place.WORKLIST, "S", T("Another order, or turn it around")),
    Action("clear", Place.WORKLIST, "escape", T("Clear the search, then the selection"),
           T("clear")),
    Action("mark_all", Place.WORKLIST, "A", T("Select all that are shown")),
    Action("turn_marks", Place.WORKLIST, "I", T("Select the others of what is shown")),
    Action("fold", Place.WORKLIST, "p", T("Fold the preview, or show it")),
    Action("refresh", Place.WORKLIST, "r", T("Read the list again"), command="due"),
    moves(Place.TABLE, "cursor_up", "up,k", T("One row up")),
    moves(Place.TABLE, "cursor_down", "down,j", T("One row down")),
    moves(Place.TABLE, "page_up", "pageup", T("One page up")),
    moves(Place.TABLE, "page_down", "pagedown", T("One page down")),
    moves(Place.TABLE, "first", "home,g", T("To the first row")),
    moves(Place.TABLE, "last", "end,G", T("To the last row")),
    Action("to_list", Place.SEARCH, "enter,down", T("To what was found"), T("to the list")),
    Action("leave", Place.SEARCH, "escape", T("Leave the search and clear it"), T("clear")),
)
