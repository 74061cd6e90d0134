"""Writing CSV that a spreadsheet shows and never runs."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?\Z", re.ASCII)


def csv_bytes(
    headers: Sequence[str], rows: Iterable[Sequence[str | int | Decimal | date | None]]
) -> bytes:
    """A CSV file in UTF-8 with a mark, by which spreadsheets know it.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    for row in (headers, *rows):
        writer.writerow([_harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str | int | Decimal | date | None) -> str:
    shown = "" if cell is None else str(cell)
    return f"'{shown}" if _FORMULA.match(shown) and not _NUMBER.match(shown) else shown
