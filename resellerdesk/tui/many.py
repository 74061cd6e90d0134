"""What can be done with many renewals at once: what it asks for, and what then runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from resellerdesk.core.text import T, Text
from resellerdesk.desk.assigning import assign, follow
from resellerdesk.desk.bulk import (
    GoOn,
    Outcome,
    StepOfMany,
    Target,
    for_each,
    quote_each_customer,
)
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.progress import Progress
from resellerdesk.desk.stepping import advancing
from resellerdesk.tui.form import Field, Form, Values, fields_of, set_options
from resellerdesk.tui.stepping import day_of, given_values

Run = Callable[[GoOn, Progress], Outcome]


@dataclass(frozen=True, slots=True)
class Bulk:
    """One thing to do for many; `command` does the same on the command line."""

    heading: Text
    many: Sequence[Target]
    run: Run
    command: Sequence[str]


Then = Callable[[Bulk], None]


def quote_many(desk: Desk, many: Sequence[Target], as_of: date) -> Bulk:
    return Bulk(
        T("Quoting, one for each customer"), many,
        lambda go_on, progress: quote_each_customer(desk, many, as_of, go_on, progress),
        ["quote", *_refs(many)],
    )


def assign_many(desk: Desk, many: Sequence[Target], then: Then) -> Form[Bulk]:
    def bulk(values: Values) -> Bulk:
        owner = values["to"].strip()
        return _each(T("Giving to {owner}", owner=owner or T("nobody")), many,
                     lambda ref: assign(desk, ref, owner), ["assign", *_refs(many), "--to", owner])

    return Form(
        T("Owner"), [_counted(many)], f"assign {_about(many)}",
        [Field("to", T("Login name"), required=False, value=desk.user)], bulk, then,
        lambda values: bulk(values).command,
    )


def follow_many(desk: Desk, many: Sequence[Target], then: Then) -> Form[Bulk]:
    def command(values: Values) -> Sequence[str]:
        return ["follow", *_refs(many), "--on", values["on"], "--text", values["text"]]

    def bulk(values: Values) -> Bulk:
        on, text = day_of(values["on"]), values["text"]
        return _each(T("Coming back on {day}", day=on), many,
                     lambda ref: follow(desk, ref, on, text), command(values))

    return Form(
        T("Come back to them"), [_counted(many)], f"follow {_about(many)}",
        [Field("on", T("On"), "date"), Field("text", T("What for"))], bulk, then, command,
    )


def step_many(
    desk: Desk, many: Sequence[Target], of: StepOfMany, as_of: date, then: Then
) -> Form[Bulk]:
    """One step for all of a family; those that stand elsewhere say so."""
    step, some = of.step, [target for target in many if target.family == of.family]
    files = frozenset(field.name for field in step.needs if field.type == "file")

    def command(values: Values) -> Sequence[str]:
        return ["advance", *_refs(some), step.key, *set_options(values, files)]

    def bulk(values: Values) -> Bulk:
        given = given_values(values, files)
        return _each(T("Step {title}", title=step.title), some,
                     advancing(desk, step.key, given, as_of), command(values))

    return Form(
        T("Step {title}", title=step.title), [_counted(some)], f"step {step.key} {_about(some)}",
        fields_of(step.needs), bulk, then, command,
    )


def _each(
    heading: Text, many: Sequence[Target], act: Callable[[str], object], command: Sequence[str]
) -> Bulk:
    refs = _refs(many)
    return Bulk(heading, many, lambda go_on, progress: for_each(refs, act, go_on, progress),
                command)


def _refs(many: Sequence[Target]) -> Sequence[str]:
    return [target.ref for target in many]


def _counted(many: Sequence[Target]) -> str:
    """As much as a title needs to say of whom a form is about."""
    return many[0].ref if len(many) == 1 else f"{many[0].ref} + {len(many) - 1}"


def _about(many: Sequence[Target]) -> str:
    """Names a draft: the same selection finds it again."""
    return " ".join(_refs(many))
