"""A view from which rows are selected, and what is done with them: one, or many at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from textual.message import Message

from resellerdesk.core.text import T, Text
from resellerdesk.desk.bulk import Outcome, StepOfMany, Target, steps_of, targets
from resellerdesk.tui.actions import Facts
from resellerdesk.tui.form import Form
from resellerdesk.tui.jobs import start
from resellerdesk.tui.many import (
    Bulk,
    assign_many,
    follow_many,
    quote_many,
    step_many,
)
from resellerdesk.tui.screens.builder import BuilderScreen
from resellerdesk.tui.screens.bulk import BulkScreen
from resellerdesk.tui.screens.form import FormScreen
from resellerdesk.tui.screens.pick import Pick, PickScreen
from resellerdesk.tui.screens.view import ViewScreen
from resellerdesk.tui.wishes import Wishes

NEEDS_A_ROW = frozenset(
    ("mark", "mark_all", "turn_marks", "quote", "step", "assign", "follow")
)
NO_STEP = (
    T("No step leads on from where these stand."),
    T("esc goes back; enter on one of them shows how it stands."),
)


class SelectionScreen(ViewScreen):
    """What is marked stays marked whatever is shown; without a mark, the row under the cursor is
    meant."""

    @dataclass
    class Chosen(Message):
        """It was read what those that are meant are called; `then` goes on with them."""

        many: Sequence[Target]
        then: Callable[[Sequence[Target]], None]

    @dataclass
    class Steps(Message):
        """It was read which steps they can take."""

        many: Sequence[Target]
        found: Sequence[StepOfMany]

    def facts(self) -> Facts:
        """Where a marked row was never looked at, its ref is not known, and so no command is."""
        current = self.grid.current
        shown = [] if current is None else [current.ref]
        known = [self.row(id_) for id_ in self.grid.marked if isinstance(id_, int)]
        marked = [row.ref for row in known if row is not None]
        searched = self.query_asked.search if self.query_asked is not None else ""
        return {
            "ref": shown, "search": [searched] if searched else [],
            "refs": shown if not known else marked if len(marked) == len(known) else [],
        }

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in NEEDS_A_ROW:
            return bool(self.grid.marked) or self.grid.current is not None
        return super().check_action(action, parameters)

    def action_mark(self) -> None:
        self.grid.mark()
        self._marks_changed()

    def action_mark_all(self) -> None:
        self.grid.mark_all()
        self._marks_changed()

    def action_turn_marks(self) -> None:
        self.grid.turn_marks()
        self._marks_changed()

    def unmark_all(self) -> None:
        self.grid.unmark()
        self._marks_changed()

    def _marks_changed(self) -> None:
        self.retitle()
        self.refresh_bindings()

    def _with_the_chosen(self, then: Callable[[Sequence[Target]], None]) -> None:
        """Reads what those that are meant are called, in a thread, and goes on with them."""
        current = self.grid.current
        ids = [key for key in self.grid.marked if isinstance(key, int)]
        if not ids and current is not None:
            ids = [current.record.held.id]
        read = partial(targets, self.session.desk, ids)
        start(self, "chosen", read, lambda many: self.Chosen(many, then))

    def on_selection_screen_chosen(self, message: Chosen) -> None:
        if message.many:
            message.then(message.many)

    def action_quote(self) -> None:
        self._with_the_chosen(self._quote)

    def _quote(self, many: Sequence[Target]) -> None:
        if len({target.customer_id for target in many}) == 1:
            self.session.open(BuilderScreen(Wishes(tuple(target.ref for target in many))))
        else:
            self._run(quote_many(self.session.desk, many, self.session.as_of))

    def action_assign(self) -> None:
        self._with_the_chosen(lambda many: self._ask_for(
            assign_many(self.session.desk, many, self._run)))

    def action_follow(self) -> None:
        self._with_the_chosen(lambda many: self._ask_for(
            follow_many(self.session.desk, many, self._run)))

    def action_step(self) -> None:
        self._with_the_chosen(self._read_steps)

    def _read_steps(self, many: Sequence[Target]) -> None:
        read = partial(steps_of, self.session.desk, many, self.session.as_of)
        start(self, "steps", read, partial(self.Steps, many))

    def on_selection_screen_steps(self, message: Steps) -> None:
        by_key = {f"{of.family}:{of.step.key}": of for of in message.found}
        picks = [self._pick(key, of, len(message.many)) for key, of in by_key.items()]
        count = self.session.translator.text(T("{n} renewals", n=len(message.many)))
        self.session.open(PickScreen(
            T("Steps"), [count], picks,
            lambda pick: self._ask_for(step_many(
                self.session.desk, message.many, by_key[pick.key], self.session.as_of,
                self._run)),
            NO_STEP))

    def _pick(self, key: str, of: StepOfMany, all_: int) -> Pick:
        words = self.session.translator.text
        if all_ == 1:
            return Pick(key, words(of.step.title), of.step.key, of.step.why_not)
        told = T("{n} of {all}, {family}", n=of.count, all=all_, family=self._family(of.family))
        return Pick(key, words(of.step.title), words(told))

    def _family(self, key: str) -> Text | str:
        loaded = self.session.desk.extensions.families.get(key)
        return key if loaded is None else loaded.family.title

    def _ask_for(self, form: Form[Bulk]) -> None:
        """What is to be filled in; where there is nothing, it runs at once."""
        if form.fields:
            self.session.open(FormScreen(form))
        else:
            self._run(form.do({}))

    def _run(self, bulk: Bulk) -> None:
        self.session.open(BulkScreen(bulk, partial(self._done, bulk)))

    def _done(self, bulk: Bulk, outcome: Outcome) -> None:
        """What was done needs no mark any more; what was refused keeps it."""
        done = set(outcome.done)
        self.grid.marked -= {target.id for target in bulk.many if target.ref in done}
        self._marks_changed()
        self.read_again()
