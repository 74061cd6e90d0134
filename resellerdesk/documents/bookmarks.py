"""The bookmarks of a PDF: its headings, each with the place where it stands."""

from __future__ import annotations

from typing import Any

from resellerdesk.documents.structure import Element, gap_between

_LEVELS = {"H1": 0, "H2": 1, "H3": 2}


class Bookmarks:
    """The headings of one PDF, as they are drawn."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._titles: dict[Element, str] = {}

    def add(self, element: Element, words: str, top: float) -> None:
        """Takes in a line of words at this height of the page, if it belongs to a heading."""
        if element.kind not in _LEVELS:
            return
        begun = self._titles.get(element)
        if begun is None:
            self._canvas.bookmarkHorizontalAbsolute(f"b{len(self._titles)}", round(top, 2))
            self._titles[element] = words
        else:
            self._titles[element] = begun + gap_between(begun, words) + words

    def write(self) -> None:
        """Hands them to the canvas; none lies more than one level below the one before it."""
        level = -1
        for number, (element, title) in enumerate(self._titles.items()):
            level = min(_LEVELS[element.kind], level + 1)
            self._canvas.addOutlineEntry(title, f"b{number}", level)
