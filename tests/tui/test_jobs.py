"""Work in threads: what comes back, what goes wrong, and which answer counts."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual.app import App
from textual.message import Message

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.tui.app import DeskApp
from resellerdesk.tui.jobs import Failed, start
from resellerdesk.tui.screens.worklist import WorklistScreen

from tui.counter import TODAY
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


ITSELF = "due failed: an error in ResellerDesk itself: "
KEPT = "its trace is in STATE/last-error.txt; please send it to us"


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
        (stumble, f"{ITSELF}ValueError('seven'); {KEPT}"),
        (leave, f"{ITSELF}SystemExit(3); {KEPT}"),
    ],
)
async def test_a_result_and_every_failure_come_back_as_a_message(
    work: Callable[[], str], heard: str
) -> None:
    app = Listening()
    async with app.run_test() as pilot:
        start(app, "due", work, Found)
        await heard_by(pilot, app, [heard.replace("STATE", os.environ["RESELLERDESK_STATE"])])


async def test_the_trace_is_kept_for_those_who_mend_it() -> None:
    app = Listening()
    async with app.run_test() as pilot:
        start(app, "due", stumble, Found)
        await until(pilot, lambda: bool(app.heard))
    trace = Path(os.environ["RESELLERDESK_STATE"], "last-error.txt").read_text("utf-8")
    assert trace.startswith("Traceback")
    assert "in stumble" in trace


async def test_without_a_folder_to_keep_it_in_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("RESELLERDESK_STATE", str(tmp_path / "file"))
    app = Listening()
    async with app.run_test() as pilot:
        start(app, "due", stumble, Found)
        await heard_by(pilot, app, [f"{ITSELF}ValueError('seven'); its trace could not be kept"])


async def test_what_nobody_foresaw_on_a_screen_ends_the_desk_with_one_sentence(
    counter: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = DeskApp(counter, TODAY)
    monkeypatch.setattr(WorklistScreen, "action_fold", lambda self: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        async with app.run_test() as pilot:
            await pilot.press("p")
    kept = Path(os.environ["RESELLERDESK_STATE"], "last-error.txt")
    assert app.trouble == (
        "an error in ResellerDesk itself: ZeroDivisionError('integer division or "
        f"modulo by zero'); its trace is in {kept}; please send it to us"
    )
    assert "1 // 0" in kept.read_text("utf-8")
    assert app.return_code == 1


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
