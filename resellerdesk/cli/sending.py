"""`resellerdesk send`."""

from __future__ import annotations

from pathlib import Path

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.out import print_json, say
from resellerdesk.desk.sending import mail, write_message


@click.command()
@click.argument("number")
@click.option("--outbox", type=click.Path(path_type=Path), metavar="DIR",
              help="Write the message there as an .eml file.")
@click.option("--send", "by_smtp", is_flag=True,
              help="Hand it to the mail server of the settings (smtp.*).")
@click.option("--to", default="", metavar="ADDRESS",
              help="Another address than the customer's own.")
@everywhere
@click.pass_obj
def send(session: Session, number: str, outbox: Path | None, by_smtp: bool, to: str) -> None:
    """Send a quote to the customer, in their language, with its PDF.

    Once it went out, what led to it can no longer be undone.
    """
    if (outbox is None) is not by_smtp:
        raise click.UsageError("say where it goes: --outbox DIR, or --send")
    if outbox is not None:
        sent = write_message(session.desk, number, session.as_of, outbox, to)
    else:
        sent = mail(session.desk, number, session.as_of, to)
    if session.json:
        found = {"to": sent.to, "subject": sent.subject, "status": sent.status}
        print_json({**found, "file": sent.file or None})
    else:
        say(f"{number} to {sent.to}: {sent.status} {sent.file}".rstrip())
