"""Building a quote: lines, wishes and live totals; nothing is stored until it is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from textual.app import ComposeResult
from textual.message import Message

from resellerdesk.core.pricing import Line as QuoteLine
from resellerdesk.core.quote import Numbered, Quote
from resellerdesk.core.text import T, Text
from resellerdesk.desk.choosing import Choices, choices
from resellerdesk.desk.drafts import drop_draft, find_draft, keep_draft
from resellerdesk.tui import building
from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.form import Form, command_line
from resellerdesk.tui.jobs import Failed, start
from resellerdesk.tui.lines import Line, Look, Run, said
from resellerdesk.tui.pages.empty import reading, told_to
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.pages.quote_columns import QuoteCells
from resellerdesk.tui.pages.quote_totals import said_of, totals_lines
from resellerdesk.tui.screens.explain import ExplainScreen
from resellerdesk.tui.screens.form import FormScreen
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.screens.pick import Pick, PickScreen
from resellerdesk.tui.screens.quote import QuoteScreen
from resellerdesk.tui.widgets.bar import Bar
from resellerdesk.tui.widgets.grid import Grid
from resellerdesk.tui.widgets.rule import Rule
from resellerdesk.tui.wishes import Wishes, put, wishes_of

NO_LINES = (T("This quote has no price yet."),
            T("o shows the ways to go on; esc leaves it, nothing was stored."))
NOTHING_MORE = (T("Nothing else of this customer ends within a year."), T("esc goes back."))


class BuilderScreen(Frame):
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

    @dataclass
    class Found(Message):
        """What there is to choose was read."""

        picks: Sequence[Pick]

    @dataclass
    class Lines(Found):
        """What else could stand on the quote."""

    @dataclass
    class AddOns(Message):
        """The options of the line under the cursor, with their add-ons."""

        ref: str
        found: Choices

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self._about = f"quote {wishes.revises or ' '.join(sorted(wishes.refs))}"
        self.wishes = self._good = wishes
        self.quote: Quote | None = None
        self._busy = False

    def body(self) -> ComposeResult:
        yield Grid(QuoteCells(self.session.translator, "EUR").folds(), _key, id="lines")
        yield Rule(id="rule")
        yield Bar(id="wishes")
        yield Bar(id="totals")
        yield Bar(id="said")

    def on_mount(self) -> None:
        self.grid.show((), partial(reading, self.session.translator))
        draft = wishes_of(find_draft(self.session.desk, self._about))
        if draft is not None:
            self._was_done = T("what you began before is here again; {key} starts anew", key="x")
        self.change(draft or self.wishes)

    @property
    def grid(self) -> Grid[QuoteLine]:
        return self.query_one("#lines", Grid)

    @property
    def ref(self) -> str:
        """The entitlement of the line under the cursor."""
        line = self.grid.current
        return line.ref if line is not None else self.wishes.refs[0]

    def change(self, wishes: Wishes) -> None:
        """Prices other wishes; what cannot be priced is told, and the old ones stand."""
        self.wishes = wishes
        work = partial(building.price, self.session.desk, wishes, self.session.as_of)
        start(self, "price", work, partial(self.Priced, wishes))

    def on_builder_screen_priced(self, message: Priced) -> None:
        if message.wishes != self.wishes:
            return
        desk, translator = self.session.desk, self.session.translator
        self._good, self.quote = message.wishes, message.numbered.quote
        if self.quote.items and not self.wishes.refs:
            refs = tuple(item.ref for item in self.quote.items)
            self.wishes = self._good = replace(self.wishes, refs=refs)
        keep_draft(desk, self._about, self._good.draft())
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
        return command_line(self._good.command())

    def _wished(self, width: int) -> Sequence[Line]:
        return [(Run(" "), said(self.command(), Look.QUIET))]

    def on_failed(self, message: Failed) -> None:
        """What was wished for last does not work: it is told, and the quote stays as it was."""
        self._busy = False
        self.wishes = self._good
        if self.quote is None:
            self.grid.show((), partial(told_to, NO_LINES, self.session.translator))
        super().on_failed(message)

    # ------------------------------------------------------------ wishes

    def _ask(self, form: Form[Wishes]) -> None:
        self.session.open(FormScreen(form))

    def action_discount(self) -> None:
        self._ask(building.discount_form(self._good, self.ref, self.change))

    def action_quantity(self) -> None:
        line = self.grid.current
        now = 1 if line is None else line.quantity
        self._ask(building.quantity_form(self._good, self.ref, now, self.change))

    def action_align(self) -> None:
        self._ask(building.align_form(self._good, self.change))

    def action_language(self) -> None:
        now = "" if self.quote is None else self.quote.language
        self._ask(building.language_form(self._good, now, self.change))

    def action_option(self) -> None:
        self._choose(T("Ways to go on"), lambda pick: self.change(
            replace(self._good, options=put(self._good.options, self.ref, pick.key))))

    def action_alternative(self) -> None:
        self._choose(T("Show beside it"), lambda pick: self.change(
            replace(self._good, alternatives=(*self._good.alternatives, pick.key))))

    def _choose(self, heading: Text, then: Callable[[Pick], None]) -> None:
        ref, as_of, words = self.ref, self.session.as_of, self.session.translator
        self._heading, self._then = heading, then
        read = partial(building.option_picks, self.session.desk, ref, as_of, words)
        start(self, "picks", read, self.Found)

    def on_builder_screen_found(self, message: Found) -> None:
        self.session.open(
            PickScreen(self._heading, [self.ref], message.picks, self._then, NO_LINES)
        )

    def action_addons(self) -> None:
        ref = self.ref
        read = partial(choices, self.session.desk, ref, self.session.as_of)
        start(self, "addons", read, partial(self.AddOns, ref))

    def on_builder_screen_add_ons(self, message: AddOns) -> None:
        typed = self._good.options.get(message.ref, self._good.options.get("", ""))
        key = typed.partition("+")[0]
        options = message.found.options
        option = next((o for o in options if o.option.key == key), None) or next(
            o for o in options if o.option.recommended)
        if option.addons:
            self._ask(building.addons_form(self._good, message.ref, option, self.change))
        else:
            self.tell(T("{ref}: this way to go on has no add-ons", ref=message.ref))

    def action_more(self) -> None:
        if self.quote is None:
            return
        customer = self.quote.customer.id
        read = partial(building.more_lines, self.session.desk, self._good, customer,
                       self.session.as_of)
        start(self, "picks", read, self.Lines)

    def on_builder_screen_lines(self, message: Lines) -> None:
        self.session.open(PickScreen(
            T("One more line"), [], message.picks, lambda pick: self.change(
                replace(self._good, refs=(*self._good.refs, pick.key))), NOTHING_MORE))

    def action_drop(self) -> None:
        """Leaves out the line under the cursor; the last one stays."""
        if len(self._good.refs) > 1:
            self.change(self._good.without(self.ref))
        else:
            self.tell(T("the last line stays; esc leaves the quote"))

    def action_anew(self) -> None:
        drop_draft(self.session.desk, self._about)
        self.change(Wishes(self._good.refs, revises=self._good.revises))

    # ------------------------------------------------------------ what becomes of it

    def action_explain(self) -> None:
        if self.quote is not None:
            said = partial(said_of, self.quote, self.session.translator)
            self.session.open(ExplainScreen(self.quote.lines, said, self.grid.at))

    def action_store(self) -> None:
        if self.quote is None or self._busy:
            return
        self._busy = True
        work = partial(building.store, self.session.desk, self._good, self.session.as_of)
        start(self, "store", work, self.Stored)

    def on_builder_screen_stored(self, message: Stored) -> None:
        drop_draft(self.session.desk, self._about)
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
