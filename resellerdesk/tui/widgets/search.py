"""The search line: always there, so that opening it costs the line nothing."""

from __future__ import annotations

from collections.abc import Callable

from textual.events import Key
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from resellerdesk.tui.actions import Place, actions_of, bindings
from resellerdesk.tui.session import keys_for

PAUSE = 0.12
"""Seconds after the last key until the search begins."""


class Search(Input):
    """Finds as one types; `leave` is called, at once, to go back to the list."""

    BINDINGS = bindings(Place.SEARCH)

    class Asked(Message):
        """Somebody typed, and paused."""

    def __init__(self, placeholder: str, leave: Callable[[], None], *, id: str) -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False, id=id)
        self.cursor_blink = False
        self._go_back = leave
        self._pause: Timer | None = None

    def watch_value(self, value: str) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, lambda: self.post_message(self.Asked()))

    def on_key(self, event: Key) -> None:
        """Takes its keys in the order in which they were typed; those that were meant for the
        list, but came before it had the focus, are passed on."""
        if self.screen.focused is not self:
            self._taken(event)
            self.app.simulate_key(event.key)
            return
        for action in actions_of(Place.SEARCH):
            if event.key in keys_for(self, action):
                self._taken(event)
                getattr(self, f"action_{action.id}")()

    def _taken(self, event: Key) -> None:
        event.stop()
        event.prevent_default()

    def action_to_list(self) -> None:
        self._go_back()

    def action_leave(self) -> None:
        self.value = ""
        self._go_back()
