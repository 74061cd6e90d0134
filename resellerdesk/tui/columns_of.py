"""Columns of plain text, for lists that need nothing more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from resellerdesk.core.text import Text
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.lines import Line, Look, left, line, right
from resellerdesk.tui.widgets.columns import Column

R = TypeVar("R")


class ColumnsOf(Generic[R]):
    """Makes the columns of one kind of row, with titles in the rep's language."""

    def __init__(self, translator: Translator) -> None:
        self._words = translator.text

    def plain(
        self, key: str, title: Text, width: int, shown: Callable[[R], str], share: int = 0
    ) -> Column[R]:
        """A column set to the left."""

        def paint(row: R, room: int) -> Line:
            return line(left(shown(row), room))

        return Column(key, self._words(title), width, paint, share)

    def at_right(
        self, key: str, title: Text, width: int, shown: Callable[[R], str]
    ) -> Column[R]:
        """A column of numbers."""

        def paint(row: R, room: int) -> Line:
            return line(right(shown(row), room))

        return Column(key, self._words(title), width, paint, at_right=True)

    def marked(
        self, key: str, title: Text, width: int, shown: Callable[[R], tuple[str, Look]]
    ) -> Column[R]:
        """A column whose look says something too."""

        def paint(row: R, room: int) -> Line:
            text, look = shown(row)
            return line(left(text, room), look)

        return Column(key, self._words(title), width, paint)
