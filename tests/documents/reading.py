"""What a reader sees of a PDF: its words with their places, page by page."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

import pypdfium2

from resellerdesk.core.customer_view import CustomerView
from resellerdesk.documents.boxes import Block, Box, Page
from resellerdesk.documents.press import Press, press_for
from resellerdesk.documents.quote_pdf import pages_of, quote_pdf
from resellerdesk.translation.translate import Translator

ENGLISH = Translator("en")
NEAR = 0.75
_HYPHEN_AT_LINE_END = "\x02"
_HYPHEN_BEFORE_WORD = "\ufffe"  # where the rest of the word goes on below it


@dataclass(frozen=True)
class Glyph:
    """A printed character and its rectangle, from the top left corner of the page."""

    char: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Printed:
    """A quote as laid out, and as the PDF has it."""

    press: Press
    pages: tuple[Page, ...]
    pdf: bytes


def printed(
    view: CustomerView, language: str = "en", domains: Mapping[str, Path] = {}
) -> Printed:
    """A quote in a language; `domains` has the words of plugins (as the Translator takes them)."""
    translator = Translator(language, domains)
    press = press_for(view, translator)
    return Printed(press, pages_of(press), quote_pdf(view, translator))


def text_of(pdf: bytes) -> list[str]:
    """The text of each page, every kind of space an ordinary one."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return [" ".join(text.replace(_HYPHEN_AT_LINE_END, "-").split()) for text in texts]


def words_of(page: Page, part: str) -> str:
    """The words of all boxes whose part begins so."""
    found = (box.words for box in page.boxes() if box.part.startswith(part))
    return " ".join(" ".join(found).split())


def glyphs_of(pdf: bytes) -> list[list[Glyph]]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [list(_glyphs(page)) for page in document]


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    text, height = page.get_textpage(), page.get_height()
    for at in range(text.count_chars()):
        char = text.get_text_range(at, 1) or _beyond(text, at)
        if char in (_HYPHEN_AT_LINE_END, _HYPHEN_BEFORE_WORD):
            char = "-"
        if char.strip():
            left, bottom, right, top = text.get_charbox(at)
            yield Glyph(char, left, height - top, right, height - bottom)


def _beyond(text: pypdfium2.PdfTextPage, at: int) -> str:
    """A character beyond the first 65,536 counts as two halves: it is read with its first."""
    first = pypdfium2.raw.FPDFText_GetUnicode(text, at)
    return text.get_text_range(at, 2) if 0xD800 <= first < 0xDC00 else ""


def check_layout(quote: Printed) -> None:
    """What holds of every quote: words lie in their boxes, and nothing lies over anything."""
    for page, glyphs in zip(quote.pages, glyphs_of(quote.pdf), strict=True):
        boxes = list(page.boxes())
        check_words(boxes, glyphs)
        check_apart(boxes)
        check_on_paper(quote.press, boxes)
        for y, block, _ in page.placed:
            check_around(y, block)
            check_inside(quote.press, y, block)
        check_stacked(quote.press, page)
        check_no_head_alone(page)


def check_stacked(press: Press, page: Page) -> None:
    """Blocks stand one under the other, the lowest above the paper's edge."""
    for above, below in pairwise(page.placed):
        assert above.y + above.block.height <= below.y + 0.01, (above, below)
    assert page.placed[-1].y + page.placed[-1].block.height <= press.paper.height


def check_no_head_alone(page: Page) -> None:
    """What a page says last before its foot is more than a heading, or the head of a table."""
    read = [box for placed in page.placed if not placed.is_repeated
            for box in placed.block.boxes if box.element is not None]
    if read:
        assert read[-1].element is not None
        assert read[-1].element.kind not in ("H1", "H2", "H3", "TH"), read[-1]


def check_inside(press: Press, y: float, block: Block) -> None:
    """Nothing is drawn beside the page or out of its block, and no words stand in a field."""
    for shape in (*block.panels, *block.fields, *block.pictures):
        assert press.paper.left - 0.01 <= shape.x, shape
        assert shape.x + shape.w <= press.paper.right + 0.01, shape
        assert shape.y >= -0.01, shape
        assert shape.y + shape.h <= block.height + 0.01, (shape, block.height)
    for place in (*block.fields, *block.pictures):
        for box in block.boxes:
            across = min(box.x + box.w, place.x + place.w) - max(box.x, place.x)
            down = min(box.y + box.h, place.y + place.h) - max(box.y, place.y)
            assert across < 0.01 or down < 0.01, (box, place)


def check_words(boxes: Sequence[Box], glyphs: Sequence[Glyph]) -> None:
    """Each glyph lies in one box, and each box holds the glyphs of its words, no other."""
    found: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if unicodedata.combining(glyph.char):
            continue  # it stands with its letter, wherever that reaches
        at = [n for n, box in enumerate(boxes) if _holds(box, glyph)]
        assert at, f"{glyph} lies in no box"
        found[at[0]].append(glyph)
    for n, box in enumerate(boxes):
        inside = "".join(glyph.char for glyph in sorted(found[n], key=lambda one: one.left))
        assert _letters(inside) == _letters(box.words), box


def _holds(box: Box, glyph: Glyph) -> bool:
    return (
        box.x - NEAR <= glyph.left and glyph.right <= box.x + box.w + NEAR
        and box.y <= (glyph.top + glyph.bottom) / 2 <= box.y + box.h
        and box.y - NEAR * 2 <= glyph.top and glyph.bottom <= box.y + box.h + NEAR * 2
    )


def _letters(text: str) -> list[str]:
    """The letters in any order: those that overhang their neighbour may change places, and marks
    over marks may reach into the line above."""
    plain = unicodedata.normalize("NFKD", "".join(text.split()))
    return sorted(char for char in plain if not unicodedata.combining(char))


def check_apart(boxes: Sequence[Box]) -> None:
    for one, other in combinations(boxes, 2):
        across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
        down = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
        assert across < 0.01 or down < 0.01, (one, other)


def check_on_paper(press: Press, boxes: Sequence[Box]) -> None:
    for box in boxes:
        assert press.paper.left - 0.01 <= box.x, box
        assert box.x + box.w <= press.paper.right + 0.01, box
        assert box.y > 0, box
        assert box.y + box.h < press.paper.height, box


def check_around(y: float, block: Block) -> None:
    """Words stand wholly inside a panel or outside it, and no rule runs through them."""
    for box in block.boxes:
        left, right, top, bottom = box.x, box.x + box.w, box.y, box.y + box.h
        for panel in block.panels:
            across = min(right, panel.x + panel.w) - max(left, panel.x)
            down = min(bottom, panel.y + panel.h) - max(top, panel.y)
            outside = across < 0.01 or down < 0.01
            inside = across > box.w - 0.01 and down > box.h - 0.01
            assert outside or inside, (box, panel)
        for rule in block.rules:
            beside = rule.x + rule.w <= left + 0.01 or rule.x >= right - 0.01
            apart = rule.y + rule.h <= top + 0.6 or rule.y >= bottom - 0.6
            assert beside or apart, (box, rule)
