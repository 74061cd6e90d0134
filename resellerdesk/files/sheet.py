"""A table as a file holds it: a header, and rows with their numbers in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NoReturn

from resellerdesk.core.text import T
from resellerdesk.sdk.layout import Cell
from resellerdesk.sdk.reading import Unreadable


@dataclass(frozen=True, slots=True)
class Sheet:
    """A header and the rows under it, each with its number as a spreadsheet counts it.

    `rows` can be gone through once; going on may raise Refusal where the file breaks off. Every
    row has every header as a key: a cell that is missing is "" (CSV) or None (workbook). Blank
    rows are rows. A CSV row with more cells than the header is a `LongRow`.
    """

    headers: tuple[str, ...]
    rows: Iterable[tuple[int, Mapping[str, Cell]]]
    header_row: int


class LongRow(Mapping[str, Cell]):
    """A row with more cells than the header: which cell is which, nobody knows.

    Reading any of its cells raises Unreadable, so whoever reads it rejects it.
    """

    def __init__(self, cells: list[str], width: int) -> None:
        self._cells = cells
        self._width = width

    def _refuse(self) -> NoReturn:
        raise Unreadable(
            f"column {self._width + 1}",
            self._cells[self._width],
            T(
                "the row has {found} cells, the header {width}: a cell that holds the "
                "delimiter wants quotation marks around it",
                found=len(self._cells), width=self._width,
            ),
        )

    def __getitem__(self, column: str) -> NoReturn:
        self._refuse()

    def __iter__(self) -> NoReturn:
        self._refuse()

    def __len__(self) -> int:
        return len(self._cells)
