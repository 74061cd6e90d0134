"""The search line: always there, so that opening it costs the line nothing."""

from __future__ import annotations

from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from resellerdesk.tui.actions import Place, bindings

PAUSE = 0.12
"""Seconds after the last key until the search begins."""


class Search(Input):
    """Finds as one types."""

    BINDINGS = bindings(Place.SEARCH)

    class Asked(Message):
        """Somebody typed, and paused: `text` is what to find."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """Back to the list, with what is found."""

    def __init__(self, placeholder: str, *, id: str) -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False, id=id)
        self.cursor_blink = False
        self._pause: Timer | None = None

    def watch_value(self, value: str) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, lambda: self.post_message(self.Asked(value)))

    def action_to_list(self) -> None:
        self.post_message(self.Left())

    def action_leave(self) -> None:
        self.value = ""
        self.post_message(self.Left())
