"""Runs what a page shows somebody typing, in a folder of its own with the sample files."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from resellerdesk.cli.main import run

from docs.pages import ROOT, Block

SAMPLES = ROOT / "resellerdesk" / "demo" / "samples"


@dataclass(frozen=True)
class Typed:
    """One command on a page and what the page says that it prints; `...` stands for anything."""

    line: int
    command: str
    printed: str


def typed(block: Block) -> Iterator[Typed]:
    """The commands of a console block; a line that ends in a backslash goes on in the next."""
    before, *commands = re.split(r"^\$ ", block.text.replace("\\\n", ""), flags=re.MULTILINE)
    assert not before, f"line {block.line}: a console block begins with $"
    for command in commands:
        first, _, printed = command.partition("\n")
        yield Typed(block.line, first, printed)


def put_file(block: Block) -> None:
    """A block whose fence names a file, as `toml profile.toml` does, is that file."""
    kind, _, name = block.info.partition(" ")
    if kind in {"csv", "toml"} and name:
        Path(name).write_text(block.text, "utf-8")


def prepare(folder: Path) -> None:
    """The files that people on a page have at hand."""
    shutil.copytree(SAMPLES, folder, dirs_exist_ok=True)


def answer(command: str) -> tuple[int, str]:
    """Exit status of a command, and what it prints on both streams."""
    program, *args = shlex.split(command)
    assert program == "resellerdesk", command
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        status = run(args)
    return status, printed.getvalue()


def fits(expected: str, printed: str) -> bool:
    """Whether a page shows what was printed."""
    lines = printed.replace("\r\n", "\n")
    return doctest.OutputChecker().check_output(expected, lines, doctest.ELLIPSIS)
