"""A stranger's PDF is read in a process of its own: whatever it does, there is an answer."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from resellerdesk.documents import read_apart
from resellerdesk.documents.read_pdf import Unreadable, read_pdf

from documents.reading import printed
from documents.samples import lines, quote
from documents.viewers import filled

CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
NO_PAGES = b"<</Type/Pages/Kids[]/Count 0>>"
ONE_PAGE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"


def pdf(*things: bytes, trailer: bytes = b"") -> bytes:
    """A file of these objects; `HERE` in its trailer is the place of its own table."""
    out, places = b"%PDF-1.7\n", []
    for number, thing in enumerate(things, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R%b>>\n" % (
        len(things) + 1, table, len(things) + 1, trailer.replace(b"HERE", b"%d" % len(out))
    ) + b"startxref\n%d\n%%%%EOF\n" % len(out)


def packed(content: bytes) -> bytes:
    small = zlib.compress(content, 9)
    return b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(small), small)


HOSTILE = {
    "pages within themselves": pdf(CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    "a table before itself": pdf(CATALOGUE, NO_PAGES, trailer=b"/Prev HERE"),
    "objects that are each other": pdf(b"2 0 R", b"1 0 R"),
    "files within themselves": pdf(
        b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>", NO_PAGES,
        b"<</Kids[3 0 R]>>"),
    "a form without end": pdf(
        b"<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R>>", NO_PAGES,
        b"<</Fields[4 0 R]>>", b"<</T(name)/Kids[4 0 R]/Parent 4 0 R>>"),
    "a form that is none": pdf(b"<</Type/Catalog/Pages 2 0 R/AcroForm 7>>", NO_PAGES),
    "brackets upon brackets": pdf(CATALOGUE, b"[" * 100_000 + b"]" * 100_000),
    "a page of much air": pdf(CATALOGUE, ONE_PAGE, PAGE, packed(bytes(10**8))),
    "more pages than atoms": pdf(CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 99999999999>>",
                                 PAGE, packed(b"")),
    "cut off": b"%PDF-1.7\n1 0 obj\n<<",
    "noise": b"%PDF-1.7\n" + bytes(range(256)) * 400,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_a_file_does_there_is_an_answer(name: str) -> None:
    why, fields = "", None
    try:
        fields = read_apart.read_apart(HOSTILE[name]).fields
    except Unreadable as unreadable:
        why = unreadable.why
    assert why in ("", "damaged")
    assert not any((fields or {}).values())


def test_what_is_read_apart_is_what_is_read_here() -> None:
    content = filled(printed(quote(lines(3))).pdf, name="<b>Hélène</b> さくら", place="(\\")
    assert read_apart.read_apart(content) == read_pdf(content)
    assert read_pdf(content).fields == {"name": "<b>Hélène</b> さくら", "function": "",
                                        "order_number": "", "place": "(\\", "date": ""}


def test_a_file_too_large_to_read_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_apart, "LARGEST", 10)
    with pytest.raises(Unreadable, match="too large"):
        read_apart.read_apart(b"%PDF-1.7\n....")


def test_a_folder_s_own_pypdf_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pypdf.py", "resellerdesk.py", "json.py"):
        (tmp_path / name).write_text("raise SystemExit('run')")
    monkeypatch.chdir(tmp_path)
    assert read_apart.read_apart(printed(quote(lines(1))).pdf).data
