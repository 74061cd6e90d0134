"""One stored quote, and what becomes of it: accepted, declined, revised, withdrawn, approved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual.message import Message

from resellerdesk.core.text import T, Text
from resellerdesk.desk.approving import approve
from resellerdesk.desk.quote_lines import OPEN_STATUS, WAITING
from resellerdesk.desk.sending import Sent
from resellerdesk.desk.undoing import undo
from resellerdesk.tui.actions import Facts, Place, bindings
from resellerdesk.tui.form import Form
from resellerdesk.tui.jobs import start
from resellerdesk.tui.lines import Line
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.pages.quote import QuoteSeen, quote_lines, read_quote
from resellerdesk.tui.pages.quote_totals import said_of
from resellerdesk.tui.quote_forms import (
    accept_form,
    decline_form,
    pdf_form,
    send_form,
    withdraw_form,
)
from resellerdesk.tui.screens.explain import ExplainScreen
from resellerdesk.tui.screens.form import FormScreen
from resellerdesk.tui.screens.reading import ReadingScreen
from resellerdesk.tui.wishes import Wishes

WHILE_OPEN = frozenset({"accept", "decline", "withdraw", "revise", "send"})


class QuoteScreen(ReadingScreen[QuoteSeen]):
    """Shows the newest revision of the quote of a number."""

    BINDINGS = bindings(Place.QUOTE)

    @dataclass
    class Changed(Message):
        """Something became of it."""

        said: Text

    def __init__(self, number: str, *, stored: bool = False) -> None:
        super().__init__()
        self.number = number
        if stored:
            self._was_done = T("stored as {number}; w writes the PDF", number=number)

    def on_mount(self) -> None:
        place = self.session.translator.text(T("Quote"))
        self.title_as(partial(title_line, place, self.session.as_of, [self.number]))

    def facts(self) -> Facts:
        refs = [] if self.seen is None else [line.ref for line in self.seen.stored.quote.lines]
        return {"number": [self.number], "ref": refs[:1]}

    def read(self) -> QuoteSeen:
        return read_quote(self.session.desk, self.number, self.session.as_of)

    def lines(self, found: QuoteSeen, width: int) -> Sequence[Line]:
        customer = found.stored.quote.customer.name
        place = self.session.translator.text(T("Quote"))
        self.title_as(partial(title_line, place, self.session.as_of, [self.number, customer]))
        return quote_lines(found, self.session.translator, width)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in WHILE_OPEN:
            return self.seen is not None and self.seen.stored.status in OPEN_STATUS
        if action == "approve":
            return self.seen is not None and self.seen.stored.status == WAITING
        if action in ("explain", "pdf", "undo"):
            return self.seen is not None
        return True

    def _ask(self, form: Form[Any]) -> None:
        self.session.open(FormScreen(form))

    def _done(self, said: Text, _: object = None) -> None:
        self.say_done(said)
        self.action_refresh()

    def action_accept(self) -> None:
        if self.seen is not None:
            desk, as_of = self.session.desk, self.session.as_of
            self._ask(accept_form(desk, self.seen.stored, as_of, self._accepted))

    def _accepted(self, told: Sequence[Text]) -> None:
        """What the signed copy said is told too, where there was one."""
        said = T("accepted; the orders are made (u takes it back)")
        for text in told:
            said = T("{said}; {more}", said=said, more=text)
        self._done(said)

    def action_decline(self) -> None:
        said = partial(self._done, T("declined (u takes it back)"))
        self._ask(decline_form(self.session.desk, self.number, said))

    def action_withdraw(self) -> None:
        said = partial(self._done, T("taken back"))
        self._ask(withdraw_form(self.session.desk, self.number, said))

    def action_pdf(self) -> None:
        if self.seen is not None:
            self._ask(pdf_form(self.session.desk, self.seen.stored, self._written))

    def _written(self, path: str) -> None:
        self.say_done(T("written to {path}", path=path))

    def action_send(self) -> None:
        if self.seen is not None:
            customer = self.seen.stored.quote.customer
            self._ask(send_form(self.session.desk, self.number, customer.email,
                                self.session.as_of, self._sent))

    def _sent(self, sent: Sent) -> None:
        self._done(T("{status}: {to} {file}", status=sent.status, to=sent.to, file=sent.file))

    def action_revise(self) -> None:
        from resellerdesk.tui.screens.builder import BuilderScreen

        if self.seen is not None:
            refs = tuple(item.ref for item in self.seen.stored.quote.items)
            self.session.back()
            self.session.open(BuilderScreen(Wishes(refs, revises=self.number)))

    def action_explain(self) -> None:
        if self.seen is not None:
            quote = self.seen.stored.quote
            said = partial(said_of, quote, self.session.translator)
            self.session.open(ExplainScreen(quote.lines, said))

    def action_approve(self) -> None:
        said = T("approved: it may go out")
        work = partial(approve, self.session.desk, self.number)
        start(self, "approve", work, lambda _: self.Changed(said))

    def action_undo(self) -> None:
        if self.seen is not None:
            ref = self.seen.stored.quote.items[0].ref
            said = T("the last step was taken back")
            start(self, "undo", partial(undo, self.session.desk, ref),
                  lambda _: self.Changed(said))

    def on_quote_screen_changed(self, message: Changed) -> None:
        self._done(message.said)
