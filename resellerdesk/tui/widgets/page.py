"""A longer text to read, composed for its width and scrolled by lines."""

from __future__ import annotations

from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.lines import EMPTY, Line, Run, fitted
from resellerdesk.tui.widgets.bar import Composed
from resellerdesk.tui.widgets.scrolled import WHEEL, thumb


class Page(Composed, can_focus=True):
    """Scrolls where its lines are more than it is high."""

    BINDINGS = bindings(Place.PAGE)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._top = 0

    def line_at(self, y: int) -> Line:
        width = self.size.width - 1
        lines = self.lines(width)
        n = self._top + y
        shown = fitted(lines[n] if n < len(lines) else EMPTY, width)
        bar = thumb(y, self.size.height, self._top, len(lines))
        return fitted((*shown, Run(bar)), self.size.width)

    def on_resize(self) -> None:
        self._scroll_by(0)

    def _scroll_by(self, lines: int) -> None:
        last = max(0, len(self.lines(self.size.width - 1)) - self.size.height)
        self._top = max(0, min(self._top + lines, last))
        self.refresh()

    def on_mouse_scroll_down(self) -> None:
        self._scroll_by(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        self._scroll_by(-WHEEL)

    def action_line_up(self) -> None:
        self._scroll_by(-1)

    def action_line_down(self) -> None:
        self._scroll_by(1)

    def action_page_up(self) -> None:
        self._scroll_by(1 - self.size.height)

    def action_page_down(self) -> None:
        self._scroll_by(self.size.height - 1)

    def action_first(self) -> None:
        self._scroll_by(-self._top)

    def action_last(self) -> None:
        self._scroll_by(len(self.lines(self.size.width - 1)))
