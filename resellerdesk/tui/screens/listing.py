"""A screen that lists things under each other: read in a thread, opened one by one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from resellerdesk.core.text import Text
from resellerdesk.tui.jobs import start
from resellerdesk.tui.lines import Line
from resellerdesk.tui.pages.empty import reading, told_to
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.widgets.columns import Fold
from resellerdesk.tui.widgets.grid import Grid
from resellerdesk.tui.widgets.rule import Rule

R = TypeVar("R")


class ListingScreen(Frame, Generic[R]):
    """`read` is called in a thread; `chosen` opens the row under the cursor."""

    AUTO_FOCUS = "#list"

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

    def body(self) -> ComposeResult:
        yield Grid(self.folds(), self.key, id="list")
        yield Rule(id="rule")

    def on_mount(self) -> None:
        self._title(())
        self.grid.show((), partial(reading, self.session.translator))
        self.action_refresh()

    @property
    def grid(self) -> Grid[R]:
        return self.query_one("#list", Grid)

    @property
    def current(self) -> R | None:
        """The row under the cursor."""
        return self.grid.current

    def action_refresh(self) -> None:
        start(self, "list", self.read, self.Loaded)

    def on_listing_screen_loaded(self, message: Loaded) -> None:
        rows = cast(Sequence[R], message.rows)
        self.read_anew()
        self._title(rows)
        self.grid.show(rows, self._nothing)
        self.refresh_bindings()
        self.session.ready()

    def _nothing(self, width: int) -> Sequence[Line]:
        return told_to(self.empty(), self.session.translator, width)

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
