"""Building blocks of a page: titled sections, named values, tables, wrapped sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from resellerdesk.translation.visible import visible
from resellerdesk.tui.lines import EMPTY, Line, Look, Run, fitted, left, line, right, wrapped

MARGIN = 2
GAP = 2
SIDE_BY_SIDE = 96
"""From how many cells on two blocks stand beside each other."""

Block = Sequence[Line]


def column_width(width: int) -> int:
    """What one of two blocks has inside its margins, where they may stand `beside` each other."""
    return (width if width < SIDE_BY_SIDE else width // 2) - 2 * MARGIN


def section(title: str, body: Block) -> Block:
    """A title over what belongs to it, and a blank line after; nothing where the body is empty."""
    if not body:
        return ()
    indented = [(Run(" " * MARGIN), *each) for each in body]
    return [line(f" {title}", Look.HEAD), *indented, EMPTY]


def named(pairs: Iterable[tuple[str, str]], width: int) -> Block:
    """Names and their values below each other; empty values are left out, long ones wrap."""
    kept = [(visible(name), value) for name, value in pairs if value]
    room = min(max((cell_len(name) for name, _ in kept), default=0), width // 3)
    lines: list[Line] = []
    for name, value in kept:
        for n, part in enumerate(wrapped(value, max(8, width - room - GAP))):
            shown = left(name if n == 0 else "", room) + " " * GAP
            lines.append((Run(shown, Look.QUIET), Run(part)))
    return lines


def sentences(texts: Iterable[str], width: int, sign: str = "") -> Block:
    """Each text on as many lines as it takes; the sign stands before its first."""
    lines: list[Line] = []
    for text in texts:
        for n, part in enumerate(wrapped(text, max(8, width - len(sign)))):
            lines.append((Run(sign if n == 0 else " " * len(sign)), Run(part)))
    return lines


def table(titles: Sequence[str], rows: Sequence[Sequence[str]], align: str, width: int) -> Block:
    """Rows under titles in columns as wide as what they hold; the widest ones give way.

    `align` has `>` for each column that is set to the right.
    """
    shown = [[visible(cell) for cell in row] for row in (titles, *rows)]
    widths = [max(cell_len(row[n]) for row in shown) for n in range(len(titles))]
    while sum(widths) + GAP * len(widths) > width and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    painted = [_cells(row, widths, align) for row in shown]
    return [line(painted[0], Look.QUIET), *(line(text) for text in painted[1:])]


def _cells(row: Sequence[str], widths: Sequence[int], align: str) -> str:
    cells = [
        (right if align[n : n + 1] == ">" else left)(cell, room)
        for n, (cell, room) in enumerate(zip(row, widths, strict=True))
    ]
    return (" " * GAP).join(cells).rstrip()


def beside(one: Block, other: Block, width: int) -> Block:
    """Two blocks beside each other where there is room, else one below the other."""
    if width < SIDE_BY_SIDE or not one or not other:
        return [*one, *other]
    half = width // 2
    height = max(len(one), len(other))
    return [
        (*fitted(one[n] if n < len(one) else EMPTY, half), *(other[n] if n < len(other) else EMPTY))
        for n in range(height)
    ]
