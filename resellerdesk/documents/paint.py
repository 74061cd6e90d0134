"""Draws laid-out pages with reportlab's canvas, and writes what the file says of itself."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from resellerdesk.documents.boxes import Box, Page, Placed
from resellerdesk.documents.fonts import Han, face, runs, western
from resellerdesk.documents.forms import Form
from resellerdesk.documents.measure import width
from resellerdesk.documents.palette import Palette
from resellerdesk.documents.paper import Paper


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself. `day` is its date: the clock is not asked."""

    title: str
    author: str
    subject: str
    language: str
    day: date


@dataclass(frozen=True, slots=True)
class Inks:
    """What pages are drawn with: paper, colours by role, whose shapes Han characters have."""

    paper: Paper
    palette: Palette
    han: Han


def paint(pages: Sequence[Page], inks: Inks, about: About) -> bytes:
    """The pages as a PDF; the same pages give the same bytes."""
    out = BytesIO()
    # Otherwise every page would name Helvetica, which is not in the file.
    first: Any = face(western("regular")).fontName
    canvas: Any = Canvas(
        out, pagesize=(inks.paper.width, inks.paper.height), pageCompression=1, invariant=1,
        lang=about.language, initialFontName=first, pdfVersion=(1, 7),
    )
    _describe(canvas, about)
    form = Form(canvas)
    for page in pages:
        for placed in page.placed:
            _shapes(canvas, placed, inks)
        canvas.addLiteral(_words(canvas, page, inks))
        _fields(form, page, inks.paper)
        canvas.showPage()
    form.write()
    canvas.save()
    return out.getvalue()


def _describe(canvas: Any, about: About) -> None:
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator("ResellerDesk")
    # Invariant documents are of 1 January 2000, or of SOURCE_DATE_EPOCH: ours have a day.
    stamp = canvas._doc._timeStamp
    stamp.YMDhms = (about.day.year, about.day.month, about.day.day, 0, 0, 0)
    stamp.dhh = stamp.dmm = 0
    canvas._doc.signature = hashlib.md5(about.day.isoformat().encode(), usedforsecurity=False)


def _shapes(canvas: Any, placed: Placed, inks: Inks) -> None:
    for panel in placed.block.panels:
        if panel.fill:
            canvas.setFillColorRGB(*inks.palette[panel.fill])
        if panel.frame:
            canvas.setStrokeColorRGB(*inks.palette[panel.frame])
            canvas.setLineWidth(panel.frame_width)
        y = inks.paper.height - placed.y - panel.y - panel.h
        fill, stroke = int(bool(panel.fill)), int(bool(panel.frame))
        if panel.radius:
            canvas.roundRect(panel.x, y, panel.w, panel.h, panel.radius, stroke, fill)
        else:
            canvas.rect(panel.x, y, panel.w, panel.h, stroke, fill)
    for rule in placed.block.rules:
        canvas.setStrokeColorRGB(*inks.palette[rule.colour])
        canvas.setLineWidth(rule.thickness)
        y = inks.paper.height - placed.y - rule.y
        canvas.line(rule.x, y, rule.x + rule.w, y - rule.h)


def _words(canvas: Any, page: Page, inks: Inks) -> str:
    """All words of a page as one text object: half the work of a call for each."""
    code, colour = ["BT"], ""
    for y, block in page.placed:
        for box in block.boxes:
            if box.style.colour != colour:
                colour = box.style.colour
                red, green, blue = inks.palette[colour]
                code.append(f"{red:.3f} {green:.3f} {blue:.3f} rg")
            baseline = inks.paper.height - y - box.y - box.style.baseline
            code.append(f"1 0 0 1 {_start(box):.2f} {baseline:.2f} Tm")
            for font, text in runs(box.words, box.style.weight, inks.han):
                for subset, glyphs in font.splitString(text, canvas._doc):
                    name = font.getSubsetInternalName(subset, canvas._doc)
                    code.append(f"{name} {box.style.size:.5g} Tf <{glyphs.hex()}> Tj")
    code.append("ET")
    return "\n".join(code)


def _start(box: Box) -> float:
    if box.align == "left":
        return box.x
    spare = box.w - width(box.words, box.style)
    return box.x + (spare if box.align == "right" else spare / 2)


def _fields(form: Form, page: Page, paper: Paper) -> None:
    for y, block in page.placed:
        for field in block.fields:
            top = paper.height - y - field.y
            form.add(field, (field.x, top - field.h, field.x + field.w, top))
