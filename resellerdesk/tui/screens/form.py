"""A form: fields to fill in, kept as a draft while they are typed, and what they lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message

from resellerdesk.core.text import Label, T
from resellerdesk.desk.drafts import drop_draft, find_draft, keep_draft
from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.form import HINTS, Field, Form, command_line
from resellerdesk.tui.jobs import Failed, start
from resellerdesk.tui.lines import Line, Look, Run, cells, left, line, said
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.widgets.bar import Bar
from resellerdesk.tui.widgets.entry import Changed, Chosen, Typed
from resellerdesk.tui.widgets.rule import Rule

R = TypeVar("R")
LONGEST_NAME = 46


class FormScreen(Frame, Generic[R]):
    """Asks for a form's values, and does what they are for."""

    BINDINGS = bindings(Place.FORM)
    AUTO_FOCUS = None

    @dataclass
    class Done(Message):
        """It was done."""

        result: object

    def __init__(self, form: Form[R]) -> None:
        super().__init__()
        self._form = form
        self._busy = False

    def body(self) -> ComposeResult:
        yield Bar(id="told")
        draft = find_draft(self.session.desk, self._form.about)
        with VerticalScroll(id="fields", can_focus=False):
            for field in self._form.fields:
                yield Horizontal(
                    Bar(id=f"name-{field.name}"),
                    self._entry(field, draft.get(field.name, field.value)), classes="field",
                )
        yield Rule(id="rule")
        yield Bar(id="command")

    def _entry(self, field: Field, value: str) -> Typed | Chosen:
        if field.choices:
            return Chosen(field.name, field.choices, value, self.press)
        hint = HINTS.get(field.type)
        said_hint = "" if hint is None else self.session.translator.text(hint)
        return Typed(field.name, value, said_hint, self.press)

    def on_mount(self) -> None:
        words = self.session.translator.text
        subject = list(self._form.subject)
        self.title_as(partial(title_line, words(self._form.heading), self.session.as_of, subject))
        told = self.query_one("#told", Bar)
        told.show(self._form.told)
        told.styles.height = len(told.lines(self.app.size.width))
        longest = max((cells([said(self._words(f.label))]) for f in self._form.fields), default=0)
        room = min(longest, LONGEST_NAME, self.app.size.width // 2) + 3
        for field in self._form.fields:
            bar = self.query_one(f"#name-{field.name}", Bar)
            bar.styles.width = room + 1
            bar.show(partial(self._label, field))
        self._show_command()
        if self._entries:
            self.set_focus(self._entries[0])
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if find_draft(self.session.desk, self._form.about):
            self.say_done(T("what you typed before is here again"))
        self.session.ready()

    def _words(self, label: Label) -> str:
        return label if isinstance(label, str) else self.session.translator.text(label)

    def _label(self, field: Field, width: int) -> Sequence[Line]:
        sign = "*" if field.required else " "
        return [(Run(f" {sign}", Look.KEY), *line(left(self._words(field.label), width - 3)))]

    @property
    def _entries(self) -> list[Typed | Chosen]:
        found = self.query("#fields .field > *")
        return [entry for entry in found if isinstance(entry, Typed | Chosen)]

    @property
    def values(self) -> Mapping[str, str]:
        """What is filled in, by the fields' names."""
        return {str(entry.name): entry.value for entry in self._entries}

    def command(self) -> str:
        words = self._form.command(self.values)
        return command_line(words) if words else ""

    def _show_command(self) -> None:
        said_command = self.command()
        self.query_one("#command", Bar).show(
            lambda width: [(Run(" "), said(said_command, Look.QUIET))]
        )

    @on(Changed)
    def _keep(self) -> None:
        self._show_command()
        if any(entry.value != field.value
               for entry, field in zip(self._entries, self._form.fields, strict=True)):
            keep_draft(self.session.desk, self._form.about, self.values)

    def press(self, action: str) -> None:
        """Does one of the form's actions: its fields hand their keys on in order."""
        getattr(self, f"action_{action}")()

    def action_enter(self) -> None:
        """To the next field; after the last one, does it."""
        entries = self._entries
        if not entries or self.focused is entries[-1]:
            self.action_do()
        else:
            self.action_next()

    def action_next(self) -> None:
        self._go(1)

    def action_previous(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        entries = self._entries
        if entries:
            at = next((n for n, entry in enumerate(entries) if entry is self.focused), -1)
            self.set_focus(entries[(at + by) % len(entries)])

    def action_do(self) -> None:
        if self._busy:
            return
        for entry, field in zip(self._entries, self._form.fields, strict=True):
            if field.required and not entry.value.strip():
                self.tell(T("{name} is wanted", name=self._words(field.label)))
                self.set_focus(entry)
                return
        self._busy = True
        start(self, "do", partial(self._form.do, self.values), self.Done)

    def on_form_screen_done(self, message: Done) -> None:
        drop_draft(self.session.desk, self._form.about)
        self.session.back()
        self._form.done(cast(R, message.result))

    def on_failed(self, message: Failed) -> None:
        self._busy = False
        super().on_failed(message)

    def action_leave(self) -> None:
        """Back, and what was typed stays as a draft."""
        if not self._busy:
            self.session.back()

