"""The palette's line: letters narrow the list, other keys are the palette's own."""

from __future__ import annotations

from collections.abc import Callable

from textual.events import Key
from textual.widgets import Input

from resellerdesk.tui.actions import Place, actions_of
from resellerdesk.tui.session import keys_for


class Finder(Input):
    """`press` is called with the id of an action of the palette, in the order of the keys."""

    def __init__(self, press: Callable[[str], None], *, id: str) -> None:  # noqa: A002
        super().__init__(compact=True, select_on_focus=False, id=id)
        self.cursor_blink = False
        self._press = press

    def on_key(self, event: Key) -> None:
        for action in actions_of(Place.PALETTE):
            if event.key in keys_for(self, action):
                event.stop()
                event.prevent_default()
                self._press(action.id)
