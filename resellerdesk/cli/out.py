"""What commands print: one JSON document, or aligned columns; messages go to standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import click
from rich.cells import cell_len

from resellerdesk.translation.visible import visible

RIGHT = ">"
_GAP, _BELOW = "  ", "    "
_LEAST = 20
"""Cells for a sentence, however narrow a terminal is."""


def print_json(document: Any) -> None:
    # A plugin may hand over what its types forbid.
    click.echo(json.dumps(document, ensure_ascii=False, indent=2, default=str))


def say(line: str) -> None:
    """One line on standard output; whatever came from outside is made visible."""
    click.echo(visible(line))


def tell(line: str) -> None:
    """One line on standard error."""
    click.echo(visible(line), err=True)


def print_columns(
    titles: Sequence[str], rows: Sequence[Sequence[str]], align: str = "", indent: str = ""
) -> None:
    """Rows under titles; `align` has `>` for each column that is set to the right.

    Columns are as wide as what they hold, counted in the cells of a terminal. In a terminal that
    is too narrow for all of them, those on the right go below the others, row by row.
    """
    shown = [[visible(cell) for cell in row] for row in (titles, *rows)]
    widths = [max(cell_len(row[n]) for row in shown) for n in range(len(titles))]
    room = terminal_width()
    folds = _folds(widths, None if room is None else room - len(indent))
    for row in shown:
        cells = [
            _padded(cell, width, align[n : n + 1])
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for n, fold in enumerate(folds):
            line = _GAP.join(cells[fold]).rstrip()
            if line or not n:
                click.echo(indent + (_BELOW + line if n else line))


def say_in_words(text: str, indent: str) -> None:
    """A sentence, on as many lines as a terminal needs for it."""
    room = terminal_width()
    lines = wrap(visible(text), max(room - len(indent), _LEAST)) if room is not None else []
    for line in lines or [visible(text)]:
        click.echo(indent + line)


def terminal_width() -> int | None:
    """How many cells the terminal has that standard output goes to; None where nobody sits at
    one, so that what is written to a file or a pipe never changes with a window."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (OSError, ValueError):  # no terminal; no file at all
        return None


def _folds(widths: Sequence[int], room: int | None) -> list[slice]:
    """Which columns stand on one line, then on the next, and so on."""
    starts, used = [0], 0
    for n, width in enumerate(widths):
        if room is not None and n > starts[-1] and used + width > room:
            starts.append(n)
            used = len(_BELOW)
        used += width + len(_GAP)
    return [slice(*ends) for ends in zip(starts, [*starts[1:], len(widths)], strict=True)]


def _padded(cell: str, width: int, side: str) -> str:
    space = " " * (width - cell_len(cell))
    return space + cell if side == RIGHT else cell + space
