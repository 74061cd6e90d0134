"""What is drawn, and where: boxes of words, panels, rules and fields, gathered into blocks.

Points from the top left corner. Every box holds one line of words and the room that is theirs:
what the reader sees lies in it, and no two of them overlap (the tests measure that).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from resellerdesk.documents.fonts import printable
from resellerdesk.documents.logo import Logo
from resellerdesk.documents.measure import Style, fitted
from resellerdesk.documents.structure import Element, Kind, is_cell
from resellerdesk.documents.wrap import wrap

Align = Literal["left", "right", "center"]


class Box(NamedTuple):
    """One line of words; `part` says what of the quote they are, `element` of which piece of the
    structure. Without one they are decoration, and not read out."""

    part: str
    x: float
    y: float
    w: float
    h: float
    words: str
    style: Style
    align: Align = "left"
    element: Element | None = None


class Panel(NamedTuple):
    """A rectangle, filled or framed in colours by their role; an empty role draws nothing. Only
    one that belongs to a figure names its element."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    frame: str = ""
    frame_width: float = 0.75
    radius: float = 0.0
    element: Element | None = None


class Rule(NamedTuple):
    """A straight line from (x, y), w to the right and h down."""

    x: float
    y: float
    w: float
    h: float
    colour: str = "hairline"
    thickness: float = 0.5


class Picture(NamedTuple):
    """A logo, in a room of its own proportions."""

    x: float
    y: float
    w: float
    h: float
    logo: Logo
    element: Element | None = None


class Field(NamedTuple):
    """A place to fill in. Choices of one name exclude each other; `value` is theirs.

    Its element is a `Form` within its label's; a signature has none, for whoever signs adds one.
    """

    kind: Literal["text", "choice", "signature"]
    name: str
    label: str
    x: float
    y: float
    w: float
    h: float
    value: str = ""
    element: Element | None = None


@dataclass(slots=True)
class Block:
    """A piece of the quote that stays together: x from the paper's edge, y from its own top.

    What is written in it is read within the element `within`, or directly in the document.
    """

    height: float = 0.0
    boxes: list[Box] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    within: Element | None = None

    def write(self, part: str, text: str, style: Style, at: tuple[float, float, float],
              align: Align = "left", kind: Kind | Element = "P") -> float:
        """Wraps a text into the room `at` (x, y, w) and returns the y below it.

        It becomes an element of its own of that kind, or goes on in the one given.
        """
        x, y, w = at
        element = kind if isinstance(kind, Element) else Element(kind, self.within)
        words = printable(text).strip(" ")
        if not words and is_cell(element) and not any(b.element is element for b in self.boxes):
            # A row keeps its columns, empty as they are.
            self.boxes.append(Box(part, x, y, w, 0.0, "", style, align, element))
        for line in wrap(words, style, w) if words else ():
            self.boxes.append(Box(part, x, y, w, style.leading, line, style, align, element))
            y += style.leading
        self.height = max(self.height, y)
        return y

    def figure(self, part: str, words: str, style: Style, at: tuple[float, float, float],
               kind: Kind | Element = "P", align: Align = "right") -> float:
        """One line, smaller where it would not fit, never parted or cut."""
        x, y, w = at
        element = kind if isinstance(kind, Element) else Element(kind, self.within)
        style = fitted(words, style, w)
        self.boxes.append(Box(part, x, y, w, style.leading, words, style, align, element))
        self.height = max(self.height, y + style.leading)
        return y + style.leading

    def add(self, other: Block, y: float) -> None:
        """Takes in another block, its top at y."""
        self.boxes += [box._replace(y=box.y + y) for box in other.boxes]
        self.panels += [panel._replace(y=panel.y + y) for panel in other.panels]
        self.rules += [rule._replace(y=rule.y + y) for rule in other.rules]
        self.fields += [place._replace(y=place.y + y) for place in other.fields]
        self.pictures += [picture._replace(y=picture.y + y) for picture in other.pictures]
        self.height = max(self.height, y + other.height)


class Placed(NamedTuple):
    """A block on a page, its top at y. What is there again, or on every page, is not read out."""

    y: float
    block: Block
    is_repeated: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the quote; `number` counts from 1."""

    number: int
    placed: list[Placed]

    def boxes(self) -> Iterator[Box]:
        """Its boxes where they stand on the paper, in reading order."""
        for placed in self.placed:
            for box in placed.block.boxes:
                yield box._replace(y=box.y + placed.y)


def stacked(blocks: Iterable[Block]) -> Block:
    """Blocks one under the other, as one."""
    whole = Block()
    for block in blocks:
        whole.add(block, whole.height)
    return whole
