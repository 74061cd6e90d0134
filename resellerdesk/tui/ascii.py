"""A terminal that was never promised Unicode gets ASCII, cell for cell, and stays aligned."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_SIGNS = {
    "─": "-", "│": "|", "▐": "#", "…": ".", "·": "-", "×": "x", "≈": "~", "•": "*", "▾": "v",
    "▴": "^", "»": ">", "«": "<", "›": ">", "‹": "<", "↑": "^", "↓": "v", "→": ">", "–": "-",
    "—": "-", "−": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "€": "E", "£": "L", "¥": "Y",
    "ß": "s", "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "█": "#", "\u00a0": " ", "\u202f": " ",
}


def promises_unicode(environment: Mapping[str, str]) -> bool:
    """Whether the locale says UTF-8. Python puts one in the place of a locale that it does not
    have, and that is no promise by whoever set the terminal up."""
    lang = _says_utf8(environment.get("LANG", ""))
    for name in ("LC_ALL", "LC_CTYPE"):
        value = environment.get(name, "")
        if value and (name, value) != ("LC_CTYPE", "C.UTF-8"):
            return _says_utf8(value)
    return lang


def _says_utf8(locale: str) -> bool:
    return "utf8" in locale.casefold().replace("-", "")


@lru_cache(maxsize=4096)
def in_ascii(text: str) -> str:
    """The text in ASCII, as many cells wide: accents go, and what has no likeness is `?`."""
    return text if text.isascii() else "".join(map(_char, text))


def _char(char: str) -> str:
    if char.isascii():
        return char
    cells = cell_len(char)
    plain = _SIGNS.get(char, "")
    if not plain:
        parts = unicodedata.normalize("NFKD", char)
        plain = "".join(part for part in parts if part.isascii())
    return (plain or "?" * cells)[:cells].ljust(cells)


class AsciiOnly(LineFilter):
    """Stands between every widget and the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(in_ascii(text), style, control) for text, style, control in segments]
