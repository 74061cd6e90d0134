"""CSV files: the delimiter and the header found, the rows read as they are asked for."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO, TextIOWrapper
from itertools import islice
from typing import TextIO

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.files.encoding import Source, encoding_of
from resellerdesk.files.header import FIRST_ROWS, Header, Known, find_header, no_header
from resellerdesk.files.sheet import BrokenRow, Sheet
from resellerdesk.sdk.layout import Cell

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 1 << 16

# A line by which exporters tell Excel the delimiter; Excel neither shows nor counts it.
_EXCEL_HINT = re.compile(r"sep=.\r?\n?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Table:
    """Where the rows are, and how they are written."""

    source: Source
    file: str
    encoding: str
    delimiter: str
    hidden: int
    header: Header


def open_csv(source: Source, file: str, known: Known) -> Sheet:
    """The table in a text file. Raises Refusal where there is none; see `open_sheet`."""
    encoding = encoding_of(source, file)
    with TextIOWrapper(source(), encoding, newline="") as stream:
        sample = stream.read(_SAMPLE)
    if not sample.strip():
        raise Refusal(T("{file} is empty; wanted is a header and rows under it", file=file))
    hidden = 1 if _EXCEL_HINT.match(sample) else 0
    first = {delimiter: _first(sample, delimiter)[hidden:] for delimiter in DELIMITERS}
    for delimiter, rows in first.items():
        header = find_header(file, rows, known)
        if header is not None:
            table = _Table(source, file, encoding, delimiter, hidden, header)
            return Sheet(header.names, _rows(table), header.row)
    raise no_header(file, max(first.values(), key=_widest), known)


def _first(sample: str, delimiter: str) -> list[list[str]]:
    records = _records(StringIO(sample, newline=""), delimiter)
    return [cells if isinstance(cells, list) else [] for cells in islice(records, FIRST_ROWS + 1)]


def _widest(rows: Sequence[Sequence[str]]) -> int:
    return max(map(len, rows), default=0)


def _records(lines: TextIO, delimiter: str) -> Iterator[list[str] | int]:
    """The cells of each record, or the line up to which a record with a quotation mark out of
    place was read: reading goes on after it.

    What is not strict would run such a record together with the ones below it, unseen.
    """
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        try:
            yield from reader
            return
        except csv.Error:
            yield reader.line_num


def _rows(table: _Table) -> Iterator[tuple[int, Mapping[str, Cell]]]:
    """Rows by number. Raises Refusal where the file cannot be read on."""
    names, width = table.header.names, len(table.header.names)
    number = first = table.header.row
    try:
        with TextIOWrapper(table.source(), table.encoding, newline="") as stream:
            records = islice(_records(stream, table.delimiter), first + table.hidden, None)
            for number, cells in enumerate(records, first + 1):
                if isinstance(cells, int):
                    yield number, _misquoted(cells)
                elif len(cells) == width:
                    yield number, dict(zip(names, cells, strict=False))
                elif len(cells) > width:
                    yield number, _too_long(cells, width)
                else:
                    yield number, dict.fromkeys(names, "") | dict(zip(names, cells, strict=False))
    except (UnicodeDecodeError, OSError) as error:
        raise Refusal(
            T("{file}: cannot be read on after row {row} ({why}); import it again when it is "
              "complete", file=table.file, row=number, why=str(error))
        ) from None


def _too_long(cells: list[str], width: int) -> BrokenRow:
    reason = T(
        "the row has {found} cells, the header {width}: a cell that holds the delimiter wants "
        "quotation marks around it",
        found=len(cells), width=width,
    )
    return BrokenRow(f"column {width + 1}", cells[width], reason)


def _misquoted(line: int) -> BrokenRow:
    reason = T(
        "a quotation mark is not closed, or not doubled inside a cell; all up to line {line} of "
        "the file was read as this row",
        line=line,
    )
    return BrokenRow("", "", reason)
