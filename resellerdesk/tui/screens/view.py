"""A screen that shows a view of any length in a table: its first rows, then all by their ids."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import partial
from time import monotonic

from textual import on
from textual.timer import Timer

from resellerdesk.desk.view_query import ViewQuery
from resellerdesk.desk.viewing import Whole
from resellerdesk.desk.views import DUE, View
from resellerdesk.desk.worklist import DueRow
from resellerdesk.tui.due_list import Arrived, Counted, DueReader, Home, Opened, Valued
from resellerdesk.tui.jobs import Failed
from resellerdesk.tui.pages.due_columns import DueCells
from resellerdesk.tui.pages.empty import no_data, nothing_due, nothing_found, nothing_here, reading
from resellerdesk.tui.pages.view_title import Headed, view_title
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.titles import state_title
from resellerdesk.tui.widgets.bar import Compose
from resellerdesk.tui.widgets.columns import Sorted
from resellerdesk.tui.widgets.grid import Grid
from resellerdesk.tui.widgets.rows import Paged

DAY_CHECK = 20.0
"""Seconds between two looks at the calendar: a screen left open has to see midnight."""


PATIENCE = 20.0
"""How many times as long as reading a whole view took it is left as it is, whoever changes it."""


class ViewScreen(Frame):
    """Reads what is shown, and reads it again; it holds no rule. `view` and `query` are None
    until it is known what to open on."""

    def __init__(self) -> None:
        super().__init__()
        self.view: View | None = None
        self.query_asked: ViewQuery | None = None
        self.reading = True
        self._whole: Whole | None = None
        self._rows: Paged[DueRow] = Paged(array("q"), {})
        self._next_whole = 0.0
        self._later: Timer | None = None
        self._worked_out: ViewQuery | None = None
        self._old = False
        self._from_top = False
        self._any_data = True

    def make_grid(self) -> Grid[DueRow]:
        folds = DueCells(self.session.translator, self._state).folds()
        return Grid(folds, lambda row: row.record.held.id, id="due")

    def on_mount(self) -> None:
        self._reader = DueReader(self, self.session)
        self._as_of = self.session.as_of
        self.set_interval(DAY_CHECK, self.see_midnight)
        self.grid.show((), partial(reading, self.session.translator))
        self.retitle()
        self._reader.home()

    @property
    def grid(self) -> Grid[DueRow]:
        return self.query_one("#due", Grid)

    def row(self, id_: int) -> DueRow | None:
        """A row by the id of its entitlement, as far as it was read."""
        return self._rows.known().get(id_)

    def look_at(self, view: View) -> None:
        """Goes to another view."""
        self.view = view
        self.ask(view.query)
        self._from_top = True

    def sort(self, query: ViewQuery) -> None:
        """The same in another order, from its first row on."""
        self.ask(query)
        self._from_top = True

    def ask(self, query: ViewQuery) -> None:
        """Asks for something else; where the row under the cursor is among it, the cursor stays
        on that."""
        self.query_asked, self.reading, self._whole = query, True, None
        self.grid.sorted = Sorted(query.sort.value, query.reverse)
        self._reader.open(query)

    def read_again(self) -> None:
        """What is shown, as it is now: cursor and marks stay."""
        if self.query_asked is None:
            self._reader.home()
        else:
            self._old = True
            self._reader.count(self.query_asked)

    def see_change(self) -> None:
        """Shows the rows in sight as they are now at once. All of a view that takes long to read
        is read in its own time: else every change would keep the desk busy."""
        if self.query_asked is None:
            return
        if monotonic() >= self._next_whole:
            self.read_quietly(self.read_again)
        else:
            self._reader.fetch(self.query_asked, self._in_sight())
            if self._later is None:
                self._later = self.set_timer(self._next_whole - monotonic(), self._read_later)

    def _read_later(self) -> None:
        self._later = None
        self.read_quietly(self.read_again)

    def _in_sight(self) -> Sequence[int]:
        return [self._rows.ids[n] for n in self.grid.in_sight]

    @on(Home)
    def _go_home(self, message: Home) -> None:
        if self.view is None:
            self.look_at(message.view)

    @on(Opened)
    def _show_first(self, message: Opened) -> None:
        if message.asked.query != self.query_asked:
            return
        window = message.window
        self.reading, self._old, self._any_data = False, False, window.any_data
        ids = array("q", (row.record.held.id for row in window.rows))
        self._rows = Paged(ids, {row.record.held.id: row for row in window.rows})
        self.grid.show(self._rows, self._empty())
        if self._from_top:
            self._from_top = False
            self.grid.move_to(0)
        if window.whole is None:
            self._reader.count(message.asked.query)
        else:
            self._counted(window.whole)
        self._as_of = message.asked.as_of
        self.retitle()
        self.was_read()

    @on(Counted)
    def _show_whole(self, message: Counted) -> None:
        if message.asked.query != self.query_asked:
            return
        self._next_whole = monotonic() + PATIENCE * message.seconds
        self._rows = Paged(message.whole.ids, self._rows.known())
        self.grid.renew(self._rows, self._empty())
        if self._old:
            self._old = False
            self._reader.fetch(message.asked.query, self._in_sight())
        self._counted(message.whole)
        self._as_of = message.asked.as_of
        self.retitle()
        self.was_read()

    def _counted(self, whole: Whole) -> None:
        self._whole = whole
        if whole.stale and self.query_asked not in (None, self._worked_out):
            self._reader.value(self.query_asked)

    @on(Valued)
    def _show_values(self, message: Valued) -> None:
        if message.asked.query != self.query_asked:
            return
        if message.count:
            self.read_again()
        else:  # what is left cannot be worked out, or not be kept
            self._worked_out = message.asked.query

    @on(Grid.Wanted)
    def _fetch(self, message: Grid.Wanted) -> None:
        wanted = self._rows.without(message.first, message.last)
        if wanted and self.query_asked is not None:
            self._reader.fetch(self.query_asked, wanted)

    @on(Arrived)
    def _show_rows(self, message: Arrived) -> None:
        if message.asked.query != self.query_asked:
            return
        self._reader.fetched()
        self._rows.put(message.rows)
        self.grid.arrived()
        if len(message.rows) < len(message.ids):
            self.read_again()  # some are gone

    def was_read(self) -> None:
        """What is shown was read: what was said before no longer holds."""
        self.read_anew()
        self.refresh_bindings()
        self.session.ready()

    def retitle(self) -> None:
        """The title as things are now."""
        if self.view is None or self.view.key == DUE.key:
            name = ""
        else:
            name = self.session.translator.text(self.view.title)
        headed = Headed(name, self._whole, len(self.grid.marked), self._as_of)
        self.title_as(partial(view_title, headed, self.session.translator))

    def _empty(self) -> Compose:
        told = nothing_here
        if not self._any_data:
            told = no_data
        elif self.query_asked is not None and self.query_asked.search:
            told = nothing_found
        elif self.view is None or self.view.key == DUE.key:
            told = nothing_due
        return partial(told, self.session.translator)

    def _state(self, row: DueRow) -> str:
        held = row.record.held
        title = state_title(self.session.desk, held.family, row.record.cycle.state)
        return self.session.translator.text(title)

    def see_midnight(self) -> None:
        """Reads the view anew where today is no longer the day that it was read for."""
        if self._as_of != self.session.as_of:
            self.read_again()

    def on_failed(self, message: Failed) -> None:
        self.reading = False
        self._reader.fetched()
        super().on_failed(message)
