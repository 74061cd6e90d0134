"""`resellerdesk assign`, `note` and `follow`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from resellerdesk.cli.context import DATE, Session, everywhere
from resellerdesk.cli.steps import for_each
from resellerdesk.desk import assigning


@click.command()
@click.argument("refs", nargs=-1, required=True, metavar="REF...")
@click.option("--to", "owner", required=True, metavar="USER", help="A login name.")
@everywhere
@click.pass_obj
def assign(session: Session, refs: Sequence[str], owner: str) -> int:
    """Give renewals to a rep."""
    return for_each(session, refs, lambda ref: assigning.assign(session.desk, ref, owner))


@click.command()
@click.argument("ref")
@click.argument("text")
@everywhere
@click.pass_obj
def note(session: Session, ref: str, text: str) -> int:
    """Add a note to a renewal."""
    return for_each(session, [ref], lambda one: assigning.note(session.desk, one, text))


@click.command()
@click.argument("refs", nargs=-1, required=True, metavar="REF...")
@click.option("--on", required=True, type=DATE, metavar="DATE", help="When to come back to it.")
@click.option("--text", required=True, metavar="T", help="What for.")
@everywhere
@click.pass_obj
def follow(session: Session, refs: Sequence[str], on: date, text: str) -> int:
    """Set the day on which to come back to renewals."""
    return for_each(session, refs, lambda ref: assigning.follow(session.desk, ref, on, text))
