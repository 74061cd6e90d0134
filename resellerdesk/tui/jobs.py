"""Work away from the screen: a thread calls the desk, and its result comes back as a message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from textual.dom import DOMNode
from textual.message import Message
from textual.worker import get_current_worker

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import Text
from resellerdesk.desk.keeping_trace import unforeseen

R = TypeVar("R")


@dataclass
class Failed(Message):
    """A job came to nothing; `text` says why in one line."""

    job: str
    text: Text


def start(
    node: DOMNode, job: str, work: Callable[[], R], done: Callable[[R], Message]
) -> None:
    """Runs `work` in a thread and posts what `done` makes of its result, or Failed, to the node.

    For reading only: a newer job of the same name on that node takes its place, and then nobody
    hears of the older one, though its thread runs on to its end.
    """

    def run() -> None:
        worker = get_current_worker()
        message = _message(job, work, done)
        if not worker.is_cancelled:
            node.post_message(message)

    node.run_worker(run, group=job, exclusive=True, thread=True, exit_on_error=False)


def _message(job: str, work: Callable[[], R], done: Callable[[R], Message]) -> Message:
    try:
        return done(work())
    except Refusal as refusal:
        return Failed(job, refusal.text)
    except (Exception, SystemExit) as error:  # an exit in a worker would end the app
        return Failed(job, unforeseen(error))
