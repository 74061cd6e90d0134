"""What commands print: one JSON document, or aligned columns; messages go to standard error."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click
from rich.cells import cell_len

from resellerdesk.translation.visible import visible

RIGHT = ">"


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

    Columns are as wide as what they hold, counted in the cells of a terminal.
    """
    shown = [[visible(cell) for cell in row] for row in (titles, *rows)]
    widths = [max(cell_len(row[n]) for row in shown) for n in range(len(titles))]
    for row in shown:
        cells = [
            _padded(cell, width, align[n : n + 1])
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        click.echo(indent + "  ".join(cells).rstrip())


def _padded(cell: str, width: int, side: str) -> str:
    space = " " * (width - cell_len(cell))
    return space + cell if side == RIGHT else cell + space
