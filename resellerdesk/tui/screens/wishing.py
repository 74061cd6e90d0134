"""What one can wish of a quote while it is made: each wish asked for, and handed to `change`."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from textual.message import Message

from resellerdesk.core.pricing import Line as QuoteLine
from resellerdesk.core.quote import Quote
from resellerdesk.core.text import T, Text
from resellerdesk.desk.choosing import Choices, choices
from resellerdesk.desk.drafts import drop_draft
from resellerdesk.tui import building
from resellerdesk.tui.form import Form
from resellerdesk.tui.jobs import start
from resellerdesk.tui.screens.form import FormScreen
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.screens.pick import Pick, PickScreen
from resellerdesk.tui.widgets.grid import Grid
from resellerdesk.tui.wishes import Wishes, put

NO_LINES = (T("This quote has no price yet."),
            T("o shows the ways to go on; esc leaves it, nothing was stored."))
NOTHING_MORE = (T("Nothing else of this customer ends within a year."), T("esc goes back."))


class WishingScreen(Frame):
    """`good` are the wishes that were priced last, `quote` what they come to; None before that."""

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
        self.about = f"quote {wishes.revises or ' '.join(sorted(wishes.refs))}"
        self.wishes = self.good = wishes
        self.quote: Quote | None = None

    @abstractmethod
    def change(self, wishes: Wishes) -> None:
        """Prices other wishes; what cannot be priced is told, and the old ones stand."""

    @property
    def grid(self) -> Grid[QuoteLine]:
        return self.query_one("#lines", Grid)

    @property
    def ref(self) -> str:
        """The entitlement of the line under the cursor."""
        line = self.grid.current
        return line.ref if line is not None else self.wishes.refs[0]

    def _ask(self, form: Form[Wishes]) -> None:
        self.session.open(FormScreen(form))

    def action_discount(self) -> None:
        self._ask(building.discount_form(self.good, self.ref, self.change))

    def action_quantity(self) -> None:
        line = self.grid.current
        now = 1 if line is None else line.quantity
        self._ask(building.quantity_form(self.good, self.ref, now, self.change))

    def action_align(self) -> None:
        self._ask(building.align_form(self.good, self.change))

    def action_language(self) -> None:
        now = "" if self.quote is None else self.quote.language
        self._ask(building.language_form(self.good, now, self.change))

    def action_option(self) -> None:
        self._choose(T("Ways to go on"), lambda pick: self.change(
            replace(self.good, options=put(self.good.options, self.ref, pick.key))))

    def action_alternative(self) -> None:
        self._choose(T("Show beside it"), lambda pick: self.change(
            replace(self.good, alternatives=(*self.good.alternatives, pick.key))))

    def _choose(self, heading: Text, then: Callable[[Pick], None]) -> None:
        ref, as_of, words = self.ref, self.session.as_of, self.session.translator
        self._heading, self._then = heading, then
        read = partial(building.option_picks, self.session.desk, ref, as_of, words)
        start(self, "picks", read, self.Found)

    def on_wishing_screen_found(self, message: Found) -> None:
        self.session.open(
            PickScreen(self._heading, [self.ref], message.picks, self._then, NO_LINES)
        )

    def action_addons(self) -> None:
        ref = self.ref
        read = partial(choices, self.session.desk, ref, self.session.as_of)
        start(self, "addons", read, partial(self.AddOns, ref))

    def on_wishing_screen_add_ons(self, message: AddOns) -> None:
        typed = self.good.options.get(message.ref, self.good.options.get("", ""))
        key = typed.partition("+")[0]
        options = message.found.options
        option = next((o for o in options if o.option.key == key), None) or next(
            o for o in options if o.option.recommended)
        if option.addons:
            self._ask(building.addons_form(self.good, message.ref, option, self.change))
        else:
            self.tell(T("{ref}: this way to go on has no add-ons", ref=message.ref))

    def action_more(self) -> None:
        if self.quote is None:
            return
        customer = self.quote.customer.id
        read = partial(building.more_lines, self.session.desk, self.good, customer,
                       self.session.as_of)
        start(self, "picks", read, self.Lines)

    def on_wishing_screen_lines(self, message: Lines) -> None:
        self.session.open(PickScreen(
            T("One more line"), [], message.picks, lambda pick: self.change(
                replace(self.good, refs=(*self.good.refs, pick.key))), NOTHING_MORE))

    def action_drop(self) -> None:
        """Leaves out the line under the cursor; the last one stays."""
        if len(self.good.refs) > 1:
            self.change(self.good.without(self.ref))
        else:
            self.tell(T("the last line stays; esc leaves the quote"))

    def action_anew(self) -> None:
        drop_draft(self.session.desk, self.about)
        self.change(Wishes(self.good.refs, revises=self.good.revises))
