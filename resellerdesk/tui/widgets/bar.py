"""Lines made for a width: a few that stand still, such as a title."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from resellerdesk.tui.lines import EMPTY, Line, fitted
from resellerdesk.tui.widgets.painted import Painted

Compose = Callable[[int], Sequence[Line]]
"""Makes lines for a width in cells."""


class Composed(Painted):
    """Shows what `show` was last given, composed anew for each width."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._maker: Compose = lambda width: ()
        self._lines: Sequence[Line] = ()
        self._made_for = -1

    def show(self, compose: Compose) -> None:
        self._maker, self._made_for = compose, -1
        self.refresh()

    def lines(self, width: int) -> Sequence[Line]:
        """All its lines."""
        if width != self._made_for:
            self._lines, self._made_for = tuple(self._maker(width)) if width > 0 else (), width
        return self._lines


class Bar(Composed):
    """As many of its lines as it is high."""

    def line_at(self, y: int) -> Line:
        lines = self.lines(self.size.width)
        return fitted(lines[y] if y < len(lines) else EMPTY, self.size.width)
