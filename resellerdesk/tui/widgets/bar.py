"""A few lines that stand still, such as a title; painted anew only where they changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.geometry import Region

from resellerdesk.tui.lines import EMPTY, Line, cells, fitted
from resellerdesk.tui.widgets.painted import Painted

Compose = Callable[[int], Sequence[Line]]
"""Makes lines for a width in cells."""


class Bar(Painted):
    """Shows what `show` was last given, composed anew whenever its width changes."""

    can_focus = False

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._maker: Compose = lambda width: ()
        self._lines: Sequence[Line] = ()

    def show(self, compose: Compose) -> None:
        self._maker = compose
        before, self._lines = self._lines, self._made()
        for y in range(max(len(before), len(self._lines))):
            self._repaint(y, _nth(before, y), _nth(self._lines, y))

    def on_resize(self) -> None:
        self._lines = self._made()
        self.refresh()

    def line_at(self, y: int) -> Line:
        return fitted(_nth(self._lines, y), self.size.width)

    def _made(self) -> Sequence[Line]:
        return tuple(self._maker(self.size.width)) if self.size.width else ()

    def _repaint(self, y: int, before: Line, after: Line) -> None:
        # What lies behind the longer of the two is blank already.
        if before != after:
            self.refresh(Region(0, y, min(self.size.width, max(cells(before), cells(after))), 1))


def _nth(lines: Sequence[Line], y: int) -> Line:
    return lines[y] if y < len(lines) else EMPTY
