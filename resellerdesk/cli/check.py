"""`resellerdesk check`."""

from __future__ import annotations

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.main import REFUSED
from resellerdesk.cli.out import print_json, say
from resellerdesk.desk.checking import check as check_desk


@click.command()
@everywhere
@click.pass_obj
def check(session: Session) -> int:
    """Check the database, the history, every stored quote and every issued document.

    Exit status 1 where something is not as it was written.
    """
    words = session.translator
    found = [
        (item.what, None if item.problem is None else words.text(item.problem))
        for item in check_desk(session.desk)
    ]
    if session.json:
        print_json({
            "ok": all(problem is None for _, problem in found),
            "checks": [{"what": what, "problem": problem} for what, problem in found],
        })
    else:
        for what, problem in found:
            say(f"{what:10} {problem or 'ok'}")
    return REFUSED if any(problem for _, problem in found) else 0
