"""One renewal, and what is done with many."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.text import T
from resellerdesk.tui.registry.action import Action
from resellerdesk.tui.registry.place import Place

ACTIONS: Sequence[Action] = (
    Action("back", Place.RENEWAL, "escape", T("Back to the list"), T("back")),
    Action("quote", Place.RENEWAL, "q", T("Make a quote"), T("quote"), command="quote {ref}"),
    Action("step", Place.RENEWAL, "s", T("Take a step of its workflow"), T("step"),
           command="advance {ref} STEP"),
    Action("undo", Place.RENEWAL, "u", T("Take the last step back"), T("undo"),
           command="undo {ref}"),
    Action("note", Place.RENEWAL, "n", T("Write a note"), T("note"), command="note {ref} TEXT"),
    Action("follow", Place.RENEWAL, "f", T("Set a day to come back to it"),
           command="follow {ref} --on DATE --text TEXT"),
    Action("assign", Place.RENEWAL, "a", T("Give it to a colleague"),
           command="assign {ref} --to USER"),
    Action("refresh", Place.RENEWAL, "r", T("Read the renewal again"), command="show {ref}"),
    Action("copy", Place.BULK, "ctrl+y", T("Copy the command that does the same")),
    Action("stop", Place.BULK, "escape", T("Stop after the one under way"), T("stop")),
    Action("back", Place.BULK, "escape", T("Back to the list"), T("back")),
)
