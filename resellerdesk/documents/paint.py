"""Makes a PDF of laid-out pages, and writes what the file says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary
from reportlab.pdfgen.canvas import Canvas

from resellerdesk.documents.attach import Attachment, attach
from resellerdesk.documents.boxes import Page
from resellerdesk.documents.brush import Brush, Inks
from resellerdesk.documents.fonts import face, western
from resellerdesk.documents.pdf_file import Root, file_of
from resellerdesk.documents.tags import Tags


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself. `day` is its date: the clock is not asked."""

    title: str
    author: str
    subject: str
    language: str
    day: date


def paint(
    pages: Sequence[Page], inks: Inks, about: About, attachment: Attachment | None = None
) -> bytes:
    """The pages as a PDF, with a file inside where one is given; the same pages give the same
    bytes."""
    # Otherwise every page would name Helvetica, which is not in the file.
    first: Any = face(western("regular")).fontName
    canvas: Any = Canvas(
        BytesIO(), pagesize=(inks.paper.width, inks.paper.height), pageCompression=1, invariant=1,
        lang=about.language, initialFontName=first,
    )
    tags, root = Tags(len(pages)), Root()
    _describe(canvas, about, root)
    if attachment is not None:
        attach(canvas, attachment)
    Brush(canvas, inks, tags).draw(pages)
    return file_of(canvas, tags, root)


def _describe(canvas: Any, about: About, root: Root) -> None:
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator("ResellerDesk")
    # Invariant documents are of 1 January 2000, or of SOURCE_DATE_EPOCH: ours have a day.
    stamp = canvas._doc._timeStamp
    stamp.YMDhms = (about.day.year, about.day.month, about.day.day, 0, 0, 0)
    stamp.dhh = stamp.dmm = 0
    catalogue = canvas._doc.Catalog
    catalogue.StructTreeRoot = root
    catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
    catalogue.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
