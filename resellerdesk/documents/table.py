"""Tables: columns as wide as their contents ask for, a head to repeat, rows that stay whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from resellerdesk.documents.boxes import Align, Block, Rule
from resellerdesk.documents.fonts import printable
from resellerdesk.documents.measure import Style, width
from resellerdesk.documents.structure import Element

HEAD = Style(7.6, 9.4, "semibold", "muted")
CELL = Style(8.5, 10.4)
_HEAD_PAD = 4.0
_GAP = 6.0


class Wanted(NamedTuple):
    """A column as wished for: its usual width, with the gap before the next one."""

    key: str
    title: str
    width: float
    align: Align = "left"


class Column(NamedTuple):
    """A column where it stands; `room` gives what its words may fill."""

    key: str
    title: str
    x: float
    w: float
    align: Align

    def room(self, y: float) -> tuple[float, float, float]:
        if self.align == "right":
            return (self.x + _GAP, y, self.w - _GAP)
        return (self.x, y, self.w - _GAP)


def natural_width(words: Sequence[str], style: Style) -> float:
    """What a column needs to show all of these on one line, the gap included."""
    return max((width(text, style) for text in words), default=0.0) + _GAP + 0.05


def place(wanted: Sequence[Wanted], needs: Sequence[float], giving: int, floor: float,
          left: float) -> list[Column]:
    """Columns from `left` on, in all as wide as wished for.

    Those that need more take it from the column `giving`, down to its floor; what then still
    fails has to be set smaller.
    """
    extra = [max(0.0, need - column.width) for column, need in zip(wanted, needs, strict=True)]
    extra[giving] = 0.0
    asked = sum(extra)
    to_give = wanted[giving].width - floor
    share = min(1.0, to_give / asked) if asked else 0.0
    columns, x = [], left
    for number, column in enumerate(wanted):
        more = -asked * share if number == giving else extra[number] * share
        columns.append(Column(column.key, column.title, x, column.width + more, column.align))
        x += column.width + more
    return columns


def head_needs(wanted: Sequence[Wanted]) -> list[float]:
    """What each column needs so that no word of its title is cut."""
    return [natural_width(printable(column.title).split(" "), HEAD) for column in wanted]


def row_block(table: Element) -> Block:
    """A row of a table, still empty."""
    return Block(within=Element("TR", table))


def head_block(columns: Sequence[Column], table: Element) -> Block:
    """The titles of the columns, the lower line of each at the same height, over a hairline."""
    row = Element("TR", table)
    blocks = [Block() for _ in columns]
    for column, block in zip(columns, blocks, strict=True):
        block.write(f"head.{column.key}", column.title, HEAD, column.room(0), column.align,
                    Element("TH", row, scope="Column"))
    tallest = max(block.height for block in blocks)
    head = Block()
    for block in blocks:
        head.add(block, _HEAD_PAD + tallest - block.height)
    head.height = 2 * _HEAD_PAD + tallest
    right = columns[-1].x + columns[-1].w
    head.rules.append(Rule(columns[0].x, head.height, right - columns[0].x, 0))
    return head
