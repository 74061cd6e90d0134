"""The renewal screen's page: all that the desk knows of one entitlement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from resellerdesk.core.text import T, Text
from resellerdesk.desk.showing import Shown
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.glance import Glance
from resellerdesk.tui.lines import EMPTY, Line, Run
from resellerdesk.tui.pages.blocks import Block, beside, section
from resellerdesk.tui.pages.options import options_block
from resellerdesk.tui.pages.preview import what_line
from resellerdesk.tui.pages.standing import standing_line


def renewal_lines(
    seen: Glance, state: str, as_of: date, translator: Translator, width: int
) -> Sequence[Line]:
    """The whole page; `state` is the name of the renewal's state."""
    page = _Page(seen.shown, state, as_of, translator, width)
    head = [
        (Run(" "), *what_line(seen.shown)),
        (Run(" "), *standing_line(seen, as_of, translator)),
        EMPTY,
    ]
    options = () if seen.choices is None else options_block(seen.choices, translator, page.inner)
    lines = [
        *head,
        *page.fault(),
        *page.section(T("Findings"), page.findings()),
        *page.section(T("Ways to go on"), options),
        *beside(
            page.section(T("Held"), page.columns()), page.section(T("Facts"), page.facts()), width
        ),
        *page.tables(),
        *page.section(T("Quotes"), page.quotes()),
        *page.section(T("History"), page.history()),
    ]
    return lines[:-1] if lines[-1] == EMPTY else lines


class _Page:
    """The sections of one page."""

    def __init__(
        self, shown: Shown, state: str, as_of: date, translator: Translator, width: int
    ) -> None:
        self.shown, self.state, self.as_of = shown, state, as_of
        self.translator = translator
        self.inner = width - 4
        self.half = width // 2 - 4 if width >= 96 else self.inner

    def section(self, title: Text, body: Block) -> Block:
        return section(self.translator.text(title), body)
