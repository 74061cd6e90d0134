"""What each piece of a quote is to somebody who hears it read: heading, paragraph, cell, figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["Sect", "H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "Figure", "Form"]
Scope = Literal["", "Column", "Row"]
_FAR_EAST = "\u2e80"


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A piece of the document's structure, within another one or the document itself.

    Words that name the same element are read as one piece, on whichever pages they stand; they
    are read in the order in which they are drawn. `scope` says what a TH is the head of,
    `columns` how many of them a cell spans, `said` is read instead of a figure.
    """

    kind: Kind
    within: Element | None = None
    scope: Scope = ""
    columns: int = 1
    said: str = ""


def is_cell(element: Element | None) -> bool:
    return element is not None and element.kind in ("TH", "TD")


def gap_between(before: str, after: str) -> str:
    """What is read between two lines of one piece: Far Eastern text runs on."""
    return "" if not before or max(before[-1], after[0]) >= _FAR_EAST else " "
