"""Columns of a table: which of them a width has room for, and how wide each is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rich.cells import cell_len

from resellerdesk.tui.lines import Line, Look, Run, fitted, left, right

R = TypeVar("R")

GAP = 1


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column. It is `width` cells wide at least, and takes `share` parts of what is left.

    `paint` makes the runs of a row's cell for its width.
    """

    key: str
    title: str
    width: int
    paint: Callable[[R, int], Line]
    share: int = 0
    at_right: bool = False


Fold = Sequence[Column[R]]
"""One way to lay out the table."""


def fold_for(folds: Sequence[Fold[R]], width: int) -> Fold[R]:
    """The first of some ways to lay out a table, widest first, that has room; else the last."""
    for fold in folds:
        if sum(column.width + GAP for column in fold) + GAP <= width:
            return fold
    return folds[-1]


def widths(fold: Fold[R], width: int) -> list[int]:
    """The width of each column in a table of `width` cells."""
    spare = max(0, width - sum(column.width + GAP for column in fold) - GAP)
    shares = sum(column.share for column in fold)
    given = [spare * column.share // shares if shares else 0 for column in fold]
    # What does not divide goes to the last column that takes a share.
    last = max((n for n, column in enumerate(fold) if column.share), default=None)
    if last is not None:
        given[last] += spare - sum(given)
    return [column.width + extra for column, extra in zip(fold, given, strict=True)]


@dataclass(frozen=True, slots=True)
class Sorted:
    """The key of the column that the rows are sorted by, and whether backwards."""

    key: str
    reverse: bool = False


NOT_SORTED = Sorted("")
FORWARDS, BACKWARDS = "▾", "▴"


def heading(fold: Fold[R], width: int, by: Sorted = NOT_SORTED) -> Line:
    """The titles above the columns; a sign stands beside the one that they are sorted by."""
    titles = [
        (right if column.at_right else left)(_titled(column, room, by), room)
        for column, room in zip(fold, widths(fold, width), strict=True)
    ]
    return fitted([Run(" " * GAP + (" " * GAP).join(titles), Look.HEAD)], width)


def _titled(column: Column[R], room: int, by: Sorted) -> str:
    if column.key != by.key:
        return column.title
    sign = BACKWARDS if by.reverse else FORWARDS
    signed = f"{sign} {column.title}" if column.at_right else f"{column.title} {sign}"
    return signed if cell_len(signed) <= room else column.title


def row_line(fold: Fold[R], width: int, row: R, sign: str = " ") -> Line:
    """One row under them; `sign` stands at its very beginning, and is one cell."""
    runs: list[Run] = []
    for column, room in zip(fold, widths(fold, width), strict=True):
        cell = column.paint(row, room)
        # The gap takes the look of what follows it, so that like cells are sent as one.
        runs.append(Run(" " * GAP, cell[0].look if cell else Look.PLAIN))
        runs += cell
    return fitted([Run(sign, runs[0].look), *runs[1:]], width)
