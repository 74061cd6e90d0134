"""Building a quote: lines, wishes and live totals; nothing is stored until it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from textual.app import ComposeResult
from textual.message import Message

from resellerdesk.core.pricing import Line as QuoteLine
from resellerdesk.core.quote import Numbered, Quote
from resellerdesk.core.text import T, Text
from resellerdesk.desk.drafts import drop_draft, find_draft, keep_draft
from resellerdesk.tui import building
from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.form import command_line
from resellerdesk.tui.jobs import Failed, start
from resellerdesk.tui.lines import Line, Look, Run, said
from resellerdesk.tui.pages.empty import reading, told_to
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.pages.quote_columns import QuoteCells
from resellerdesk.tui.pages.quote_totals import said_of, totals_lines
from resellerdesk.tui.screens.explain import ExplainScreen
from resellerdesk.tui.screens.quote import QuoteScreen
from resellerdesk.tui.screens.wishing import NO_LINES, WishingScreen
from resellerdesk.tui.widgets.bar import Bar
from resellerdesk.tui.widgets.grid import Grid
from resellerdesk.tui.widgets.rule import Rule
from resellerdesk.tui.wishes import Wishes, wishes_of


class BuilderScreen(WishingScreen):
    """A quote that is not stored yet. Each change prices it anew and keeps it as a draft."""

    BINDINGS = bindings(Place.BUILDER)
    AUTO_FOCUS = "#lines"

    @dataclass
    class Priced(Message):
        """The wishes were priced."""

        wishes: Wishes
        numbered: Numbered

    @dataclass
    class Stored(Message):
        """The quote has its number."""

        numbered: Numbered

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(wishes)
        self._busy = False

    def body(self) -> ComposeResult:
        yield Grid(QuoteCells(self.session.translator, "EUR").folds(), _key, id="lines")
        yield Rule(id="rule")
        yield Bar(id="wishes")
        yield Bar(id="totals")
        yield Bar(id="said")

    def on_mount(self) -> None:
        self.grid.show((), partial(reading, self.session.translator))
        draft = wishes_of(find_draft(self.session.desk, self.about))
        if draft is not None:
            self._was_done = T("what you began before is here again; {key} starts anew", key="x")
        self.change(draft or self.wishes)

    def change(self, wishes: Wishes) -> None:
        """Prices other wishes; what cannot be priced is told, and the old ones stand."""
        self.wishes = wishes
        work = partial(building.price, self.session.desk, wishes, self.session.as_of)
        start(self, "price", work, partial(self.Priced, wishes))

    def on_builder_screen_priced(self, message: Priced) -> None:
        if message.wishes != self.wishes:
            return
        desk, translator = self.session.desk, self.session.translator
        self.good, self.quote = message.wishes, message.numbered.quote
        if self.quote.items and not self.wishes.refs:
            refs = tuple(item.ref for item in self.quote.items)
            self.wishes = self.good = replace(self.wishes, refs=refs)
        keep_draft(desk, self.about, self.good.draft())
        self.read_anew()
        cells = QuoteCells(translator, self.quote.currency)
        self.grid.fold_as(cells.folds())
        self.grid.show(self.quote.lines, partial(told_to, NO_LINES, translator))
        self.query_one("#wishes", Bar).show(self._wished)
        self.query_one("#totals", Bar).show(partial(totals_lines, self.quote, translator))
        self.query_one("#said", Bar).show(self._said)
        self._fit()
        self._title(self.quote)
        self.refresh_bindings()
        self.session.ready()

    def _said(self, width: int) -> Sequence[Line]:
        """What has to be said of it; what has no room here is shown with the explanations."""
        if self.quote is None:
            return ()
        lines = said_of(self.quote, self.session.translator, width)
        most = max(2, self.app.size.height // 4)
        if len(lines) <= most:
            return lines
        more = T("e shows {n} lines more", n=len(lines) - most + 1)
        told = self.session.translator.text(more)
        return [*lines[: most - 1], (said(f"  ... {told}", Look.QUIET),)]

    def _fit(self) -> None:
        """The bars under the lines are as high as what they say."""
        for name in ("wishes", "totals", "said"):
            bar = self.query_one(f"#{name}", Bar)
            bar.styles.height = len(bar.lines(self.app.size.width))

    def on_resize(self) -> None:
        self._fit()

    def _title(self, quote: Quote) -> None:
        words = self.session.translator.text
        place = T("Revision of {number}", number=self.wishes.revises) if self.wishes.revises else (
            T("New quote"))
        told = [quote.customer.name, words(counted(len(quote.lines))), quote.currency]
        self.title_as(partial(title_line, words(place), self.session.as_of, told))

    def command(self) -> str:
        return command_line(self.good.command())

    def _wished(self, width: int) -> Sequence[Line]:
        return [(Run(" "), said(self.command(), Look.QUIET))]

    def on_failed(self, message: Failed) -> None:
        """What was wished for last does not work: it is told, and the quote stays as it was."""
        self._busy = False
        self.wishes = self.good
        if self.quote is None:
            self.grid.show((), partial(told_to, NO_LINES, self.session.translator))
        super().on_failed(message)

    def action_explain(self) -> None:
        if self.quote is not None:
            said = partial(said_of, self.quote, self.session.translator)
            self.session.open(ExplainScreen(self.quote.lines, said, self.grid.at))

    def action_store(self) -> None:
        if self.quote is None or self._busy:
            return
        self._busy = True
        work = partial(building.store, self.session.desk, self.good, self.session.as_of)
        start(self, "store", work, self.Stored)

    def on_builder_screen_stored(self, message: Stored) -> None:
        drop_draft(self.session.desk, self.about)
        numbered = message.numbered
        self.session.back()
        assert numbered.number is not None  # it was just stored
        self.session.open(QuoteScreen(numbered.number, stored=True))

    def action_back(self) -> None:
        if not self._busy:
            self.session.back()


def counted(lines: int) -> Text:
    """How many lines a quote has."""
    return Text("{n} line", {"n": lines}, plural="{n} lines", count="n")


def _key(line: QuoteLine) -> tuple[str, str]:
    return line.ref, line.charge
