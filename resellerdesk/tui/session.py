"""What screens and widgets ask of the app that they stand in."""

from __future__ import annotations

from datetime import date
from typing import Any, Protocol

from textual.screen import Screen

from resellerdesk.desk.desk import Desk
from resellerdesk.translation.translate import Translator


class Session(Protocol):
    """The desk, its language, and its today, which is asked anew each time."""

    desk: Desk
    translator: Translator

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
