"""Fields to fill in, written into the PDF: text, a choice, a signature.

Forms print what is typed with the reader's own Helvetica, so the PDF is no PDF/A.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from resellerdesk.documents.boxes import Field
from resellerdesk.documents.pdf_file import number_of
from resellerdesk.documents.tags import Tags

_PRINT = 4
# One of several; a tick cannot be taken off again; places of one value are ticked together.
_RADIO = (1 << 15) | (1 << 14) | (1 << 25)
_WORDS = "/Helv 10 Tf 0.09 0.125 0.169 rg"


class Form:
    """The fields of one PDF."""

    def __init__(self, canvas: Any, tags: Tags) -> None:
        self._canvas = canvas
        self._tags = tags
        self._fields: list[Any] = []
        self._choices: dict[str, PDFArray] = {}

    def add(self, field: Field, rect: tuple[float, float, float, float]) -> None:
        """Puts a field on the current page; `rect` in the page's own coordinates."""
        entries: dict[str, object] = {
            "Type": PDFName("Annot"), "Subtype": PDFName("Widget"), "F": _PRINT,
            "Rect": PDFArray([round(edge, 2) for edge in rect]),
            "P": self._canvas._doc.thisPageRef(), "TU": PDFString(field.label),
        }
        match field.kind:
            case "text":
                entries |= {"FT": PDFName("Tx"), "T": PDFString(field.name),
                            "DA": PDFString(_WORDS), "V": PDFString("")}
            case "signature":
                entries |= {"FT": PDFName("Sig"), "T": PDFString(field.name)}
            case "choice":
                entries |= self._choice(field, rect[2] - rect[0])
        widget = PDFDictionary(entries)
        self._canvas._addAnnotation(widget)
        if field.element is not None:
            at = number_of(self._canvas._doc, widget)
            widget["StructParent"] = self._tags.field(field.element, at)
        owner = self._choices[field.name].sequence if field.kind == "choice" else self._fields
        owner.append(self._canvas._doc.Reference(widget))

    def write(self) -> None:
        """Makes the catalogue name the form, if there is one."""
        if not self._fields:
            return
        helvetica = PDFDictionary({
            "Type": PDFName("Font"), "Subtype": PDFName("Type1"),
            "BaseFont": PDFName("Helvetica"), "Encoding": PDFName("WinAnsiEncoding"),
        })
        fonts = PDFDictionary({"Helv": self._canvas._doc.Reference(helvetica)})
        self._canvas._doc.Catalog.AcroForm = PDFDictionary({
            "Fields": PDFArray(self._fields), "DA": PDFString(_WORDS),
            "DR": PDFDictionary({"Font": fonts}),
        })

    def _choice(self, field: Field, size: float) -> dict[str, object]:
        if field.name not in self._choices:
            kids = self._choices[field.name] = PDFArray([])
            parent = PDFDictionary({
                "FT": PDFName("Btn"), "Ff": _RADIO, "T": PDFString(field.name), "Kids": kids,
                "V": PDFName("Off"),
            })
            self._parent = self._canvas._doc.Reference(parent)
            self._fields.append(self._parent)
        looks = PDFDictionary({
            field.value: self._look(_cross(size), size), "Off": self._look("", size),
        })
        return {"Parent": self._parent, "AS": PDFName("Off"),
                "AP": PDFDictionary({"N": looks})}

    def _look(self, code: str, size: float) -> object:
        entries = {
            "Type": PDFName("XObject"), "Subtype": PDFName("Form"),
            "BBox": PDFArray([0, 0, round(size, 2), round(size, 2)]),
        }
        return self._canvas._doc.Reference(PDFStream(PDFDictionary(entries), code + "\n"))


def _cross(size: float) -> str:
    a, b = 0.22 * size, 0.78 * size
    rising, falling = f"{a:.2f} {a:.2f} m {b:.2f} {b:.2f} l", f"{a:.2f} {b:.2f} m {b:.2f} {a:.2f} l"
    return f"q 1.4 w 1 J {rising} {falling} S Q"
