"""Excel workbooks: the first sheet with a known header, its values as plain types."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.files.header import FIRST_ROWS, Header, Known, find_header, no_header
from resellerdesk.files.sheet import Sheet
from resellerdesk.sdk.layout import Cell

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def open_workbook(content: bytes, file: str, known: Known) -> Sheet:
    """The first sheet that has a known header; formulas by the values that Excel last computed.

    Raises Refusal where the workbook cannot be read or no sheet has one.
    """
    book = _load(content, file)
    seen: list[Sequence[str]] = []
    for sheet in book.worksheets:
        first = _first(sheet, file)
        header = find_header(file, first, known)
        if header is not None:
            return Sheet(header.names, _rows(sheet, file, header), header.row)
        seen.extend(row for row in first if any(row))
    if not seen:
        raise Refusal(T("{file} is empty; wanted is a header and rows under it", file=file))
    raise no_header(file, seen, known)


def _load(content: bytes, file: str) -> Workbook:
    from openpyxl import load_workbook  # a tenth of a second, which CSV files need not wait for

    # Its warnings are about styles and filters, which nobody reads here.
    warnings.filterwarnings("ignore", module="openpyxl")
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    except Exception as error:  # openpyxl lets through whatever broken content makes it raise
        raise _broken(file) from error
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # some exporters write sizes that hide most of the sheet
    return book


def _first(sheet: Worksheet, file: str) -> list[list[str]]:
    rows = islice(_values(sheet, file, 1), FIRST_ROWS)
    return [["" if value is None else str(value) for value in row] for row in rows]


def _rows(
    sheet: Worksheet, file: str, header: Header
) -> Iterator[tuple[int, Mapping[str, Cell]]]:
    """Rows by number. What stands to the right of the table is no part of it."""
    empty: dict[str, Cell] = dict.fromkeys(header.names)
    below = header.row + 1
    for number, row in enumerate(_values(sheet, file, below), below):
        yield number, empty | dict(zip(header.names, map(_cell, row), strict=False))


def _values(sheet: Worksheet, file: str, from_row: int) -> Iterator[tuple[object, ...]]:
    try:
        yield from sheet.iter_rows(min_row=from_row, values_only=True)
    except Exception as error:  # a sheet's own part is read only now, and may be broken too
        raise _broken(file) from error


def _cell(value: object) -> Cell:
    if isinstance(value, float):
        # Excel holds and shows 15 digits; what comes after them is noise of its arithmetic.
        number = Decimal(f"{value:.15g}")
        return int(number) if number == number.to_integral_value() else number
    if value is None or isinstance(value, str | int | date):
        return value
    return str(value)


def _broken(file: str) -> Refusal:
    return Refusal(
        T("{file} is no Excel workbook that can be read, or a broken one; open it in a "
          "spreadsheet and save it as .xlsx or as CSV UTF-8", file=file)
    )
