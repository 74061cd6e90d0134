"""What the customer answers: `accept`, `decline`, `withdraw`; and a manager's `approve`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from resellerdesk.cli.context import DATE, Session, everywhere
from resellerdesk.cli.out import print_json, tell
from resellerdesk.cli.quote_document import stored_document
from resellerdesk.cli.quote_text import print_quote
from resellerdesk.cli.values_in_a_row import GREEDY_ALL, row_command
from resellerdesk.core.close_reason import CLOSE_REASONS
from resellerdesk.core.quote import Numbered
from resellerdesk.desk import approving, ending_quotes
from resellerdesk.desk.accepting import accept as accept_quote
from resellerdesk.desk.answering import Given, SignedFile, answer_of
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.files.given import read_file


@click.command(cls=row_command({"--only": GREEDY_ALL}))
@click.argument("number")
@click.option("--po", default="", metavar="TEXT",
              help="The customer's purchase order; the signed copy's if not said.")
@click.option("--on", type=DATE, metavar="DATE", help="The day of acceptance [the as-of date].")
@click.option("--only", multiple=True, metavar="REF", help="Some of the lines.")
@click.option("--alternative", default="", metavar="KEY",
              help="An alternative of the quote, or its letter as printed.")
@click.option("--file", "signed", type=click.Path(path_type=Path), metavar="SIGNED",
              help="The signed copy: read, compared with what was issued, and kept.")
@everywhere
@click.pass_obj
def accept(session: Session, number: str, po: str, on: date | None, only: Sequence[str],
           alternative: str, signed: Path | None) -> None:
    """Record the customer's acceptance: an order goes to each vendor, all or nothing."""
    if signed is None and not po:
        raise click.UsageError("say the customer's purchase order (--po), or give their signed "
                               "copy (--file)")
    copy = None if signed is None else SignedFile(signed.name, read_file(signed))
    given = Given(number, po.strip(), on, tuple(only), alternative, copy)
    answer, told = answer_of(session.desk, given, session.as_of)
    for text in told:
        tell(f"resellerdesk: {session.translator.text(text)}")
    _print(session, accept_quote(session.desk, answer))


@click.command()
@click.argument("number")
@click.option("--reason", required=True, metavar="KEY",
              help=f"One of {', '.join(CLOSE_REASONS)}.")
@click.option("--note", default="", metavar="TEXT", help="What the customer said.")
@everywhere
@click.pass_obj
def decline(session: Session, number: str, reason: str, note: str) -> None:
    """Record the customer's refusal: the quote's renewals are closed with the reason."""
    _print(session, ending_quotes.decline(session.desk, number, reason, note))


@click.command()
@click.argument("number")
@click.option("--reason", default="", metavar="KEY", help="One of those of decline.")
@click.option("--note", default="", metavar="TEXT", help="Why.")
@everywhere
@click.pass_obj
def withdraw(session: Session, number: str, reason: str, note: str) -> None:
    """Take a quote back: its renewals return to where they were before it."""
    _print(session, ending_quotes.withdraw(session.desk, number, reason, note))


@click.command()
@click.argument("number")
@everywhere
@click.pass_obj
def approve(session: Session, number: str) -> None:
    """Let a quote beyond the rep's authority go out; for managers, and not for their own."""
    stored = approving.approve(session.desk, number)
    _print(session, Numbered(stored.quote, stored.number, stored.revision, stored.status))


def _print(session: Session, numbered: Numbered) -> None:
    stored = stored_quote(session.desk, str(numbered.number), numbered.revision)
    document = stored_document(session, stored, None)
    if session.json:
        print_json(document)
    else:
        print_quote(session, numbered, document)
