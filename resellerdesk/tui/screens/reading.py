"""A screen that shows one thing on a page: it is read in a thread, and read again when asked."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar, cast

from textual.app import ComposeResult
from textual.message import Message

from resellerdesk.tui.jobs import start
from resellerdesk.tui.lines import Line
from resellerdesk.tui.pages.empty import reading
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.widgets.page import Page
from resellerdesk.tui.widgets.rule import Rule

R = TypeVar("R")


class ReadingScreen(Frame, Generic[R]):
    """`read` is called in a thread; `lines` makes the page of what it found; `seen` is that."""

    AUTO_FOCUS = "#page"
    seen: R | None = None

    @dataclass
    class Loaded(Message):
        """It was read."""

        found: object

    @abstractmethod
    def read(self) -> R:
        """What the page shows; may raise Refusal."""

    @abstractmethod
    def lines(self, found: R, width: int) -> Sequence[Line]:
        """The page, for a width in cells."""

    def body(self) -> ComposeResult:
        yield Page(id="page")
        yield Rule(id="rule")

    def on_mount(self) -> None:
        self.query_one(Page).show(partial(reading, self.session.translator))
        self.action_refresh()

    def see_change(self) -> None:
        self.read_quietly(self.action_refresh)

    def action_refresh(self) -> None:
        start(self, "read", self.read, self.Loaded)

    def on_reading_screen_loaded(self, message: Loaded) -> None:
        self.seen = cast(R, message.found)
        self.read_anew()
        self.query_one(Page).show(partial(self.lines, self.seen))
        self.refresh_bindings()
        self.session.ready()

    def action_back(self) -> None:
        self.session.back()
