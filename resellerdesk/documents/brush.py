"""Draws laid-out pages onto reportlab's canvas: shapes, words and fields, each with its tag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress

from resellerdesk.documents.bookmarks import HEADINGS, Bookmarks
from resellerdesk.documents.boxes import Block, Box, Page, Panel, Placed, Rule
from resellerdesk.documents.fonts import Han
from resellerdesk.documents.forms import Form
from resellerdesk.documents.letters import Letters
from resellerdesk.documents.logo import draw_logo
from resellerdesk.documents.measure import width
from resellerdesk.documents.palette import Palette
from resellerdesk.documents.paper import Paper
from resellerdesk.documents.structure import Element, gap_between
from resellerdesk.documents.tags import DECORATION, END, REPEATED, Tags


@dataclass(frozen=True, slots=True)
class Inks:
    """What pages are drawn with: paper, colours by role, whose shapes Han characters have."""

    paper: Paper
    palette: Palette
    han: Han


class Brush:
    """Draws the pages of one PDF. What it draws is read in the order of the blocks."""

    def __init__(self, canvas: Any, inks: Inks, tags: Tags) -> None:
        self._canvas = canvas
        self._inks = inks
        self._tags = tags
        self._form = Form(canvas, tags)
        self._bookmarks = Bookmarks(canvas)
        self._letters = Letters(canvas._doc, inks.han)

    def draw(self, pages: Sequence[Page]) -> None:
        for page in pages:
            key = self._tags.turn()
            for placed in page.placed:
                self._register(placed)
                self._shapes(placed)
                self._words(placed)
                self._fields(placed)
            self._canvas.showPage()
            _tie(self._canvas._doc.Pages.pages[-1], key)
        self._form.write()
        self._bookmarks.write()

    def _register(self, placed: Placed) -> None:
        """Gives the words of a block their order before its figures, which are drawn first."""
        if placed.is_repeated or not _has_figures(placed.block):
            return
        known = None
        for box in placed.block.boxes:
            if box.element is not None and box.element is not known:
                known = box.element
                self._tags.node(known)

    def _shapes(self, placed: Placed) -> None:
        block, height = placed.block, self._inks.paper.height - placed.y
        code = self._canvas._code
        for element, panels in groupby(block.panels, lambda panel: panel.element):
            code.append(self._opened(placed, element))
            for panel in panels:
                self._panel(panel, height)
            code.append(END)
        for picture in block.pictures:
            code.append(self._opened(placed, picture.element))
            draw_logo(self._canvas, picture.logo,
                      (picture.x, height - picture.y - picture.h, picture.w, picture.h))
            code.append(END)
        if block.rules:
            code.append(DECORATION)
            for rule in block.rules:
                self._rule(rule, height)
            code.append(END)

    def _panel(self, panel: Panel, height: float) -> None:
        canvas, palette = self._canvas, self._inks.palette
        if panel.fill:
            canvas.setFillColorRGB(*palette[panel.fill])
        if panel.frame:
            canvas.setStrokeColorRGB(*palette[panel.frame])
            canvas.setLineWidth(panel.frame_width)
        y = height - panel.y - panel.h
        fill, stroke = int(bool(panel.fill)), int(bool(panel.frame))
        if panel.radius:
            canvas.roundRect(panel.x, y, panel.w, panel.h, panel.radius, stroke, fill)
        else:
            canvas.rect(panel.x, y, panel.w, panel.h, stroke, fill)

    def _rule(self, rule: Rule, height: float) -> None:
        red, green, blue = self._inks.palette[rule.colour]
        y = height - rule.y
        self._canvas._code.append(
            f"{red:.3f} {green:.3f} {blue:.3f} RG {rule.thickness:g} w "
            f"{rule.x:.2f} {y:.2f} m {rule.x + rule.w:.2f} {y - rule.h:.2f} l S"
        )

    def _words(self, placed: Placed) -> None:
        """All words of a block as one text object: half the work of a call for each."""
        code: list[str] = self._canvas._code
        height, colour = self._inks.paper.height - placed.y, ""
        code.append("BT")
        for element, boxes in groupby(placed.block.boxes, lambda box: box.element):
            code.append(self._opened(placed, element))
            lines = [box for box in boxes if box.words]
            if element is not None and element.kind in HEADINGS and not placed.is_repeated:
                self._bookmarks.add(element, lines, height)
            for box, after in zip_longest(lines, lines[1:]):
                style, words = box.style, box.words
                if style.colour != colour:
                    colour = style.colour
                    red, green, blue = self._inks.palette[colour]
                    code.append(f"{red:.3f} {green:.3f} {blue:.3f} rg")
                # Words that are copied out do not run into each other.
                words += gap_between(words, after.words) if after else " "
                code.append(f"1 0 0 1 {_start(box):.2f} {height - box.y - style.baseline:.2f} Tm "
                            f"{self._letters.shown(words, style)}")
            code.append(END)
        code.append("ET")

    def _opened(self, placed: Placed, element: Element | None) -> str:
        if placed.is_repeated:
            return REPEATED
        return DECORATION if element is None else self._tags.mark(element)

    def _fields(self, placed: Placed) -> None:
        for field in placed.block.fields:
            top = self._inks.paper.height - placed.y - field.y
            self._form.add(field, (field.x, top - field.h, field.x + field.w, top))


def _has_figures(block: Block) -> bool:
    return bool(block.pictures) or any(panel.element is not None for panel in block.panels)


def _tie(page: Any, key: int) -> None:
    """Tells a page where its marks lead, and that fields follow each other as they are read."""
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
    page.StructParents, page.Tabs = key, "/S"
    # Packed alone: reportlab would write it in letters too, a quarter longer.
    page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])


def _start(box: Box) -> float:
    if box.align == "left":
        return box.x
    spare = box.w - width(box.words, box.style)
    return box.x + (spare if box.align == "right" else spare / 2)
