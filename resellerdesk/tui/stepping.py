"""Steps, notes, owners and follow-ups as forms, each with the command that does the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.assigning import assign, follow, note
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.stepping import StepShown, advance
from resellerdesk.files.given import read_file
from resellerdesk.tui.form import Field, Form, Values, fields_of, set_options

Then = Callable[[None], None]


def step_form(desk: Desk, ref: str, step: StepShown, as_of: date, then: Then) -> Form[None]:
    """Asks for the values that a step needs, and takes it."""
    files = frozenset(field.name for field in step.needs if field.type == "file")

    def do(values: Values) -> None:
        advance(desk, ref, step.key, given_values(values, files), as_of)

    return Form(
        T("Step {title}", title=step.title), [ref], f"step {step.key} {ref}",
        fields_of(step.needs), do, then,
        lambda values: ["advance", ref, step.key, *set_options(values, files)],
    )


def given_values(values: Values, files: frozenset[str]) -> Mapping[str, str | bytes]:
    """What was filled in, with the content of the files; an empty field was not given."""
    return {
        name: read_file(Path(value)) if name in files else value
        for name, value in values.items() if value.strip()
    }


def note_form(desk: Desk, ref: str, then: Then) -> Form[None]:
    return Form(
        T("Note"), [ref], f"note {ref}", [Field("text", T("Note"))],
        lambda values: note(desk, ref, values["text"]), then,
        lambda values: ["note", ref, values["text"]],
    )


def assign_form(desk: Desk, ref: str, owner: str, then: Then) -> Form[None]:
    return Form(
        T("Owner"), [ref], f"assign {ref}",
        [Field("to", T("Login name"), required=False, value=owner or desk.user)],
        lambda values: assign(desk, ref, values["to"].strip()), then,
        lambda values: ["assign", ref, "--to", values["to"]],
    )


def follow_form(desk: Desk, ref: str, then: Then) -> Form[None]:
    return Form(
        T("Come back to it"), [ref], f"follow {ref}",
        [Field("on", T("On"), "date"), Field("text", T("What for"))],
        lambda values: follow(desk, ref, day_of(values["on"]), values["text"]), then,
        lambda values: ["follow", ref, "--on", values["on"], "--text", values["text"]],
    )


def day_of(typed: str) -> date:
    """A date as typed. Raises Refusal for what is none."""
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise Refusal(
            T("{typed} is no date; one such as 2026-11-24 works", typed=typed)
        ) from None
