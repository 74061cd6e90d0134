"""A longer text to read, composed for its width and scrolled by lines."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Size
from textual.scroll_view import ScrollView

from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.lines import EMPTY, Line, fitted
from resellerdesk.tui.widgets.bar import Compose
from resellerdesk.tui.widgets.painted import Painted

SCROLLBAR = 1


class Page(Painted, ScrollView, can_focus=True):
    """Shows what `show` was last given."""

    BINDINGS = bindings(Place.PAGE)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._maker: Compose = lambda width: ()
        self._lines: Sequence[Line] = ()

    def show(self, compose: Compose) -> None:
        self._maker = compose
        self._made()

    def on_resize(self) -> None:
        self._made()

    def _made(self) -> None:
        # The scroll bar's column stays free, so that its coming does not move the text.
        width = self.size.width - SCROLLBAR
        self._lines = tuple(self._maker(width)) if width > 0 else ()
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()

    def line_at(self, y: int) -> Line:
        n = self.scroll_offset.y + y
        return fitted(self._lines[n] if n < len(self._lines) else EMPTY, self.size.width)
