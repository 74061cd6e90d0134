"""The frame that every screen stands in: title, a rule that can speak, footer."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Self, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.screen import Screen

from resellerdesk.core.text import T, Text
from resellerdesk.tui.actions import Facts
from resellerdesk.tui.jobs import Failed
from resellerdesk.tui.lines import Line, Look, line
from resellerdesk.tui.session import Session
from resellerdesk.tui.widgets.bar import Bar
from resellerdesk.tui.widgets.footer import Footer
from resellerdesk.tui.widgets.rule import Rule

LEAST_WIDTH, LEAST_HEIGHT = 60, 14


class Frame(Screen[None]):
    """A screen of the desk; `body` gives what stands between title and rule."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (LEAST_WIDTH, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LEAST_HEIGHT, "-high")]  # noqa: RUF012

    _was_done: Text | None = None
    _quiet = False
    changes_seen = 0
    """How many changes by colleagues there had been when it was read; the app counts them."""

    @property
    def session(self) -> Session:
        return cast(Session, self.app)

    def compose(self) -> ComposeResult:
        with Vertical(id="frame"):
            yield Bar(id="title")
            yield from self.body()
            yield Footer(self.session.translator, self.session.keymap, id="footer")
        yield Bar(id="too-small")

    @abstractmethod
    def body(self) -> ComposeResult:
        """The widgets between title and footer; a Rule of that name is among them."""

    def facts(self) -> Facts:
        """What the screen is about, by the names that commands have for it."""
        return {}

    def command(self) -> str:
        """What does the same as this screen on the command line; empty where nothing does."""
        return ""

    def action_copy(self) -> None:
        command = self.command()
        if command:
            self.session.copy(command)
            self.say_done(T("sent to your terminal: {command}", command=command))

    def on_mount(self) -> None:
        self.query_one("#too-small", Bar).show(self._too_small)
        self.tell(None)

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Repaints the regions named. Textual asks for the whole screen at each change of focus,
        and several times on the way to a screen, where what changed repaints itself."""
        named = repaint and bool(regions)
        return super().refresh(*regions, repaint=named, layout=layout, recompose=recompose)

    def on_screen_resume(self) -> None:
        self.redraw()
        self.session.catch_up(self)

    def see_change(self) -> None:
        """Somebody changed something. A screen that may show it overrides this, and reads again
        by `read_quietly`; nothing that is typed, marked or scrolled to may be lost."""

    def read_quietly(self, read: Callable[[], None]) -> None:
        """Reads again without taking back what is said."""
        self._quiet = True
        read()

    def redraw(self) -> None:
        """Repaints everything, whatever the terminal shows."""
        self.refresh(self.size.region)

    def title_as(self, compose: Callable[[int], Line]) -> None:
        self.query_one("#title", Bar).show(lambda width: (compose(width),))

    def tell(self, text: Text | None) -> None:
        """Says something on the rule, in place of what it said before; None takes that back."""
        words = "" if text is None else self.session.translator.text(text)
        self.query_one("#rule", Rule).say(words)

    def say_done(self, text: Text) -> None:
        """Says that something was done; it stays while the screen is read anew."""
        self._was_done = text
        self.query_one("#rule", Rule).say(self.session.translator.text(text), Look.GOOD)

    def read_anew(self) -> None:
        """Takes back what was said, but for what was just done."""
        if self._quiet:
            self._quiet = False
            return
        said, self._was_done = self._was_done, None
        if said is None:
            self.tell(None)
        else:
            self.say_done(said)
            self._was_done = None

    def on_failed(self, message: Failed) -> None:
        self.tell(message.text)
        self.session.ready()

    def _too_small(self, width: int) -> list[Line]:
        words = self.session.translator.text
        wanted = T("needs more room: {width}x{height}", width=LEAST_WIDTH, height=LEAST_HEIGHT)
        given = T("this is {width}x{height}", width=self.size.width, height=self.size.height)
        return [line("ResellerDesk", Look.STRONG), line(words(wanted)), line(words(given))]

