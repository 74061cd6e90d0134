"""The bookmarks of a PDF: its headings, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resellerdesk.documents.boxes import Box
from resellerdesk.documents.structure import Element, gap_between

HEADINGS = {"H1": 0, "H2": 1, "H3": 2}
"""The kinds of headings, each with its level."""


class Bookmarks:
    """The headings of one PDF, as they are drawn."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._titles: dict[Element, str] = {}

    def add(self, element: Element, lines: Sequence[Box], height: float) -> None:
        """Takes in a heading, or what a page has of it; its block begins at this height."""
        for box in lines:
            begun = self._titles.get(element)
            if begun is None:
                top = round(height - box.y, 2)
                self._canvas.bookmarkHorizontalAbsolute(f"b{len(self._titles)}", top)
                self._titles[element] = box.words
            else:
                self._titles[element] = begun + gap_between(begun, box.words) + box.words

    def write(self) -> None:
        """Hands them to the canvas; none lies more than one level below the one before it."""
        level = -1
        for number, (element, title) in enumerate(self._titles.items()):
            level = min(HEADINGS[element.kind], level + 1)
            self._canvas.addOutlineEntry(title, f"b{number}", level)
