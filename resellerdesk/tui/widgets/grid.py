"""A table of any length: only the rows that are visible are ever painted."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView

from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.lines import EMPTY, Line, Look, Run, fitted
from resellerdesk.tui.widgets.columns import Fold, fold_for, heading, row_line
from resellerdesk.tui.widgets.painted import Painted

R = TypeVar("R")

HEADING = 1


class Grid(Painted, ScrollView, Generic[R], can_focus=True):
    """Rows under a heading, with a cursor. A cursor's move repaints two rows."""

    BINDINGS = bindings(Place.TABLE)

    class Moved(Message):
        """The cursor stands on another row, or the same row holds something else."""

    class Chosen(Message):
        """Somebody clicked the row that the cursor stood on."""

    def __init__(
        self, folds: Sequence[Fold[R]], key: Callable[[R], Hashable], *, id: str  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._folds = folds
        self._key = key
        self._rows: Sequence[R] = ()
        self._empty: Sequence[Line] = ()
        self.cursor = 0

    @property
    def rows(self) -> Sequence[R]:
        return self._rows

    @property
    def current(self) -> R | None:
        """The row under the cursor."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    @property
    def page(self) -> int:
        """How many rows are visible at once."""
        return max(1, self.size.height - HEADING)

    def show(self, rows: Sequence[R], empty: Sequence[Line]) -> None:
        """Other rows; the cursor stays on the one it was on where that is still there.

        `empty` is what stands in their place where there are none.
        """
        held = None if self.current is None else self._key(self.current)
        self._rows, self._empty = rows, empty
        self.cursor = next((n for n, row in enumerate(rows) if self._key(row) == held), 0)
        self.virtual_size = Size(0, len(rows) + HEADING)
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def line_at(self, y: int) -> Line:
        width = self.scrollable_content_region.width
        if not self._rows:
            return fitted(self._empty[y] if y < len(self._empty) else EMPTY, width)
        fold = fold_for(self._folds, width)
        if y < HEADING:
            return heading(fold, width)
        n = self.scroll_offset.y + y - HEADING
        if n >= len(self._rows):
            return fitted(EMPTY, width)
        painted = row_line(fold, width, self._rows[n])
        if n != self.cursor:
            return painted
        return (Run("".join(run.text for run in painted), Look.CURSOR),)

    def move_to(self, row: int) -> None:
        """Puts the cursor on a row, or on the nearest there is."""
        before, self.cursor = self.cursor, max(0, min(row, len(self._rows) - 1))
        if self.cursor == before:
            return
        self._refresh_row(before)
        self._refresh_row(self.cursor)
        self._keep_in_sight()
        self.post_message(self.Moved())

    def _refresh_row(self, row: int) -> None:
        y = row - self.scroll_offset.y + HEADING
        if HEADING <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def _keep_in_sight(self) -> None:
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + self.page:
            self.scroll_to(y=self.cursor - self.page + 1, animate=False)

    def on_resize(self) -> None:
        self._keep_in_sight()

    def on_click(self, event: events.Click) -> None:
        row = self.scroll_offset.y + event.y - HEADING
        if event.y < HEADING or row >= len(self._rows):
            return
        if row == self.cursor:
            self.post_message(self.Chosen())
        self.move_to(row)

    def action_cursor_up(self) -> None:
        self.move_to(self.cursor - 1)

    def action_cursor_down(self) -> None:
        self.move_to(self.cursor + 1)

    def action_page_up(self) -> None:
        self.move_to(self.cursor - self.page)

    def action_page_down(self) -> None:
        self.move_to(self.cursor + self.page)

    def action_first(self) -> None:
        self.move_to(0)

    def action_last(self) -> None:
        self.move_to(len(self._rows) - 1)
