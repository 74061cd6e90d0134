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
    """Whether the locale says UTF-8. Python puts one in the place of a locale that says nothing,
    and that is no promise by whoever set the terminal up."""
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        value = environment.get(name, "")
        if name == "LC_CTYPE" and value == "C.UTF-8" and _says_nothing(environment):
            continue
        if value:
            return "utf8" in value.casefold().replace("-", "")
    return False


def _says_nothing(environment: Mapping[str, str]) -> bool:
    return environment.get("LANG", "") in ("", "C", "POSIX")


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
