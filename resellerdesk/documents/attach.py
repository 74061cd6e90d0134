"""A file inside the PDF: what the quote says, for a program to read."""

from __future__ import annotations

from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFStream,
    PDFString,
    PDFZCompress,
)


class Attachment(NamedTuple):
    """A JSON file, its name, and what it is in the reader's words."""

    name: str
    about: str
    content: bytes


def attach(canvas: Any, attachment: Attachment) -> None:
    """Puts the file in, as data of the whole document."""
    doc = canvas._doc
    stream = PDFStream(PDFDictionary({
        "Type": "/EmbeddedFile", "Subtype": "/application#2Fjson",
        "Params": PDFDictionary({"Size": len(attachment.content)}),
    }), attachment.content, [PDFZCompress])
    inside = doc.Reference(stream)
    file = doc.Reference(PDFDictionary({
        "Type": "/Filespec", "F": PDFString(attachment.name), "UF": PDFString(attachment.name),
        "Desc": PDFString(attachment.about), "AFRelationship": "/Data",
        "EF": PDFDictionary({"F": inside, "UF": inside}),
    }))
    catalogue = doc.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "AF"]
    catalogue.AF = PDFArray([file])
    catalogue.Names = PDFDictionary({
        "EmbeddedFiles": PDFDictionary({
            "Names": PDFArray([PDFString(attachment.name), file]),
        }),
    })
