"""A table of any length: only the rows that are visible are ever painted."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual import events
from textual.message import Message

from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.lines import EMPTY, Line, Look, Run, fitted
from resellerdesk.tui.widgets.bar import Compose
from resellerdesk.tui.widgets.columns import NOT_SORTED, Fold, fold_for, heading, row_line
from resellerdesk.tui.widgets.painted import Painted
from resellerdesk.tui.widgets.rows import Listed, Rows, all_keys
from resellerdesk.tui.widgets.scrolled import WHEEL, thumb

R = TypeVar("R")

HEADING = 1
MARK = "•"


class Grid(Painted, Generic[R], can_focus=True):
    """Rows under a heading, with a cursor. A cursor's move repaints two rows.

    It scrolls by itself: Textual's scroll view lays the screen out anew for each change of its
    length, and sends its bar with every row. Where rows are not there yet it asks for them and
    goes on showing what it showed; keys count meanwhile.
    """

    BINDINGS = bindings(Place.TABLE)

    class Moved(Message):
        """The cursor stands on another row, or the same row holds something else."""

    class Chosen(Message):
        """Somebody clicked the row that the cursor stood on."""

    @dataclass
    class Wanted(Message):
        """Rows that are, or soon will be, visible are not there: those from `first` to before
        `last` are wanted; `arrived` shows them."""

        first: int
        last: int

    def __init__(
        self, folds: Sequence[Fold[R]], key: Callable[[R], Hashable], *, id: str  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._folds = folds
        self._key = key
        self._rows: Rows[R] = Listed[R]((), key)
        self._empty: Compose = lambda width: ()
        self._top = 0
        self._cursor = 0
        self.sorted = NOT_SORTED
        self.marked: set[Hashable] = set()

    @property
    def current(self) -> R | None:
        """The row under the cursor; None where there is none, or it is not there yet."""
        return self._rows.at(self._cursor) if self._cursor < len(self._rows) else None

    @property
    def at(self) -> int:
        """Which row that is, from 0."""
        return self._cursor

    def fold_as(self, folds: Sequence[Fold[R]]) -> None:
        """Other columns, for the rows that are shown next."""
        self._folds = folds

    @property
    def page(self) -> int:
        """How many rows are visible at once."""
        return max(1, self.size.height - HEADING)

    def show(self, rows: Sequence[R] | Rows[R], empty: Compose) -> None:
        """Other rows; the cursor stays on the one it was on where that is still there, else it
        goes to the first. `empty` makes what stands in their place where there are none."""
        self._show(rows, empty, 0)

    def renew(self, rows: Sequence[R] | Rows[R], empty: Compose) -> None:
        """The same rows as they are now; where the one under the cursor is gone, the cursor
        stays in its place."""
        self._show(rows, empty, self._cursor)

    def _show(self, rows: Sequence[R] | Rows[R], empty: Compose, otherwise: int) -> None:
        held = self._rows.key(self._cursor) if self._cursor < len(self._rows) else None
        self._rows = Listed[R](rows, self._key) if isinstance(rows, Sequence) else rows
        self._empty = empty
        found = self._rows.find(held)
        self._cursor = max(0, min(otherwise if found is None else found, len(self._rows) - 1))
        self._keep_in_sight()
        self.post_message(self.Moved())

    @property
    def in_sight(self) -> range:
        """The places of the rows that are visible now."""
        return range(self._top, min(self._top + self.page, len(self._rows)))

    def arrived(self) -> None:
        """Shows rows that were wanted, and are there now."""
        self._want()
        if self._visible_are_there():
            self.refresh()
            self.post_message(self.Moved())

    def line_at(self, y: int) -> Line:
        width = self.size.width - 1
        if not len(self._rows):
            empty = self._empty(width)
            return fitted(empty[y] if y < len(empty) else EMPTY, self.size.width)
        fold = fold_for(self._folds, width)
        if y < HEADING:
            return fitted(heading(fold, width, self.sorted), self.size.width)
        n = self._top + y - HEADING
        row = self._rows.at(n) if n < len(self._rows) else None
        if row is None:
            return fitted(EMPTY, self.size.width)
        sign = MARK if self._rows.key(n) in self.marked else " "
        painted = row_line(fold, width, row, sign)
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
            if self.current is not None:
                self.post_message(self.Moved())

    def mark(self) -> None:
        """Marks the row under the cursor, or takes its mark away, and goes on to the next."""
        if self._cursor < len(self._rows):
            self.marked ^= {self._rows.key(self._cursor)}
            self.refresh()
            self.move_to(self._cursor + 1)

    def mark_all(self) -> None:
        """Marks every row, visible or not."""
        self.marked.update(all_keys(self._rows))
        self.refresh()

    def turn_marks(self) -> None:
        """Marks the rows that are not marked, and takes the marks of the others away."""
        self.marked.symmetric_difference_update(all_keys(self._rows))
        self.refresh()

    def unmark(self) -> None:
        """Takes all marks away, also of rows that are not shown."""
        self.marked.clear()
        self.refresh()

    def _keep_in_sight(self) -> None:
        last = max(0, len(self._rows) - self.page)
        lowest = max(0, self._cursor - self.page + 1)
        self._top = min(max(self._top, lowest), self._cursor, last)
        self._want()
        if self._visible_are_there():
            self.refresh()

    def _visible_are_there(self) -> bool:
        return all(self._rows.at(n) is not None for n in self.in_sight)

    def _want(self) -> None:
        """Asks for what is not there of what is visible, and a page around it."""
        first = max(0, self._top - self.page)
        last = min(self._top + 2 * self.page, len(self._rows))
        if any(self._rows.at(n) is None for n in range(first, last)):
            self.post_message(self.Wanted(first, last))

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
