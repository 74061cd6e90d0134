"""The desk in real terminals: a flow through tmux, how it ends, and the bytes that it sends."""

from __future__ import annotations

import os
import re
import shutil
import signal
from pathlib import Path

import pytest

from system.terminals import PROGRAM, Terminal, Tmux

pytestmark = pytest.mark.system

DOWN, PAGE_DOWN = b"\x1b[B", b"\x1b[6~"


@pytest.fixture
def surroundings(counter_file: Path, tmp_path: Path) -> dict[str, str]:
    """A copy of the small desk, on the day it is made for."""
    copy = shutil.copy(counter_file, tmp_path / "desk.db")
    return {"RESELLERDESK_DB": str(copy), "RESELLERDESK_AS_OF": "2026-11-24", "LANG": "C.UTF-8"}


def test_a_rep_finds_opens_and_leaves(tmp_path: Path) -> None:
    command = f"LANG=C.UTF-8 RESELLERDESK_USER=berta {PROGRAM} demo; echo left with $?; read end"
    with Tmux(tmp_path, command) as tmux:
        tmux.shows("Worklist · 359 due", "Days Customer", "? help")
        tmux.press("/", "l", "e", "n", "o", "i", "r")
        tmux.shows("Worklist · 14 due", "Brasserie")
        tmux.press("Enter", "Down", "Enter")  # typed ahead: each key finds what it was meant for
        tmux.shows("Renewal · software:", "Ways to go on", "esc back")
        tmux.press("Escape")
        tmux.shows("Worklist · 14 due")
        tmux.press("Escape")
        tmux.shows("Worklist · 359 due")
        tmux.press("S")
        tmux.shows("by value at stake")
        tmux.press("Home", "Enter")
        tmux.shows("End ▾")
        tmux.press("Home")
        screen = tmux.shows("東京精密")
        # Wide characters take two cells: what follows them stands under its heading all the same.
        at_the_right = {line.rstrip(" ▐")[-3:] for line in screen.splitlines()[3:18]}
        assert at_the_right <= {"EUR", "GBP", "USD", "JPY", "AUD", "CNY"}
        tmux.resize(40, 10)
        tmux.shows("needs more room: 60x14", "this is 40x10")
        tmux.resize(120, 40)
        tmux.shows("Qty", "359 due · at stake in 6 currencies", "2026-11-24")
        tmux.press("C-q")
        screen = tmux.shows("left with 0")
        assert "Worklist" not in screen


def test_a_name_cannot_wipe_the_screen(tmp_path: Path) -> None:
    files = {
        "customers.csv": "customer_id,name,country,currency\n"
                         'C-1,"A\x1b[2J\x1b[HB [bold]C[/]",FR,EUR\n',
        "licences.csv": "Renewal ID,Account Number,SKU,Description,Licensed Qty,Covered Qty,"
                        "Start Date,End Date,Vendor\n"
                        "R-1,C-1,X,Thing,1,1,08-DEC-2025,07-DEC-2026,Kestrel\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    own = f"LANG=C.UTF-8 RESELLERDESK_DB={tmp_path}/d.db RESELLERDESK_AS_OF=2026-11-24"
    imports = f"{own} {PROGRAM} import {tmp_path}/customers.csv {tmp_path}/licences.csv"
    with Tmux(tmp_path, f"{imports}; {own} {PROGRAM}; read end", (120, 30)) as tmux:
        tmux.shows("Worklist · 1 due", "A␛[2J␛[HB [bold]C[/]", "? help")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=lambda number: number.name)
def test_a_dropped_line_gives_the_terminal_back(
    surroundings: dict[str, str], number: signal.Signals
) -> None:
    with Terminal(surroundings) as terminal:
        terminal.until(b"Worklist")
        terminal.until_quiet()
        os.kill(terminal.pid, number)
        written = terminal.end()
        assert terminal.status == 0
        # The normal screen, a visible cursor, and no more reports of the mouse.
        for restored in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l"):
            assert restored in written


@pytest.fixture
def full_table(surroundings: dict[str, str], filled: Path, tmp_path: Path) -> dict[str, str]:
    """The samples, seen by somebody who owns none of them: some hundred rows."""
    copy = shutil.copy(filled, tmp_path / "full.db")
    return {**surroundings, "RESELLERDESK_DB": str(copy), "RESELLERDESK_USER": "berta"}


def test_it_sends_no_more_than_it_must(full_table: dict[str, str]) -> None:
    """Bytes at 120x40, over a slow line: the limits are those that we promise (docs/keys.md)."""
    with Terminal(full_table) as terminal:
        terminal.until(b"help")
        terminal.until_quiet()  # values that were never worked out are, and stored
        terminal.press(b"\x11")
        terminal.end()
    with Terminal(full_table) as terminal:
        first = terminal.until(b"help") + terminal.until_quiet()
        assert len(first) <= 20_000
        assert len(sent(terminal, DOWN)) <= 1_000
        terminal.press(b"p")
        terminal.until_quiet()
        assert max(len(sent(terminal, DOWN)) for _ in range(5)) <= 300
        assert len(sent(terminal, PAGE_DOWN)) <= 6_500
        assert len(sent(terminal, b"/")) + len(sent(terminal, b"e")) <= 15_000
        sent(terminal, b"ndpoi")
        assert len(sent(terminal, b"n")) <= 300  # finds what `endpoi` found
        assert terminal.until_quiet(2) == b""


@pytest.mark.parametrize("name", ["xterm", "linux", "screen", "xterm-16color", "vt220"])
def test_any_terminal_with_a_cursor_will_do(surroundings: dict[str, str], name: str) -> None:
    with Terminal({**surroundings, "TERM": name, "COLORTERM": ""}) as terminal:
        written = terminal.until(b"help") + terminal.until_quiet()
        assert "Müller & Söhne".encode() in written
        assert not re.search(rb"\x1b\[[\d;]*[34]8;[25];", written)  # sixteen colours and no more
        terminal.press(b"\x11")
        assert b"\x1b[?1049l" in terminal.end()
        assert terminal.status == 0


@pytest.mark.parametrize("locale", [{"LANG": "C"}, {"LANG": "fr_FR.ISO-8859-1"}, {"LANG": ""}])
def test_without_a_promise_of_unicode_all_is_ascii(
    surroundings: dict[str, str], locale: dict[str, str]
) -> None:
    none = {"LC_ALL": "", "LC_CTYPE": "", "LANG": ""}
    with Terminal({**surroundings, **none, **locale, "TERM": "linux"}) as terminal:
        written = terminal.until(b"help") + terminal.until_quiet()
        assert written.isascii()
        assert b"Muller & Sohne" in written
        assert b"-----" in written
        terminal.press(b"\x11")
        terminal.end()
        assert terminal.status == 0


def test_colours_are_left_out_where_nobody_wants_them(surroundings: dict[str, str]) -> None:
    with Terminal({**surroundings, "NO_COLOR": "1"}) as terminal:
        written = terminal.until(b"help") + terminal.until_quiet()
    assert b"2026-10-10" in written
    assert not [colour for colour in (31, 33, 32, 34) if f"\x1b[{colour}m".encode() in written]


def sent(terminal: Terminal, keys: bytes) -> bytes:
    """What a key brings forth; something always does."""
    terminal.press(keys)
    written = terminal.until_quiet()
    assert written
    return written
