"""CSV files: the delimiter and the header found, the rows read as they are asked for."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO, TextIOWrapper
from itertools import chain, islice

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.files.encoding import Source, encoding_of
from resellerdesk.files.header import FIRST_ROWS, Header, Known, find_header, no_header
from resellerdesk.files.sheet import LongRow, Sheet
from resellerdesk.sdk.layout import Cell

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 1 << 16

# A line by which exporters tell Excel the delimiter; Excel neither shows nor counts it.
_EXCEL_HINT = re.compile(r"sep=.\r?\n?", re.IGNORECASE)

# Stands after the last line. No file has it (a NUL is refused); that it comes back as a row of
# its own shows that no quotation mark was left open.
_END = "\0"


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
    reader = csv.reader(StringIO(sample, newline=""), delimiter=delimiter)
    return list(islice(reader, FIRST_ROWS + 1))


def _widest(rows: Sequence[Sequence[str]]) -> int:
    return max(map(len, rows), default=0)


def _rows(table: _Table) -> Iterator[tuple[int, Mapping[str, Cell]]]:
    """Rows by number. Raises Refusal where the file cannot be read on."""
    names, width = table.header.names, len(table.header.names)
    number = first = table.header.row
    end = _END + table.delimiter * width  # wider than any row that is taken as it is
    try:
        with TextIOWrapper(table.source(), table.encoding, newline="") as stream:
            reader = csv.reader(chain(stream, [end]), delimiter=table.delimiter)
            for number, row in enumerate(islice(reader, first + table.hidden, None), first + 1):
                if len(row) == width:
                    yield number, dict(zip(names, row, strict=False))
                elif row and row[0] == _END:
                    return
                else:
                    yield number, _uneven(names, row)
    except csv.Error:  # it knows only one that reading runs into: a cell longer than its limit
        raise _unclosed(table.file, number + 1) from None
    except (UnicodeDecodeError, OSError) as error:
        raise Refusal(
            T("{file}: cannot be read on after row {row} ({why}); import it again when it is "
              "complete", file=table.file, row=number, why=str(error))
        ) from None
    raise _unclosed(table.file, number)


def _unclosed(file: str, row: int) -> Refusal:
    return Refusal(
        T("{file}: a quotation mark that row {row} opens is never closed, or only after more than "
          "{limit} characters; double it where it belongs to the text",
          file=file, row=row, limit=csv.field_size_limit())
    )


def _uneven(names: tuple[str, ...], row: list[str]) -> Mapping[str, Cell]:
    if len(row) > len(names):
        return LongRow(row, len(names))
    return dict.fromkeys(names, "") | dict(zip(names, row, strict=False))
