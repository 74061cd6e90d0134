"""A few lines on the renewal under the cursor, read once the cursor rests."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from textual.message import Message
from textual.timer import Timer

from resellerdesk.tui.glance import Glance, glance
from resellerdesk.tui.jobs import start
from resellerdesk.tui.pages.preview import preview_lines
from resellerdesk.tui.session import Session
from resellerdesk.tui.widgets.bar import Bar

PAUSE = 0.08
"""Seconds that the cursor rests until its row is read."""


class Preview(Bar):
    """Follows a cursor. While folded away it reads nothing."""

    @dataclass
    class Read(Message):
        """A renewal was read."""

        ref: str
        seen: Glance

    def __init__(self, session: Session, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._session = session
        self._ref: str | None = None
        self._pause: Timer | None = None

    def follow(self, ref: str | None) -> None:
        """Shows another renewal, or nothing; what is shown stays until the other was read."""
        self._ref = ref
        if self._pause is not None:
            self._pause.stop()
        if ref is None:
            self.show(lambda width: ())
        elif self.display:
            self._pause = self.set_timer(PAUSE, partial(self._read, ref))

    def fold(self) -> None:
        """Folds the preview away, or brings it back."""
        self.display = not self.display
        self.follow(self._ref)

    def _read(self, ref: str) -> None:
        read = partial(glance, self._session.desk, ref, self._session.as_of)
        start(self, "preview", read, partial(self.Read, ref))

    def on_preview_read(self, message: Read) -> None:
        message.stop()
        if message.ref == self._ref:
            translator, as_of = self._session.translator, self._session.as_of
            self.show(partial(preview_lines, message.seen, as_of, translator))
