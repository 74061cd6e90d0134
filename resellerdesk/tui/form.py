"""What a form asks for and what becomes of it, as plain data; screens/form.py shows it."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from resellerdesk.core.text import Label, T, Text
from resellerdesk.sdk.fields import FormField
from resellerdesk.tui.widgets.bar import Compose

R = TypeVar("R")
Values = Mapping[str, str]

HINTS: Mapping[str, Text] = {
    "date": T("a date such as 2026-11-24"),
    "money": T("an amount such as 1250.00"),
    "number": T("a number"),
    "file": T("the path of a file"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form. `choices` are keys with what they are called."""

    name: str
    label: Label
    type: str = "text"
    required: bool = True
    choices: Sequence[tuple[str, str]] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Form(Generic[R]):
    """A form: `told` stands above its fields; `about` names its draft.

    `do` works in a thread, with what was filled in, and may raise Refusal: then the form stays
    open. `done` gets what it returned, once the form is closed. `command` is what does the same
    on the command line, with the values so far.
    """

    heading: Text
    subject: Sequence[str]
    about: str
    fields: Sequence[Field]
    do: Callable[[Values], R]
    done: Callable[[R], None]
    command: Callable[[Values], Sequence[str]]
    told: Compose = lambda width: ()


def fields_of(needs: Sequence[FormField]) -> Sequence[Field]:
    """The questions that a step's values make."""
    return [
        Field(each.name, each.name.replace("_", " "), each.type, each.required,
              [(choice, choice.replace("_", " ")) for choice in each.choices])
        for each in needs
    ]


def command_line(words: Sequence[str]) -> str:
    """A command as one types it into a shell."""
    return shlex.join(["resellerdesk", *words])


def set_options(values: Values, files: frozenset[str]) -> list[str]:
    """`--set` options for the values that are filled in."""
    found: list[str] = []
    for name, value in values.items():
        if value:
            found += ["--set", f"{name}=@{value}" if name in files else f"{name}={value}"]
    return found
