"""Words as a PDF shows them: glyphs by their numbers, each piece in the font that prints it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

from resellerdesk.documents.fonts import Han, Weight, runs
from resellerdesk.documents.measure import Style


class Letters:
    """The words of one document. A quote says many things more than once: they are kept."""

    def __init__(self, doc: Any, han: Han) -> None:
        self._doc = doc
        self._han = han
        self._kept: dict[tuple[str, float, Weight], str] = {}
        self._met: dict[TTFont, tuple[str, dict[int, int]]] = {}

    def shown(self, words: str, style: Style) -> str:
        """The operators that show these words in this style, where the pen stands."""
        key = (words, style.size, style.weight)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = "\n".join([
                f"{name} {style.size:.5g} Tf <{glyphs.hex()}> Tj"
                for font, text in runs(words, style.weight, self._han)
                for name, glyphs in self._encoded(font, text)
            ])
        return found

    def _encoded(self, font: TTFont, text: str) -> Sequence[tuple[str, bytes]]:
        """The glyphs of a text, with the part of the font that has them.

        Nearly always they are in its first part and were met before: a few times quicker.
        """
        text = text.replace("\u00a0", " ")  # reportlab has no other glyph for it
        name, codes = self._met.get(font, ("", {}))
        try:
            return ((name, bytes([codes[char] for char in map(ord, text)])),)
        except (KeyError, ValueError):
            pieces = font.splitString(text, self._doc)
        state: Any = font.state[self._doc]
        self._met[font] = font.getSubsetInternalName(0, self._doc), state.assignments
        return [(font.getSubsetInternalName(part, self._doc), glyphs) for part, glyphs in pieces]
