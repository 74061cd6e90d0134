"""The worklist: what is due, by its end; the desk's home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from resellerdesk.core.text import T
from resellerdesk.desk.worklist import DueQuery, DueRow
from resellerdesk.tui.actions import Place, actions_of, bindings
from resellerdesk.tui.due_list import DueList, read_due
from resellerdesk.tui.jobs import start
from resellerdesk.tui.lines import Look, Run
from resellerdesk.tui.pages.due_columns import DueCells
from resellerdesk.tui.pages.empty import no_data, nothing_due, nothing_found, reading
from resellerdesk.tui.pages.headline import worklist_title
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.screens.renewal import RenewalScreen
from resellerdesk.tui.titles import state_title
from resellerdesk.tui.widgets.bar import Bar, Compose
from resellerdesk.tui.widgets.grid import Grid
from resellerdesk.tui.widgets.preview import Preview
from resellerdesk.tui.widgets.rule import Rule
from resellerdesk.tui.widgets.search import Search

DAY_CHECK = 20.0
"""Seconds between two looks at the calendar: a screen left open has to see midnight."""


HERE = frozenset(action.id for action in actions_of(Place.WORKLIST))


class WorklistScreen(Frame):
    """Table, search and preview; it holds what is shown and no rule."""

    BINDINGS = bindings(Place.WORKLIST)
    AUTO_FOCUS = "#due"

    @dataclass
    class Loaded(Message):
        """The list was read."""

        found: DueList

    def __init__(self) -> None:
        super().__init__()
        self._query = DueQuery()
        self._found: DueList | None = None
        self._reading = False
        self._opens_next = False

    def body(self) -> ComposeResult:
        translator = self.session.translator
        hint = translator.text(T("search names, references, products"))
        search = Search(hint, self._leave_search, id="search")
        yield Horizontal(Bar(id="slash"), search, id="search-line")
        yield Grid(DueCells(translator, self._state).folds(), lambda row: row.ref, id="due")
        yield Rule(id="rule")
        yield Preview(self.session, id="preview")

    def on_mount(self) -> None:
        self.query_one("#slash", Bar).show(lambda width: ((Run(" "), Run("/", Look.KEY)),))
        self.set_interval(DAY_CHECK, self.see_midnight)
        self.grid.show((), partial(reading, self.session.translator))
        self._title(())
        self.load()

    @property
    def grid(self) -> Grid[DueRow]:
        return self.query_one("#due", Grid)

    @property
    def search(self) -> Search:
        return self.query_one("#search", Search)

    @property
    def preview(self) -> Preview:
        return self.query_one("#preview", Preview)

    def load(self) -> None:
        """Reads the list as it is asked for now."""
        self._reading = True
        read = partial(read_due, self.session.desk, self._query, self.session.as_of)
        start(self, "due", read, self.Loaded)

    def on_worklist_screen_loaded(self, message: Loaded) -> None:
        found = message.found
        if found.query != self._query:
            return
        self._found, self._reading = found, False
        self.tell(None)
        self._title(found.rows)
        self.grid.show(found.rows, self._empty(found))
        self.refresh_bindings()
        self.session.ready()
        if self._opens_next:
            self.action_open()

    def _title(self, rows: Sequence[DueRow]) -> None:
        as_of = self.session.as_of
        self.title_as(partial(worklist_title, rows, as_of, self.session.translator))

    def _empty(self, found: DueList) -> Compose:
        told = nothing_due if found.any_data else no_data
        return partial(nothing_found if found.query.search else told, self.session.translator)

    def _state(self, row: DueRow) -> str:
        held = row.record.held
        title = state_title(self.session.desk, held.family, row.record.cycle.state)
        return self.session.translator.text(title)

    def see_midnight(self) -> None:
        """Reads the list anew where today is no longer the day that it was read for."""
        if self._found is not None and self._found.as_of != self.session.as_of:
            self.load()

    @on(Grid.Moved)
    def _look_closer(self) -> None:
        self.preview.follow(self.grid.current.ref if self.grid.current else None)

    @on(Search.Asked)
    def _find(self) -> None:
        if self.search.value != self._query.search:
            self._query = replace(self._query, search=self.search.value)
            self.load()

    def _leave_search(self) -> None:
        self._find()
        self.set_focus(self.grid)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if self.focused is self.search and action in HERE:
            return False
        if action == "open":
            return self._reading or self.grid.current is not None
        if action == "clear":
            return bool(self._query.search)
        return True

    @on(Grid.Chosen)
    def action_open(self) -> None:
        """Opens the row under the cursor; of a list that is still being read, once it is there."""
        self._opens_next = self._reading
        if not self._reading and self.grid.current is not None:
            self.session.open(RenewalScreen(self.grid.current.ref))

    def action_search(self) -> None:
        self.set_focus(self.search)

    def action_clear(self) -> None:
        self.search.value = ""

    def action_fold(self) -> None:
        self.preview.fold()

    def action_refresh(self) -> None:
        self.load()
