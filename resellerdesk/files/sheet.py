"""A table as a file holds it: a header, and rows with their numbers in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NoReturn

from resellerdesk.core.text import Text
from resellerdesk.sdk.layout import Cell
from resellerdesk.sdk.reading import Unreadable


@dataclass(frozen=True, slots=True)
class Sheet:
    """A header and the rows under it, each with its number as a spreadsheet counts it.

    `rows` can be gone through once; going on may raise Refusal where the file breaks off. Every
    row has every header as a key: a cell that is missing is "" (CSV) or None (workbook). Blank
    rows are rows. A CSV row that has more cells than the header, or a quotation mark out of
    place, is a `BrokenRow`.
    """

    headers: tuple[str, ...]
    rows: Iterable[tuple[int, Mapping[str, Cell]]]
    header_row: int


class BrokenRow(Mapping[str, Cell]):
    """A row of which nobody knows which cell is which.

    Reading any of its cells raises Unreadable, so whoever reads it rejects it.
    """

    def __init__(self, column: str, value: str, reason: Text) -> None:
        self._why = (column, value, reason)

    def __getitem__(self, column: str) -> NoReturn:
        raise Unreadable(*self._why)

    def __iter__(self) -> NoReturn:
        raise Unreadable(*self._why)

    def __len__(self) -> NoReturn:
        raise Unreadable(*self._why)
