"""The screens on which work is done, each as a picture at 80x24 and on a wide terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from resellerdesk.desk.accepting import Answer, accept
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.stepping import advance
from resellerdesk.tui.app import DeskApp

from tui.counter import COLUMNS, TODAY
from tui.test_pictures import SIZES, Compare, before

FIRST = "...30 due"
FOUND = (FIRST, "slash", *"1000000002", "...1 due", "enter")


@SIZES
def test_quote_being_made(counter: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    run = before(*FOUND, "q", "...New quote", "...Total")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


@SIZES
def test_stored_quote(counter: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    run = before(FIRST, "Q", "...Quotes · open", "...Q-2026-0001", "enter", "...Total")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


@SIZES
def test_quotes(counter: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    run = before(FIRST, "Q", "...Quotes · open", "...Q-2026-0001")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


@SIZES
def test_form(counter: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    run = before(FIRST, "Q", "...Q-2026-0001", "enter", "...Total", "a", "...Purchase order",
                 *"PO-7", "...--po PO-7")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


@SIZES
def test_steps(counter: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    run = before(*FOUND, "enter", "...Ways to go on", "s", "...Let go")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


def test_explained(counter: Desk, snap_compare: Compare) -> None:
    run = before(*FOUND, "q", "...Total", "e", "...price row")
    assert snap_compare(DeskApp(counter, TODAY), run_before=run)


@SIZES
def test_order(counter: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    ref = "software:1000000006"
    advance(counter, ref, "verify", {"renewal_id": "1000000006"}, TODAY)
    accept(counter, Answer("Q-2026-0001", "PO-7", TODAY))
    run = before(FIRST, "t", "...Go to", "down", "enter", "...O-2026-0001", "enter",
                 "...purchase order")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


@SIZES
def test_customer(counter: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    make_quote(counter, QuoteRequest(("software:1000000002",)), TODAY)
    run = before(FIRST, "t", "...Go to", "down", "down", "enter", "...C-2", "down", "enter",
                 "...Holds")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


@SIZES
def test_import(
    counter: Desk, snap_compare: Compare, size: tuple[int, int], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = ["2000000000,C-2,SEP-ESS-NEW,New one,3,3,02-DEC-2025,01-DEC-2026,Symantec,M9",
            "2000000002,C-99,SEP-ESS-NEW,Nobody's,3,3,02-DEC-2025,01-DEC-2026,Symantec,M9"]
    Path("late.csv").write_text("\n".join([COLUMNS, *rows]) + "\n", "utf-8")
    run = before(FIRST, "i", *"late.csv", "ctrl+o", "...Nothing is taken in yet")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=size, run_before=run)


def test_settings(counter: Desk, snap_compare: Compare) -> None:
    run = before(FIRST, "t", "...Go to", "down", "down", "down", "enter", "...reseller.name")
    assert snap_compare(DeskApp(counter, TODAY), terminal_size=(120, 40), run_before=run)
