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

Weight = Literal["regular", "semibold"]
Han = Literal["jp", "sc"]
"""Whose shapes Han characters have where both fonts know one."""

FOLDER = Path(__file__).parent / "fonts"
REPLACEMENT = "\u25a1"

_WESTERN = {"regular": "SourceSans3-Regular", "semibold": "SourceSans3-SemiBold"}
_JAPANESE = {"regular": "NotoSansJP-Regular", "semibold": "NotoSansJP-SemiBold"}
_CHINESE = {"regular": "NotoSansSC-Regular", "semibold": "NotoSansSC-Regular"}
# Nothing to see in any of them, and they would only come along when text is copied.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"))
_NONCHARACTER = "\uffff"


@cache
def face(name: str) -> TTFont:
    """A font of the folder, loaded once a process: 3 ms, one with Han characters 15."""
    font = TTFont(name, str(FOLDER / f"{name}.ttf"), asciiReadable=False)
    registerFont(font)
    return font


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
    return char if known else REPLACEMENT


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
    for in_first, piece in groupby(text, widths_of(fonts[0]).__contains__):
        yield face(fonts[0] if in_first else fonts[1]), "".join(piece)
