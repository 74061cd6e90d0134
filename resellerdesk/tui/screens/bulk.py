"""Something done for many renewals: how far it is, and in the end what was refused and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from threading import Event

from textual.app import ComposeResult
from textual.message import Message
from textual.worker import get_current_worker

from resellerdesk.core.text import T, Text
from resellerdesk.desk.bulk import Outcome
from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.form import command_line
from resellerdesk.tui.jobs import start
from resellerdesk.tui.lines import EMPTY, Line, Look, Run, line, said
from resellerdesk.tui.many import Bulk
from resellerdesk.tui.pages.blocks import named, section
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.widgets.bar import Bar
from resellerdesk.tui.widgets.page import Page
from resellerdesk.tui.widgets.rule import Rule

STEPS = 50
"""How often at most it says how far it is: each costs the line some bytes."""


class BulkScreen(Frame):
    """Runs at once; esc stops it after the one under way, and then goes back. `then` hears of
    what was done when the screen is left."""

    BINDINGS = bindings(Place.BULK)
    AUTO_FOCUS = "#page"

    @dataclass
    class Progressed(Message):
        """So many are done."""

        done: int

    @dataclass
    class Ended(Message):
        """All are done, or it was stopped."""

        outcome: Outcome

    def __init__(self, bulk: Bulk, then: Callable[[Outcome], None]) -> None:
        super().__init__()
        self._bulk, self._then = bulk, then
        self._outcome: Outcome | None = None
        self._stop = Event()
        self._told = 0

    def body(self) -> ComposeResult:
        yield Page(id="page")
        yield Rule(id="rule")
        yield Bar(id="command")

    def on_mount(self) -> None:
        words = self.session.translator.text
        count = words(T("{n} renewals", n=len(self._bulk.many)))
        heading = words(self._bulk.heading)
        self.title_as(partial(title_line, heading, self.session.as_of, [count]))
        shown = self.command()
        self.query_one("#command", Bar).show(lambda width: [(Run(" "), said(shown, Look.QUIET))])
        self._say(T("{done} of {all}", done=0, all=len(self._bulk.many)))
        start(self, "bulk", self._work, self.Ended)
        self.call_after_refresh(self.session.ready)

    def command(self) -> str:
        return command_line(self._bulk.command)

    def _work(self) -> Outcome:
        """In a thread; it is not ended but asked to end."""
        worker = get_current_worker()
        return self._bulk.run(
            lambda: not worker.is_cancelled and not self._stop.is_set(), self._hear
        )

    def _hear(self, _: str, done: int) -> None:
        step = max(1, len(self._bulk.many) // STEPS)
        if done // step > self._told:
            self._told = done // step
            self.post_message(self.Progressed(done))

    def on_bulk_screen_progressed(self, message: Progressed) -> None:
        if self._outcome is None:
            self._say(T("{done} of {all}", done=message.done, all=len(self._bulk.many)))

    def _say(self, text: Text) -> None:
        told = self.session.translator.text(text)
        self.query_one(Page).show(lambda width: [EMPTY, line(f"  {told}", Look.STRONG)])

    def on_bulk_screen_ended(self, message: Ended) -> None:
        self._outcome = message.outcome
        self.query_one(Page).show(partial(self._summary, message.outcome))
        self.refresh_bindings()

    def _summary(self, outcome: Outcome, width: int) -> Sequence[Line]:
        words = self.session.translator.text
        counts = [T("{n} done", n=len(outcome.done))]
        if outcome.refused:
            counts.append(T("{n} refused", n=len(outcome.refused)))
        if outcome.left:
            counts.append(T("{n} left as they were: it was stopped", n=outcome.left))
        told = ", ".join(words(text) for text in counts)
        look = Look.LATE if outcome.refused else Look.GOOD
        refused = named([(ref, words(why)) for ref, why in outcome.refused], width - 4)
        made = named([(words(T("quotes")), ", ".join(outcome.made))], width - 4)
        return [
            EMPTY, line(f"  {told}", look), EMPTY,
            *section(words(T("Made")), made), *section(words(T("Refused")), refused),
        ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "stop":
            return self._outcome is None
        return self._outcome is not None if action == "back" else True

    def action_stop(self) -> None:
        self._stop.set()
        self._say(T("stopping after the one under way..."))

    def action_back(self) -> None:
        self.session.back()
        if self._outcome is not None:
            self._then(self._outcome)
