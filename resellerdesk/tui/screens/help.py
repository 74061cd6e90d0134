"""All keys, by the place where they work."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from textual.app import ComposeResult

from resellerdesk.core.text import T
from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.pages.help import help_lines
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.widgets.page import Page
from resellerdesk.tui.widgets.rule import Rule


class HelpScreen(Frame):
    """Made from the registry of actions."""

    BINDINGS = bindings(Place.HELP)
    AUTO_FOCUS = "#page"

    def __init__(self, here: Collection[Place]) -> None:
        """`here` are the places that one comes from."""
        super().__init__()
        self._here = here

    def body(self) -> ComposeResult:
        yield Page(id="page")
        yield Rule(id="rule")

    def on_mount(self) -> None:
        place = self.session.translator.text(T("Help"))
        self.title_as(partial(title_line, place, self.session.as_of, []))
        self.query_one(Page).show(
            partial(help_lines, self.session.translator, self.session.keymap, self._here)
        )
        self.call_after_refresh(self.session.ready)

    def action_back(self) -> None:
        self.session.back()
