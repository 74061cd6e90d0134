"""Work in threads: what comes back, what goes wrong, and which answer counts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event

import pytest
from textual.app import App
from textual.message import Message

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.tui.jobs import Failed, start

from tui.looking import Screen, until


class Found(Message):
    """What a job of these tests found."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what


class Listening(App[None]):
    """Keeps what it hears."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def on_found(self, message: Found) -> None:
        self.heard.append(message.what)

    def on_failed(self, message: Failed) -> None:
        self.heard.append(f"{message.job} failed: {Refusal(message.text)}")


def refuse() -> str:
    raise Refusal(T("{ref} names no entitlement", ref="X-1"))


def stumble() -> str:
    raise ValueError("seven")


def leave() -> str:
    sys.exit(3)


@pytest.mark.parametrize(
    ("work", "heard"),
    [
        (lambda: "12 rows", "12 rows"),
        (refuse, "due failed: X-1 names no entitlement"),
        (stumble, "due failed: an error in ResellerDesk itself: ValueError('seven')"),
        (leave, "due failed: an error in ResellerDesk itself: SystemExit(3)"),
    ],
)
async def test_a_result_and_every_failure_come_back_as_a_message(
    work: Callable[[], str], heard: str
) -> None:
    app = Listening()
    async with app.run_test() as pilot:
        start(app, "due", work, Found)
        await heard_by(pilot, app, [heard])


async def test_a_newer_job_of_the_same_name_is_the_one_that_counts() -> None:
    app, begun, gate, through = Listening(), Event(), Event(), Event()

    def slowly() -> str:
        begun.set()
        gate.wait(5)
        return "old"

    def found_at_last(what: str) -> Found:
        through.set()
        return Found(what)

    async with app.run_test() as pilot:
        start(app, "due", slowly, found_at_last)
        await until(pilot, begun.is_set)
        start(app, "preview", lambda: "another", Found)
        start(app, "due", lambda: "new", Found)
        await until(pilot, lambda: len(app.heard) == 2)
        gate.set()
        await until(pilot, through.is_set)
        await pilot.pause(0.05)
        assert sorted(app.heard) == ["another", "new"]


async def heard_by(pilot: Screen, app: Listening, expected: list[str]) -> None:
    await until(pilot, lambda: bool(app.heard))
    assert app.heard == expected
