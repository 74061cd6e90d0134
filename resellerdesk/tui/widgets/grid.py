"""A table of any length: only the rows that are visible are ever painted."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from textual import events
from textual.message import Message

from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.lines import EMPTY, Line, Look, Run, fitted
from resellerdesk.tui.widgets.bar import Compose
from resellerdesk.tui.widgets.columns import Fold, fold_for, heading, row_line
from resellerdesk.tui.widgets.painted import Painted
from resellerdesk.tui.widgets.scrolled import WHEEL, thumb

R = TypeVar("R")

HEADING = 1


class Grid(Painted, Generic[R], can_focus=True):
    """Rows under a heading, with a cursor. A cursor's move repaints two rows.

    It scrolls by itself: Textual's scroll view lays the screen out anew for each change of its
    length, and sends its bar with every row.
    """

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
        self._empty: Compose = lambda width: ()
        self._top = 0
        self._cursor = 0

    @property
    def current(self) -> R | None:
        """The row under the cursor."""
        return self._rows[self._cursor] if self._cursor < len(self._rows) else None

    @property
    def page(self) -> int:
        """How many rows are visible at once."""
        return max(1, self.size.height - HEADING)

    def show(self, rows: Sequence[R], empty: Compose) -> None:
        """Other rows; the cursor stays on the one it was on where that is still there.

        `empty` makes what stands in their place where there are none.
        """
        held = None if self.current is None else self._key(self.current)
        self._rows, self._empty = rows, empty
        self._cursor = next((n for n, row in enumerate(rows) if self._key(row) == held), 0)
        self._keep_in_sight()
        self.post_message(self.Moved())

    def line_at(self, y: int) -> Line:
        width = self.size.width - 1
        if not self._rows:
            empty = self._empty(width)
            return fitted(empty[y] if y < len(empty) else EMPTY, self.size.width)
        fold = fold_for(self._folds, width)
        if y < HEADING:
            return fitted(heading(fold, width), self.size.width)
        n = self._top + y - HEADING
        if n >= len(self._rows):
            return fitted(EMPTY, self.size.width)
        painted = row_line(fold, width, self._rows[n])
        if n == self._cursor:
            painted = (Run("".join(run.text for run in painted), Look.CURSOR),)
        bar = Run(thumb(y - HEADING, self.page, self._top, len(self._rows)))
        return fitted((*painted, bar), self.size.width)

    def move_to(self, row: int) -> None:
        """Puts the cursor on a row, or on the nearest there is."""
        before = self._cursor
        self._cursor = max(0, min(row, len(self._rows) - 1))
        if self._cursor != before:
            self._keep_in_sight()
            self.post_message(self.Moved())

    def _keep_in_sight(self) -> None:
        last = max(0, len(self._rows) - self.page)
        lowest = max(0, self._cursor - self.page + 1)
        self._top = min(max(self._top, lowest), self._cursor, last)
        self.refresh()

    def on_resize(self) -> None:
        self._keep_in_sight()

    def on_click(self, event: events.Click) -> None:
        row = self._top + event.y - HEADING
        if event.y < HEADING or row >= len(self._rows):
            return
        if row == self._cursor:
            self.post_message(self.Chosen())
        self.move_to(row)

    def on_mouse_scroll_down(self) -> None:
        self.move_to(self._cursor + WHEEL)

    def on_mouse_scroll_up(self) -> None:
        self.move_to(self._cursor - WHEEL)

    def action_cursor_up(self) -> None:
        self.move_to(self._cursor - 1)

    def action_cursor_down(self) -> None:
        self.move_to(self._cursor + 1)

    def action_page_up(self) -> None:
        self.move_to(self._cursor - self.page)

    def action_page_down(self) -> None:
        self.move_to(self._cursor + self.page)

    def action_first(self) -> None:
        self.move_to(0)

    def action_last(self) -> None:
        self.move_to(len(self._rows) - 1)
