"""Colleagues at the same desk: what they change is seen within a second, wherever one is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from textual.app import App
from textual.message import Message

from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.watching import Sight, look, watch
from resellerdesk.store.engine import Watch
from resellerdesk.tui.jobs import start

EVERY = 0.5
"""Seconds between two looks; a look at nothing new costs some microseconds, and no byte."""


@dataclass
class Looked(Message):
    """Somebody committed something, and it was read what has happened by now."""

    sight: Sight


class Colleagues:
    """Looks for changes on behalf of an app, which gets `Looked`.

    `count` rises with each change that screens may have to show; a screen that was covered
    compares it with what it was when the screen was read.
    """

    def __init__(self, app: App[None], desk: Desk) -> None:
        self._app, self._desk = app, desk
        self._watch: Watch | None = None
        self._sight: Sight | None = None
        self.count = 0

    def begin(self) -> None:
        """To be called in the thread of the app's loop, which then looks from time to time."""
        try:
            self._watch = watch(self._desk)
            self._sight = look(self._desk)
        except Refusal:
            return  # the screen that cannot read will say so
        self._app.set_interval(EVERY, self._look)

    def end(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def _look(self) -> None:
        if self._watch is not None and self._watch.changed():
            start(self._app, "colleagues", partial(look, self._desk), Looked)

    def seen(self, message: Looked) -> bool:
        """Whether it is something that screens may have to show."""
        if message.sight == self._sight:
            return False
        self._sight = message.sight
        self.count += 1
        return True
