"""What customers' programs do to a PDF: fill in, sign, comment, flatten, scan, lock; and worse."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def filled(pdf: bytes, is_appended: bool = False, **fields: str) -> bytes:
    """Typed into the fields and saved anew, or as most viewers save: appended to the file."""
    writer = (PdfWriter(BytesIO(pdf), incremental=True) if is_appended
              else PdfWriter(clone_from=BytesIO(pdf)))
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, dict(fields), auto_regenerate=False)
    return written(writer)


def signed(pdf: bytes) -> bytes:
    """A seal in the signature field, appended; what it holds does not matter here."""
    writer = PdfWriter(BytesIO(pdf), incremental=True)
    seal = writer._add_object(DictionaryObject({
        NameObject("/Type"): NameObject("/Sig"),
        NameObject("/Filter"): NameObject("/Adobe.PPKLite"),
        NameObject("/Contents"): ByteStringObject(b"\x30\x82" + bytes(200)),
    }))
    for page in writer.pages:
        for note in page.annotations or ():
            if note.get_object().get("/T") == "signature":
                note.get_object()[NameObject("/V")] = seal
    return written(writer)


def commented(pdf: bytes, text: str) -> bytes:
    writer = PdfWriter(BytesIO(pdf), incremental=True)
    writer.add_annotation(0, FreeText(text=text, rect=(60, 60, 200, 90)))
    return written(writer)


def flattened(pdf: bytes) -> bytes:
    """What was filled in becomes part of the page; the form goes."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    for page in writer.pages:
        writer.update_page_form_field_values(
            page, {name: str(field.get("/V", "")) for name, field
                   in (PdfReader(BytesIO(pdf)).get_fields() or {}).items()
                   if field.get("/FT") == "/Tx"}, auto_regenerate=False, flatten=True)
    writer.remove_annotations(subtypes="/Widget")
    del writer.root_object["/AcroForm"]
    return written(writer)


def scanned(pdf: bytes) -> bytes:
    """Nothing but pages: no words, no fields, nothing inside."""
    writer = PdfWriter()
    for page in PdfReader(BytesIO(pdf)).pages:
        writer.add_blank_page(page.mediabox.width, page.mediabox.height)
    return written(writer)


def locked(pdf: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")
    return written(writer)


def with_data(pdf: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The file with the data inside it changed."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    _, file = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    stream = file.get_object()["/EF"]["/F"].get_object()
    stream.set_data(change(stream.get_data()))
    return written(writer)


def without_data(pdf: bytes) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(pdf))
    del writer.root_object["/Names"], writer.root_object["/AF"]
    return written(writer)


def reprinted(pdf: bytes, before: str, after: str, page: int = 0) -> bytes:
    """The file with a figure drawn otherwise, by letters that its fonts have."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    sheet = writer.pages[page]
    content = ContentStream(sheet["/Contents"], writer)
    letters: dict[str, dict[str, int]] = {
        name: _codes(font.get_object()) for name, font in sheet["/Resources"]["/Font"].items()
    }
    font, count = "", 0
    for operands, operator in content.operations:
        if operator == b"Tf":
            font = operands[0]
        elif operator == b"Tj":
            codes = letters[font]
            if not set(before) <= codes.keys():
                continue
            old = bytes(codes[letter] for letter in before)
            raw = operands[0].original_bytes
            if old in raw:
                new = bytes(codes[letter] for letter in after)
                operands[0] = ByteStringObject(raw.replace(old, new))
                count += 1
    assert count, f"{before} is not on page {page + 1}"
    sheet[NameObject("/Contents")] = writer._add_object(content)
    return written(writer)


def overprinted(pdf: bytes, words: str) -> bytes:
    """The file with more words drawn over its first page."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    page = writer.pages[0]
    content = ContentStream(page["/Contents"], writer)
    font, codes = next((name, codes) for name, font in page["/Resources"]["/Font"].items()
                       if set(words) <= (codes := _codes(font.get_object())).keys())
    text = bytes(codes[letter] for letter in words).hex()
    more = f"\nBT {font} 20 Tf 1 0 0 1 100 400 Tm <{text}> Tj ET\n"
    stream = StreamObject()
    stream.set_data(content.get_data() + more.encode())
    stream[NameObject("/Length")] = NumberObject(0)
    page[NameObject("/Contents")] = writer._add_object(stream)
    return written(writer)


def _codes(font: DictionaryObject) -> dict[str, int]:
    _, _, pairs = font["/ToUnicode"].get_data().partition(b"beginbfchar")
    found = {}
    for row in pairs.split(b"\n"):
        cells = row.split()
        if len(cells) == 2 and cells[0].startswith(b"<") and len(cells[1]) == 6:
            found.setdefault(chr(int(cells[1][1:-1], 16)), int(cells[0][1:-1], 16))
    return found
