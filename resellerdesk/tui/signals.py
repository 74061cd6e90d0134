"""A dropped line or a polite kill ends the desk cleanly: the terminal is given back as it was."""

from __future__ import annotations

import asyncio
import signal

from textual.app import App

ENDING = (signal.SIGHUP, signal.SIGTERM)


def leave_on_signals(app: App[None]) -> None:
    """Ends the app on SIGHUP and SIGTERM; to be called where its loop runs.

    Textual handles neither: the process would die and leave the terminal without a cursor, in
    the other screen, reporting the mouse.
    """
    loop = asyncio.get_running_loop()
    for number in ENDING:
        loop.add_signal_handler(number, app.exit)
