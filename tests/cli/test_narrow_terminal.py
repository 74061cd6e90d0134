"""What a command prints in a real terminal of 80 columns; into a pipe it stays as it is."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from rich.cells import cell_len

PROGRAM = [sys.executable, "-c", "from resellerdesk.cli.main import main; main()"]


def in_a_terminal(columns: int, *words: str) -> list[str]:
    """The lines that a command writes on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen([*PROGRAM, *words], stdout=theirs, stderr=theirs):
        os.close(theirs)
        written = b""
        while part := _read(ours):
            written += part
    os.close(ours)
    return written.decode().replace("\r\n", "\n").splitlines()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # its other end is closed
        return b""


@pytest.fixture(autouse=True)
def _at_the_desk(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESELLERDESK_DB", str(database))
    monkeypatch.setenv("RESELLERDESK_AS_OF", "2026-11-24")


@pytest.mark.parametrize("ref", ["hardware:4200645771", "ssl:990200001", "software:2368167839"])
def test_options_fit_eighty_columns(ref: str) -> None:
    lines = in_a_terminal(80, "options", ref)
    assert [line for line in lines if cell_len(line) > 80] == []


def test_what_does_not_fit_stands_below_its_row() -> None:
    lines = in_a_terminal(80, "options", "hardware:4200645771")
    assert [line.split("  ")[0] for line in lines[2:5]] == ["return-to-factory-12", "", ""]
    assert lines[2].split() == ("return-to-factory-12 Return to Factory support, until "
                                "30 September 2027").split()
    assert lines[3].split() == "2026-11-27 2027-09-30 431.62 0.00 10 days after receipt".split()
    assert lines[4].strip() == "recommended, current"
    # Titles stand above their columns.
    assert lines[1].index("Response") == lines[3].index("10 days")


def test_a_long_note_is_broken_between_words() -> None:
    said = " ".join(line.strip() for line in in_a_terminal(80, "options", "ssl:990200001"))
    assert "All are included in its price; the schedule says when each is issued" in said


def test_a_wide_terminal_has_each_row_on_one_line() -> None:
    wide, piped = (
        in_a_terminal(200, "options", "hardware:4200645771"),
        subprocess.run([*PROGRAM, "options", "hardware:4200645771"], capture_output=True,
                       text=True, check=True).stdout.splitlines(),
    )
    assert wide == piped
    assert max(map(len, piped)) > 80
