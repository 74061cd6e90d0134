"""`resellerdesk steps`, `advance` and `undo`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.out import print_columns, print_json, tell
from resellerdesk.cli.show_document import print_shown, show_document
from resellerdesk.cli.values_in_a_row import GREEDY_PAIRS, row_command
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk import stepping, undoing
from resellerdesk.desk.showing import show, show_each
from resellerdesk.desk.stepping import StepShown
from resellerdesk.files.given import read_file
from resellerdesk.translation.translate import Translator

REFUSED = 1
DONE_IN_PART = 3


@click.command()
@click.argument("ref")
@everywhere
@click.pass_obj
def steps(session: Session, ref: str) -> None:
    """List the workflow steps from where a renewal stands, and what each needs."""
    found = stepping.steps(session.desk, ref, session.as_of)
    if session.json:
        print_json([_step_json(step, session.translator) for step in found])
        return
    words = session.translator
    print_columns(
        ["Step", "", "To", "Needs", "Not now, because"],
        [
            [step.key, words.text(step.title), step.to,
             ", ".join(field.name for field in step.needs),
             words.text(step.why_not) if step.why_not is not None else ""]
            for step in found
        ],
    )


def _step_json(step: StepShown, translator: Translator) -> dict[str, Any]:
    why = step.why_not
    return {
        "step": step.key, "title": translator.text(step.title), "to": step.to,
        "allowed": why is None, "why_not": None if why is None else translator.text(why),
        "needs": [
            {"name": field.name, "type": field.type, "required": field.required,
             "choices": list(field.choices)}
            for field in step.needs
        ],
    }


@click.command(cls=row_command({"--set": GREEDY_PAIRS}))
@click.argument("refs_and_step", nargs=-1, required=True, metavar="REF... STEP")
@click.option("--set", "values", multiple=True, metavar="NAME=VALUE",
              help="A value that the step needs; NAME=@PATH for a file.")
@everywhere
@click.pass_obj
def advance(session: Session, refs_and_step: Sequence[str], values: Sequence[str]) -> int:
    """Take a workflow step, for one renewal or for many.

    Each renewal is taken by itself: one that is refused is said and stops no other.
    """
    *refs, step = refs_and_step
    if not refs:
        raise click.UsageError("name one REF or more, and then the STEP")
    take = stepping.advancing(session.desk, step, _values(values), session.as_of)
    return for_each(session, refs, take)


@click.command()
@click.argument("ref")
@everywhere
@click.pass_obj
def undo(session: Session, ref: str) -> int:
    """Take the last step back, for all renewals that it moved, as a new entry in the history."""
    undoing.undo(session.desk, ref)
    document = show_document(session, show(session.desk, ref, session.as_of))
    if session.json:
        print_json(document)
    else:
        print_shown(document)
    return 0


def for_each(session: Session, refs: Sequence[str], do: Callable[[str], None]) -> int:
    """Does something for each REF and prints the renewals; 3 where some were refused."""
    done, refused = [], []
    for ref in dict.fromkeys(refs):
        try:
            do(ref)
        except Refusal as refusal:
            refused.append(refusal)
        else:
            done.append(ref)
    if refused and len(refs) == 1:
        raise refused[0]
    for said in refused:
        tell(f"resellerdesk: {session.translator.text(said.text)}")
    shown = [show_document(session, one) for one in show_each(session.desk, done, session.as_of)]
    if session.json:
        print_json(shown)
    else:
        print_columns(["Ref", "State", "Phase", "Owner"],
                      [[item[f] for f in ("ref", "state", "phase", "owner")] for item in shown])
    if not refused:
        return 0
    return DONE_IN_PART if done else REFUSED


def _values(typed: Sequence[str]) -> dict[str, str | bytes]:
    given: dict[str, str | bytes] = {}
    for word in typed:
        name, equals, value = word.partition("=")
        if not equals:
            raise click.UsageError(f"--set {word}: write NAME=VALUE, or NAME=@PATH for a file")
        given[name] = read_file(Path(value[1:])) if value.startswith("@") else value
    return given
