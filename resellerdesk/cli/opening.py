"""Opens the desk in the terminal: the one place where the command line knows the TUI."""

from __future__ import annotations

import sys

from resellerdesk.cli.context import Session
from resellerdesk.cli.out import tell
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T


def open_terminal(session: Session) -> int:
    """Runs the desk until it is left; returns the exit status. Raises Refusal where there is no
    terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refusal(
            T("the desk needs a terminal; name a command instead (resellerdesk --help lists them)")
        )
    desk = session.desk

    from resellerdesk.tui.app import DeskApp

    app = DeskApp(desk, session.as_of_given)
    app.run(mouse=True)
    if app.trouble:
        tell(f"resellerdesk: {app.trouble}")
    return app.return_code or 0
