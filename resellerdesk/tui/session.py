"""What screens and widgets ask of the app that they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol, cast

from textual.screen import Screen
from textual.widget import Widget

from resellerdesk.desk.desk import Desk
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.actions import Action
from resellerdesk.tui.keymap import Keymap


class Session(Protocol):
    """The desk, its language, its keys, and its today, which is asked anew each time."""

    desk: Desk
    translator: Translator
    keymap: Keymap

    @property
    def as_of(self) -> date: ...

    def open(self, screen: Screen[None]) -> None:
        """Goes to a screen, which is painted once it is `ready`."""

    def back(self) -> None:
        """Returns to the screen before."""

    def catch_up(self, screen: Screen[Any]) -> None:
        """Shows a screen that comes to the top what colleagues changed while it was covered."""

    def copy(self, text: str) -> None:
        """Sends a text to the terminal, to be pasted from there."""

    def ready(self) -> None:
        """Says that the screen has something to show."""


def keys_for(widget: Widget, action: Action) -> Sequence[str]:
    """The keys of an action on the desk that a widget stands on."""
    return cast(Session, widget.app).keymap.keys(action).split(",")
