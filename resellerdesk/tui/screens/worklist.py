"""The worklist: a view of what is due, ordered by what is at stake; the desk's home."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from resellerdesk.core.text import T, Text
from resellerdesk.tui.actions import Place, actions_of, bindings
from resellerdesk.tui.destinations import DESTINATIONS
from resellerdesk.tui.lines import Look, Run
from resellerdesk.tui.screens.form import FormScreen
from resellerdesk.tui.screens.importing import import_form
from resellerdesk.tui.screens.pick import Pick, PickScreen
from resellerdesk.tui.screens.picking import PickingScreen
from resellerdesk.tui.screens.quotes import QuotesScreen
from resellerdesk.tui.screens.renewal import RenewalScreen
from resellerdesk.tui.view_picks import NO_VIEWS
from resellerdesk.tui.widgets.bar import Bar
from resellerdesk.tui.widgets.grid import Grid
from resellerdesk.tui.widgets.preview import Preview
from resellerdesk.tui.widgets.rule import Rule
from resellerdesk.tui.widgets.search import Search

HERE = frozenset(action.id for action in actions_of(Place.WORKLIST))


class WorklistScreen(PickingScreen):
    """Table, search and preview; where one can go from here."""

    BINDINGS = bindings(Place.WORKLIST)
    AUTO_FOCUS = "#due"

    def __init__(self) -> None:
        super().__init__()
        self._opens_next = False
        self._refused_keys: list[Text] = []

    def body(self) -> ComposeResult:
        hint = self.session.translator.text(T("search names, references, products"))
        search = Search(hint, self._leave_search, id="search")
        yield Horizontal(Bar(id="slash"), search, id="search-line")
        yield Horizontal(self.make_list(), self.make_grid(), id="middle")
        yield Rule(id="rule")
        yield Preview(self.session, id="preview")

    def on_mount(self) -> None:
        self._refused_keys = list(self.session.keymap.refused)
        self.query_one("#slash", Bar).show(lambda width: ((Run(" "), Run("/", Look.KEY)),))

    @property
    def search(self) -> Search:
        return self.query_one("#search", Search)

    @property
    def preview(self) -> Preview:
        return self.query_one("#preview", Preview)

    def was_read(self) -> None:
        super().was_read()
        if self._refused_keys:
            self.tell(self._refused_keys.pop(0))
        if self._opens_next:
            self.action_open()

    @on(Grid.Moved)
    def _look_closer(self) -> None:
        self.preview.follow(self.grid.current.ref if self.grid.current else None)

    @on(Search.Asked)
    def _find(self) -> None:
        asked = self.query_asked
        if asked is not None and self.search.value != asked.search:
            self.ask(replace(asked, search=self.search.value))

    def _leave_search(self) -> None:
        self._find()
        self.set_focus(self.grid)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if self.focused is self.search and action in HERE:
            return False
        if action == "open":
            return self.reading or self.grid.current is not None
        if action == "clear":
            return bool(self.search.value) or bool(self.grid.marked)
        return super().check_action(action, parameters)

    @on(Grid.Chosen)
    def action_open(self) -> None:
        """Opens the row under the cursor; of a list that is still being read, once it is there."""
        self._opens_next = self.reading
        if not self.reading and self.grid.current is not None:
            self.session.open(RenewalScreen(self.grid.current.ref))

    def action_quotes(self) -> None:
        self.session.open(QuotesScreen())

    def action_import(self) -> None:
        self.session.open(FormScreen(import_form(self.session)))

    def action_go(self) -> None:
        words = self.session.translator.text
        picks = [Pick(key, words(title)) for key, (title, _) in DESTINATIONS.items()]
        self.session.open(PickScreen(
            T("Go to"), [], picks, lambda pick: self.session.open(DESTINATIONS[pick.key][1]()),
            NO_VIEWS))

    def action_search(self) -> None:
        self.set_focus(self.search)

    def action_clear(self) -> None:
        if self.search.value:
            self.search.value = ""
        else:
            self.unmark_all()

    def show_search(self, text: str) -> None:
        self.search.value = text

    def action_fold(self) -> None:
        self.preview.fold()

    def action_refresh(self) -> None:
        self.read_again()
