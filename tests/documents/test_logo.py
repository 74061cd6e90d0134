"""The logo on a quote: a PNG or an SVG, in its own proportions, never beside the page."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from resellerdesk.documents.boxes import Picture
from resellerdesk.documents.logo import LARGEST_FILE, read_logo
from resellerdesk.documents.press import press_for
from resellerdesk.documents.quote_pdf import pages_of, quote_pdf

from documents.reading import ENGLISH, check_layout, printed, text_of
from documents.samples import lines, quote

VIEW = quote(lines(2))
RED = b"\xff\x00\x00"


def png(wide: int, high: int, pixel: bytes = b"\xff\x00\x00\xff") -> bytes:
    """One colour, with transparency."""
    row = b"\x00" + pixel * wide
    return b"".join([
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 6, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(row * high)), _chunk(b"IEND", b""),
    ])


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def svg(wide: int, high: int) -> bytes:
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">'
            f'<rect width="{wide}" height="{high}" fill="#f00"/></svg>').encode()


def picture(content: bytes) -> Picture:
    pages = pages_of(press_for(VIEW, ENGLISH, read_logo(content)))
    [found] = [one for placed in pages[0].placed for one in placed.block.pictures]
    return found


@pytest.mark.parametrize("make", [png, svg])
@pytest.mark.parametrize(
    ("wide", "high", "at"),
    [(64, 64, (26, 26)), (30, 60, (13, 26)), (160, 100, (41.6, 26)), (400, 100, (120, 30)),
     (1000, 50, (200, 10))],
)
def test_it_keeps_its_proportions(
    make: object, wide: int, high: int, at: tuple[float, float]
) -> None:
    found = picture(make(wide, high))  # type: ignore[operator]
    assert (found.w, found.h) == pytest.approx(at)


@pytest.mark.parametrize("content", [png(64, 64), svg(64, 64), png(400, 100), svg(1000, 50)])
def test_it_is_drawn_in_its_place_and_nowhere_else(content: bytes) -> None:
    pdf = quote_pdf(VIEW, ENGLISH, content)
    place = picture(content)
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=4).to_pil().convert("RGB")
    pixels = image.tobytes()
    red = [(at // 3 % image.width, at // 3 // image.width) for at in range(0, len(pixels), 3)
           if pixels[at:at + 3] == RED]
    left, right = min(x for x, _ in red) / 4, max(x for x, _ in red) / 4
    top, bottom = min(y for _, y in red) / 4, max(y for _, y in red) / 4
    assert left == pytest.approx(place.x, abs=0.5)
    assert right == pytest.approx(place.x + place.w, abs=0.5)
    assert bottom - top == pytest.approx(place.h, abs=0.6)


@pytest.mark.parametrize("content", [png(64, 64), svg(64, 64), png(400, 100), svg(1000, 50)])
def test_no_word_stands_on_it(content: bytes) -> None:
    pages = pages_of(press_for(VIEW, ENGLISH, read_logo(content)))
    block = pages[0].placed[0].block
    [logo] = block.pictures
    for box in block.boxes:
        beside = box.x >= logo.x + logo.w or box.x + box.w <= logo.x
        assert beside or box.y >= logo.y + logo.h, box


def test_a_quote_with_a_logo_lies_as_every_other() -> None:
    quoted = printed(VIEW)
    press = press_for(VIEW, ENGLISH, read_logo(svg(400, 100)))
    check_layout(type(quoted)(press, pages_of(press), quote_pdf(VIEW, ENGLISH, svg(400, 100))))


def test_the_name_stands_there_in_words_too_and_the_letter_goes() -> None:
    [page] = text_of(quote_pdf(VIEW, ENGLISH, svg(64, 64)))
    assert "Atelier Numérique" in page
    assert not page.startswith("A ")


def test_the_same_logo_gives_the_same_bytes() -> None:
    for content in (png(64, 64), svg(64, 64)):
        assert quote_pdf(VIEW, ENGLISH, content) == quote_pdf(VIEW, ENGLISH, content)
    assert quote_pdf(VIEW, ENGLISH, png(64, 64)) != quote_pdf(VIEW, ENGLISH, png(64, 65))


def test_who_cannot_see_it_hears_whose_it_is() -> None:
    pdf = PdfReader(BytesIO(quote_pdf(VIEW, ENGLISH, svg(64, 64))))
    assert "Logo of Atelier Num" in str([
        kid.get_object().get("/Alt") for kid in _tree(pdf.root_object["/StructTreeRoot"])
    ])


def _tree(node: object) -> list[object]:
    """The elements of a structure tree, all the way down."""
    found = []
    kids = node.get_object().get("/K", [])  # type: ignore[attr-defined]
    for kid in kids if isinstance(kids, list) else [kids]:
        if hasattr(kid.get_object(), "get") and "/S" in kid.get_object():
            found += [kid, *_tree(kid)]
    return found


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\x89PNG\r\n\x1a\n", "cut off"),
        (png(8, 8)[:48], "damaged"),
        (png(8, 8)[:40] + b"\x00" * 40, "damaged"),
        (png(1, 1).replace(struct.pack(">II", 1, 1), struct.pack(">II", 100_000, 100_000), 1),
         "100000 x 100000 pixels"),
        (b" " * (LARGEST_FILE + 1), "larger than 1,000,000 bytes"),
        (b"\xff\xd8\xff\xe0 a photograph", "UTF-8"),
    ],
)
def test_what_cannot_be_a_logo_says_why(content: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_logo(content)
