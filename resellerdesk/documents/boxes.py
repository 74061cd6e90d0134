"""What is drawn, and where: boxes of words, panels, rules and fields, gathered into blocks.

Points from the top left corner. Every box holds one line of words and the room that is theirs:
what the reader sees lies in it, and no two of them overlap (the tests measure that).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from resellerdesk.documents.fonts import printable
from resellerdesk.documents.measure import Style, fitted
from resellerdesk.documents.wrap import wrap

Align = Literal["left", "right", "center"]


class Box(NamedTuple):
    """One line of words; `part` says what of the quote they are."""

    part: str
    x: float
    y: float
    w: float
    h: float
    words: str
    style: Style
    align: Align = "left"


class Panel(NamedTuple):
    """A rectangle, filled or framed in colours by their role; an empty role draws nothing."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    frame: str = ""
    frame_width: float = 0.75
    radius: float = 0.0


class Rule(NamedTuple):
    """A straight line from (x, y), w to the right and h down."""

    x: float
    y: float
    w: float
    h: float
    colour: str = "hairline"
    thickness: float = 0.5


class Field(NamedTuple):
    """A place to fill in. Choices of one name exclude each other; `value` is theirs."""

    kind: Literal["text", "choice", "signature"]
    name: str
    label: str
    x: float
    y: float
    w: float
    h: float
    value: str = ""


@dataclass(slots=True)
class Block:
    """A piece of the quote that stays together: x from the paper's edge, y from its own top."""

    height: float = 0.0
    boxes: list[Box] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)

    def write(self, part: str, text: str, style: Style, at: tuple[float, float, float],
              align: Align = "left") -> float:
        """Wraps a text into the room `at` (x, y, w) and returns the y below it."""
        x, y, w = at
        words = printable(text).strip(" ")
        for line in wrap(words, style, w) if words else ():
            self.boxes.append(Box(part, x, y, w, style.leading, line, style, align))
            y += style.leading
        self.height = max(self.height, y)
        return y

    def figure(self, part: str, words: str, style: Style, at: tuple[float, float, float]) -> float:
        """One line at the right of its room, smaller where it would not fit, never cut."""
        x, y, w = at
        style = fitted(words, style, w)
        self.boxes.append(Box(part, x, y, w, style.leading, words, style, "right"))
        self.height = max(self.height, y + style.leading)
        return y + style.leading

    def add(self, other: Block, y: float) -> None:
        """Takes in another block, its top at y."""
        self.boxes += [box._replace(y=box.y + y) for box in other.boxes]
        self.panels += [panel._replace(y=panel.y + y) for panel in other.panels]
        self.rules += [rule._replace(y=rule.y + y) for rule in other.rules]
        self.fields += [place._replace(y=place.y + y) for place in other.fields]
        self.height = max(self.height, y + other.height)


class Placed(NamedTuple):
    """A block on a page, its top at y."""

    y: float
    block: Block


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the quote; `number` counts from 1."""

    number: int
    placed: list[Placed]

    def boxes(self) -> Iterator[Box]:
        """Its boxes where they stand on the paper, in reading order."""
        for y, block in self.placed:
            for box in block.boxes:
                yield box._replace(y=box.y + y)


def stacked(blocks: Iterable[Block]) -> Block:
    """Blocks one under the other, as one."""
    whole = Block()
    for block in blocks:
        whole.add(block, whole.height)
    return whole
