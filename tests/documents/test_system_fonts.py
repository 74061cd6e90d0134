"""A character that none of our fonts has is looked for in the machine's, or named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from resellerdesk.documents import fonts, measure, system_fonts, wrap
from resellerdesk.documents.fonts import REPLACEMENT, printable, runs
from resellerdesk.documents.unprinted import unprinted_in

from documents.reading import check_layout, printed, text_of
from documents.samples import CUSTOMER, line, quote

YOSHI = "\U00020bb7"  # the other form of 吉, beyond the first 65,536 codes
CACHES = (
    system_fonts.system_fonts, fonts.system_face, fonts._opened, fonts.printable, fonts.runs,
    measure._widths, measure.ems, wrap._wrap,
)
Install = Callable[..., Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts a font with these characters into a machine that has no other."""
    monkeypatch.setattr(system_fonts, "folders", lambda: [tmp_path])

    def put(chars: str, name: str = "rare.ttf", rights: int = 0, outlines: str = "glyf") -> Path:
        font = made(chars, rights, outlines)
        if name.endswith(".ttc"):
            both = TTCollection()
            both.fonts = [made("A", rights, outlines), font]
            both.save(tmp_path / name)
        else:
            font.save(tmp_path / name)
        forget()
        return tmp_path / name

    forget()
    yield put
    forget()


def forget() -> None:
    for cached in CACHES:
        cached.cache_clear()


def made(chars: str, rights: int, outlines: str) -> TTFont:
    """A font whose every character is a square."""
    names = {ord(char): f"u{ord(char):05X}" for char in chars}
    builder = FontBuilder(1000, isTTF=outlines == "glyf")
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    if outlines == "glyf":
        builder.setupGlyf(dict.fromkeys([".notdef", *names.values()], square(TTGlyphPen(None))))
    else:
        builder.setupCFF("Rare", {}, dict.fromkeys([".notdef", *names.values()], square(
            T2CharStringPen(1000, None))), {})
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (1000, 50)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Rare", "styleName": "Regular", "psName": "Rare"})
    builder.setupOS2(sTypoAscender=880, fsType=rights)
    builder.setupPost()
    return builder.font


def square(pen: TTGlyphPen | T2CharStringPen) -> object:
    pen.moveTo((50, 0))
    for point in ((50, 800), (900, 800), (900, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph() if isinstance(pen, TTGlyphPen) else pen.getCharString()


@pytest.mark.parametrize("name", ["rare.ttf", "below/RARE.TTF", "rare.ttc"])
def test_a_font_of_the_machine_prints_it(install: Install, tmp_path: Path, name: str) -> None:
    (tmp_path / "below").mkdir()
    install(YOSHI, name)
    assert printable(f"{YOSHI}野家") == f"{YOSHI}野家"
    first, second = runs(f"{YOSHI}野家", "semibold", "jp")
    assert (first[1], second[0].fontName, second[1]) == (YOSHI, "NotoSansJP-SemiBold", "野家")


def test_it_is_read_and_copied_from_the_quote_like_any_other(install: Install) -> None:
    install(YOSHI)
    quoted = printed(quote([line(0, description=f"{YOSHI}野家 保守")],
                           customer=replace(CUSTOMER, name=f"株式会社{YOSHI}野家")))
    check_layout(quoted)
    assert f"{YOSHI}野家 保守" in text_of(quoted.pdf)[0]
    assert str(system_fonts.folders()[0]).encode() not in quoted.pdf


def test_lines_break_beside_it_as_beside_any_other(install: Install) -> None:
    install(YOSHI)
    style = measure.Style(8.5, 10.4)
    room = measure.width(f"東東{YOSHI}", style) + 0.01
    assert wrap.wrap(f"東東{YOSHI * 4}", style, room) == (f"東東{YOSHI}", YOSHI * 3)


def test_without_one_a_box_stands_there_and_it_is_named(install: Install) -> None:
    view = quote([line(0)], customer=replace(CUSTOMER, name=f"{YOSHI}野家 & שלום"))
    assert printable(f"{YOSHI}野家") == f"{REPLACEMENT}野家"
    assert unprinted_in(view) == [YOSHI, *"שלום"]


def test_where_all_is_printed_none_is_named(install: Install) -> None:
    assert unprinted_in(quote([line(0, description="a □ is no gap")])) == []


def test_what_is_named_is_named_once_and_wherever_it_stands(install: Install) -> None:
    view = quote([line(0, sku=YOSHI), line(1, description=YOSHI)], notes=(f"{YOSHI}ก",))
    assert unprinted_in(view) == [YOSHI, "ก"]


@pytest.mark.parametrize(
    ("rights", "outlines"), [(0x0002, "glyf"), (0x0108, "glyf"), (0, "CFF ")],
    ids=["its rights forbid it", "only whole", "no TrueType outlines"],
)
def test_a_font_that_cannot_be_embedded_is_not_taken(
    install: Install, rights: int, outlines: str
) -> None:
    install(YOSHI, "rare.otf", rights, outlines)
    assert printable(YOSHI) == REPLACEMENT


@pytest.mark.parametrize("broken", [b"", b"ttcf", b"\x00\x01\x00\x00" + b"\xff" * 400])
def test_a_broken_file_is_passed_over(install: Install, tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "a.ttf").write_bytes(broken)
    (tmp_path / "b.ttf").mkdir()
    whole = install(YOSHI).read_bytes()
    (tmp_path / "c.ttf").write_bytes(whole[: len(whole) // 2])
    forget()
    assert printable(YOSHI) == YOSHI


def test_a_font_that_ends_within_its_outlines_is_passed_over(
    install: Install, tmp_path: Path
) -> None:
    whole = install(YOSHI).read_bytes()
    (tmp_path / "a.ttf").write_bytes(whole[:-60])
    forget()
    assert printable(YOSHI) == YOSHI


def test_scripts_that_want_more_than_glyphs_are_not_asked_for(install: Install) -> None:
    install("שก")
    assert printable("שก") == REPLACEMENT * 2
