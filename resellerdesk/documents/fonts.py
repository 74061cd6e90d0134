"""The quote's fonts: which of them prints a character, and what stands for one that none prints."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Literal

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from resellerdesk.documents.system_fonts import SystemFont, system_fonts
from resellerdesk.documents.unicode_map import EveryPlane

Weight = Literal["regular", "semibold"]
Han = Literal["jp", "sc"]
"""Whose shapes Han characters have where both fonts know one."""

FOLDER = Path(__file__).parent / "fonts"
REPLACEMENT = "\u25a1"

_WESTERN = {"regular": "SourceSans3-Regular", "semibold": "SourceSans3-SemiBold"}
_JAPANESE = {"regular": "NotoSansJP-Regular", "semibold": "NotoSansJP-SemiBold"}
_CHINESE = {"regular": "NotoSansSC-Regular", "semibold": "NotoSansSC-SemiBold"}
# Nothing to see in any of them, and they would only come along when text is copied.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"))
_NONCHARACTER = "\uffff"
_EAST_ASIAN = frozenset("WFA")  # wide, full and ambiguous: Unicode's East_Asian_Width


@cache
def face(name: str) -> TTFont:
    """A font of the folder, loaded once a process: 3 ms, one with Han characters 15."""
    font = TTFont(name, str(FOLDER / f"{name}.ttf"), asciiReadable=False)
    registerFont(font)
    return font


@cache
def system_face(char: str) -> TTFont | None:
    """A font of the machine that prints an East Asian character, such as a rare Han one; None
    where none does. Other scripts may want to be shaped or run leftwards: none is asked for them.
    """
    if unicodedata.east_asian_width(char) not in _EAST_ASIAN or not unicodedata.name(char, ""):
        return None
    having = (_opened(font) for font in system_fonts() if font.has(char))
    return next((font for font in having if font and font.face.charToGlyph.get(ord(char))), None)


@cache
def _opened(font: SystemFont) -> TTFont | None:
    name = f"System-{system_fonts().index(font)}"
    try:
        opened = EveryPlane(name, str(font.file), subfontIndex=font.place, asciiReadable=False)
    except Exception:  # a stranger's file, and reportlab raises many kinds
        return None
    registerFont(opened)
    return opened


@cache
def widths_of(name: str) -> dict[str, float]:
    """The width of every character that a font prints, in thousandths of its size."""
    known = face(name).face
    found = {chr(code): float(known.charWidths[code]) for code in known.charToGlyph}
    found.pop(_NONCHARACTER, None)
    return found


def western(weight: Weight) -> str:
    return _WESTERN[weight]


def eastern(weight: Weight, han: Han) -> tuple[str, str]:
    """The two fonts with Han characters, the one to ask first in front."""
    fonts = (_JAPANESE[weight], _CHINESE[weight])
    return fonts if han == "jp" else fonts[::-1]


@lru_cache(maxsize=1 << 14)
def printable(text: str) -> str:
    """The text as a quote can print it: composed, on one line, nothing in it that hides.

    What no font prints, and what acts instead of printing (control characters, marks that turn
    the direction), becomes a box.
    """
    if text.isascii() and text.isprintable():
        return text
    spaced = "".join(" " if char in "\t\n\r\v\f\u2028\u2029\x85" else char for char in text)
    composed = unicodedata.normalize("NFC", spaced.translate(_UNSEEN))
    prints = widths_of(western("regular"))
    return "".join(char if char in prints else _eastern_or_box(char) for char in composed)


def _eastern_or_box(char: str) -> str:
    known = any(char in widths_of(name) for name in eastern("regular", "jp"))
    return char if known or system_face(char) else REPLACEMENT


def unprinted(text: str) -> list[str]:
    """The characters of a text that no font prints: a box stands for each."""
    if REPLACEMENT not in printable(text):
        return []
    composed = unicodedata.normalize("NFC", text.translate(_UNSEEN))
    return [char for char in dict.fromkeys(composed) if printable(char) == REPLACEMENT != char]


@lru_cache(maxsize=1 << 14)
def runs(text: str, weight: Weight, han: Han) -> tuple[tuple[TTFont, str], ...]:
    """A printable text in pieces, each with the font that prints the whole of it."""
    prints = widths_of(western(weight))
    if prints.keys() >= set(text):
        return ((face(western(weight)), text),)
    found: list[tuple[TTFont, str]] = []
    for is_western, piece in groupby(text, prints.__contains__):
        chars = "".join(piece)
        if is_western:
            found.append((face(western(weight)), chars))
        else:
            found += _eastern_runs(chars, eastern(weight, han))
    return tuple(found)


def _eastern_runs(text: str, fonts: tuple[str, str]) -> Iterator[tuple[TTFont, str]]:
    """One font for the whole piece where one has it all, so that a name looks like one."""
    for name in fonts:
        if widths_of(name).keys() >= set(text):
            yield face(name), text
            return
    for font, piece in groupby(text, lambda char: _eastern_face(char, fonts)):
        yield font, "".join(piece)


def _eastern_face(char: str, fonts: tuple[str, str]) -> TTFont:
    ours = next((face(name) for name in fonts if char in widths_of(name)), None)
    found = ours or system_face(char)
    assert found is not None, f"no font prints {char!r}: make the text printable first"
    return found
