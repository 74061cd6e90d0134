"""A screen that lists things under each other: read in a thread, opened one by one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message

from resellerdesk.core.text import T, Text
from resellerdesk.store.search import fold
from resellerdesk.tui.actions import Facts
from resellerdesk.tui.jobs import start
from resellerdesk.tui.lines import Line, Look, Run
from resellerdesk.tui.pages.empty import reading, told_to
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.widgets.bar import Bar
from resellerdesk.tui.widgets.columns import Fold
from resellerdesk.tui.widgets.grid import Grid
from resellerdesk.tui.widgets.rule import Rule
from resellerdesk.tui.widgets.search import Search

R = TypeVar("R")
NOTHING_FOUND = (T("Nothing here matches."), T("/ and then esc clears the search."))


class ListingScreen(Frame, Generic[R]):
    """`read` is called in a thread; `chosen` opens the row under the cursor."""

    AUTO_FOCUS = "#list"
    fact = ""
    """What commands call the key of a row."""

    @dataclass
    class Loaded(Message):
        """The list was read."""

        rows: Sequence[object]

    @abstractmethod
    def read(self) -> Sequence[R]:
        """The rows; may raise Refusal."""

    @abstractmethod
    def folds(self) -> Sequence[Fold[R]]:
        """Ways to lay out the columns, the widest first."""

    @abstractmethod
    def key(self, row: R) -> Hashable:
        """What a row is known by when the list is read again."""

    @abstractmethod
    def empty(self) -> tuple[Text, Text]:
        """What stands where there is nothing: that, and what to do."""

    @abstractmethod
    def heading(self, rows: Sequence[R]) -> tuple[Text, Sequence[Text]]:
        """The title: where one is, and what there is to say of it."""

    @abstractmethod
    def chosen(self, row: R) -> None:
        """Opens a row."""

    @abstractmethod
    def words_of(self, row: R) -> str:
        """What a search looks in."""

    def facts(self) -> Facts:
        return {} if self.current is None else {self.fact: [str(self.key(self.current))]}

    def body(self) -> ComposeResult:
        hint = self.session.translator.text(T("search this list"))
        search = Search(hint, self._leave_search, id="search")
        yield Horizontal(Bar(id="slash"), search, id="search-line")
        yield Grid(self.folds(), self.key, id="list")
        yield Rule(id="rule")

    def on_mount(self) -> None:
        self._rows: Sequence[R] = ()
        self.query_one("#slash", Bar).show(lambda width: ((Run(" "), Run("/", Look.KEY)),))
        self._title(())
        self.grid.show((), partial(reading, self.session.translator))
        self.action_refresh()

    @property
    def search(self) -> Search:
        return self.query_one("#search", Search)

    def action_search(self) -> None:
        self.set_focus(self.search)

    @on(Search.Asked)
    def _find(self) -> None:
        self._show()

    def _leave_search(self) -> None:
        self._show()
        self.set_focus(self.grid)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While somebody types a search, letters are letters."""
        return not (isinstance(self.focused, Search) and action in self.here)

    @property
    def here(self) -> frozenset[str]:
        """The actions of this screen, which wait while somebody types."""
        return frozenset(
            each.action for each in self.BINDINGS if isinstance(each, Binding))

    @property
    def grid(self) -> Grid[R]:
        return self.query_one("#list", Grid)

    @property
    def current(self) -> R | None:
        """The row under the cursor."""
        return self.grid.current

    def see_change(self) -> None:
        self.read_quietly(self.action_refresh)

    def action_refresh(self) -> None:
        start(self, "list", self.read, self.Loaded)

    def on_listing_screen_loaded(self, message: Loaded) -> None:
        self._rows = cast(Sequence[R], message.rows)
        self.read_anew()
        self._show()
        self.session.ready()

    def _show(self) -> None:
        """Of the rows that were read, those in which every word of the search is."""
        wanted = fold(self.search.value).split()
        rows = [row for row in self._rows
                if all(word in fold(self.words_of(row)) for word in wanted)]
        self._title(rows)
        self.grid.show(rows, self._nothing)
        self.refresh_bindings()

    def _nothing(self, width: int) -> Sequence[Line]:
        told = NOTHING_FOUND if self.search.value else self.empty()
        return told_to(told, self.session.translator, width)

    def _title(self, rows: Sequence[R]) -> None:
        words = self.session.translator.text
        place, told = self.heading(rows)
        said = [words(text) for text in told]
        self.title_as(partial(title_line, words(place), self.session.as_of, said))

    @on(Grid.Chosen)
    def action_open(self) -> None:
        if self.current is not None:
            self.chosen(self.current)

    def action_back(self) -> None:
        self.session.back()
