"""What a PDF says: its fields, the data inside it, the words of its pages. It is not drawn here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

DATA_NAME = "quote.json"
FIELDS = ("name", "function", "order_number", "place", "date", "option")
Why = Literal["no PDF", "encrypted", "damaged", "too large", "too slow"]


class Unreadable(Exception):
    """Why a file tells us nothing."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class PdfRead:
    """What stands in a PDF. `fields` are those of our form, None where it has no form; `data` are
    the files called quote.json inside it, `pages` the words of its pages, `remarks` the numbers
    of the pages that somebody wrote or drew on."""

    fields: dict[str, str] | None
    data: list[str]
    pages: list[str]
    remarks: list[int]


def read_pdf(content: bytes) -> PdfRead:
    """Raises Unreadable. A stranger's file may take any time and room: see `read_apart`."""
    from pypdf import PdfReader  # a library of some size, wanted for this alone

    if b"%PDF-" not in content[:1024]:
        raise Unreadable("no PDF")
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("encrypted")
        pages = list(reader.pages)
        return PdfRead(
            _fields(reader), list(_data(reader)), [page.extract_text() for page in pages],
            [number for number, page in enumerate(pages, 1) if _is_remarked(page)],
        )
    except Unreadable:
        raise
    except Exception as error:  # whatever pypdf meets in a broken file
        raise Unreadable("damaged") from error


def _fields(reader: PdfReader) -> dict[str, str] | None:
    """Ours stand on the top level of the form; what a stranger adds below or beside is not read."""
    form = reader.root_object.get("/AcroForm")
    if form is None:
        return None
    found = [field.get_object() for field in form.get_object().get("/Fields", [])]
    values = {str(field.get("/T")): field for field in found if field.get("/T") in FIELDS}
    return {name: _value(field) for name, field in values.items()} or None


def _value(field: Any) -> str:
    """What was typed; of a choice the name of the one that is ticked."""
    value = field.get("/V", "")
    if field.get("/FT") == "/Btn":
        shown = [kid.get_object().get("/AS") for kid in field.get("/Kids", [])]
        ticked = [str(name).lstrip("/") for name in (value, *shown) if name]
        return next((name for name in ticked if name != "Off"), "")
    return " ".join(str(value).split()) if isinstance(value, str) else ""


def _data(reader: PdfReader) -> Iterator[str]:
    for name, contents in reader.attachments.items():
        if name == DATA_NAME:
            yield from (content.decode("utf-8", "replace") for content in contents)


def _is_remarked(page: PageObject) -> bool:
    notes = [note.get_object() for note in page.annotations or ()]
    return any(note.get("/Subtype") not in ("/Widget", "/Link", "/Popup") for note in notes)
