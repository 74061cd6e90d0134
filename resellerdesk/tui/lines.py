"""Lines of text with their looks, measured in the cells of a terminal; nothing here is markup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len, chop_cells, set_cell_size

from resellerdesk.translation.visible import visible

ELLIPSIS = "…"


class Look(StrEnum):
    """What a piece of text means; desk.tcss says how each looks."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    HEAD = "head"
    KEY = "key"
    LATE = "late"
    SOON = "soon"
    GOOD = "good"
    CURSOR = "cursor"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look; make it with `said`, which makes outside text harmless."""

    text: str
    look: Look = Look.PLAIN


Line = tuple[Run, ...]
EMPTY: Line = ()


def said(text: str, look: Look = Look.PLAIN) -> Run:
    """A run of any text, with nothing left in it that acts on a terminal."""
    return Run(visible(text), look)


def line(text: str, look: Look = Look.PLAIN) -> Line:
    return (said(text, look),)


def cells(runs: Iterable[Run]) -> int:
    """How many cells some runs take."""
    return sum(cell_len(run.text) for run in runs)


def cut(text: str, width: int) -> str:
    """The text, made visible, in at most so many cells; what was cut ends in an ellipsis."""
    # No character takes less than a cell but those that combine; a text of a megabyte is cut early.
    shown = visible(text[: width * 8 + 8])
    if cell_len(shown) <= width:
        return shown
    if width < 1:
        return ""
    return set_cell_size(shown, width - 1).rstrip(" ") + ELLIPSIS


def left(text: str, width: int) -> str:
    """The text in exactly so many cells, at the left."""
    shown = cut(text, width)
    return shown + " " * (width - cell_len(shown))


def right(text: str, width: int) -> str:
    """The text in exactly so many cells, at the right."""
    shown = cut(text, width)
    return " " * (width - cell_len(shown)) + shown


def fitted(runs: Iterable[Run], width: int) -> Line:
    """The runs in exactly `width` cells: cut with an ellipsis or padded; like looks are joined."""
    room = width
    fitting: list[Run] = []
    for run in runs:
        if room <= 0 or not run.text:
            continue
        text = cut(run.text, room)
        room -= cell_len(text)
        if fitting and fitting[-1].look is run.look:
            fitting[-1] = Run(fitting[-1].text + text, run.look)
        else:
            fitting.append(Run(text, run.look))
        if text != run.text:
            break
    return tuple(_padded(fitting, room))


def _padded(runs: list[Run], room: int) -> list[Run]:
    if room <= 0:
        return runs
    if runs and runs[-1].look is Look.PLAIN:
        return [*runs[:-1], Run(runs[-1].text + " " * room)]
    return [*runs, Run(" " * room)]


def spread(begin: Iterable[Run], end: Iterable[Run], width: int) -> Line:
    """Something at the left and something at the right; where both do not fit, the left is cut."""
    closing = tuple(end)
    room = width - cells(closing)
    if room < 1:
        return fitted(begin, width)
    return fitted((*fitted(begin, room - 1), Run(" "), *closing), width)


def wrapped(text: str, width: int) -> list[str]:
    """The text on lines of at most `width` cells, broken between words where that goes."""
    lines: list[str] = []
    current = ""
    for word in visible(text).split():
        for piece in chop_cells(word, width) if cell_len(word) > width else [word]:
            longer = f"{current} {piece}" if current else piece
            if cell_len(longer) <= width:
                current = longer
            else:
                lines.append(current)
                current = piece
    return [*lines, current] if current or not lines else lines
