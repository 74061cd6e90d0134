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

    def say(self, words: str, look: Look = Look.LATE) -> None:
        """Shows a message, or with no words the rule alone."""
        before = len(self.lines(self.size.width))
        self.show(partial(_rule, words, look))
        if len(self.lines(self.size.width)) != before:
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self.lines(width)))


def _rule(words: str, look: Look, width: int) -> Sequence[Line]:
    if not words:
        return [(Run("─" * width, Look.QUIET),)]
    sign = SIGN if look is Look.LATE else "  "
    return [
        (Run(" "), said(sign if n == 0 else "  ", look), said(part, look))
        for n, part in enumerate(wrapped(words, max(8, width - len(SIGN) - 2)))
    ]
