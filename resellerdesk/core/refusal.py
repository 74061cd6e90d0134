"""A rule or a border said no: one clear line for the person who asked."""

from __future__ import annotations

from resellerdesk.core.text import Text


class Refusal(Exception):
    """Something asked for is refused; nothing was changed.

    `text` says what, where and what would work. It is translated at the edge.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text
