"""One renewal: all that is known of it, its options side by side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from textual.app import ComposeResult
from textual.message import Message

from resellerdesk.core.text import T
from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.glance import Glance, glance
from resellerdesk.tui.jobs import start
from resellerdesk.tui.pages.empty import reading
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.pages.renewal import Sheet, renewal_lines
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.titles import state_title
from resellerdesk.tui.widgets.page import Page
from resellerdesk.tui.widgets.rule import Rule


class RenewalScreen(Frame):
    """Shows the renewal named by a ref."""

    BINDINGS = bindings(Place.RENEWAL)
    AUTO_FOCUS = "#page"

    @dataclass
    class Loaded(Message):
        """The renewal was read."""

        seen: Glance

    def __init__(self, ref: str) -> None:
        super().__init__()
        self.ref = ref

    def body(self) -> ComposeResult:
        yield Page(id="page")
        yield Rule(id="rule")

    def on_mount(self) -> None:
        place = self.session.translator.text(T("Renewal"))
        self.title_as(partial(title_line, place, self.session.as_of, [self.ref]))
        self.query_one(Page).show(partial(reading, self.session.translator))
        self.action_refresh()

    def on_renewal_screen_loaded(self, message: Loaded) -> None:
        record = message.seen.shown.record
        translator, as_of = self.session.translator, self.session.as_of
        title = state_title(self.session.desk, record.held.family, record.cycle.state)
        state = translator.text(title)
        self.tell(None)
        self.query_one(Page).show(
            lambda width: renewal_lines(Sheet(message.seen, state, as_of, translator, width))
        )
        self.session.ready()

    def action_refresh(self) -> None:
        read = partial(glance, self.session.desk, self.ref, self.session.as_of)
        start(self, "renewal", read, self.Loaded)

    def action_back(self) -> None:
        self.session.back()
