"""The rule under a screen's content, which speaks up where something went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.geometry import Size

from resellerdesk.tui.lines import Line, Look, Run, said, wrapped
from resellerdesk.tui.widgets.bar import Bar

SIGN = "! "


class Rule(Bar):
    """A line across the screen; a message takes its place, and as many lines as it needs."""

    def say(self, words: str) -> None:
        """Shows a message, or with no words the rule alone."""
        before = len(self.lines(self.size.width))
        self.show(partial(_rule, words))
        if len(self.lines(self.size.width)) != before:
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self.lines(width)))


def _rule(words: str, width: int) -> Sequence[Line]:
    if not words:
        return [(Run("─" * width, Look.QUIET),)]
    return [
        (Run(" "), said(SIGN if n == 0 else "  ", Look.LATE), said(part, Look.LATE))
        for n, part in enumerate(wrapped(words, max(8, width - len(SIGN) - 2)))
    ]
