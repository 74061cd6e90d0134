"""What screens and widgets ask of the app that they stand in."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from resellerdesk.desk.desk import Desk
from resellerdesk.translation.translate import Translator


class Session(Protocol):
    """The desk, its language, and its today, which is asked anew each time."""

    desk: Desk
    translator: Translator

    @property
    def as_of(self) -> date: ...

    def show_first_screen(self) -> None:
        """Says that there is something to see; until then nothing is painted."""
