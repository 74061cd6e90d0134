"""Writing CSV that a spreadsheet shows and never runs."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO

_FORMULA = re.compile(r"[=+\-@\t\r]")
# Letters, digits, `+`, `/` and `=` between two lines of dashes: whatever a spreadsheet makes of it,
# there is nothing in it to be called, linked or opened.
_PEM = re.compile(
    r"-----BEGIN (?P<what>[A-Z0-9 ]+)-----\r?\n(?:[A-Za-z0-9+/]+={0,2}\r?\n)+"
    r"-----END (?P=what)-----\r?\n?\Z"
)
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?\Z", re.ASCII)


def csv_bytes(
    headers: Sequence[str], rows: Iterable[Sequence[str | int | Decimal | date | None]]
) -> bytes:
    """A CSV file in UTF-8 with a mark, by which spreadsheets know it.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; a certificate
    or request (PEM) begins like one and is none.
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    for row in (headers, *rows):
        writer.writerow([_harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str | int | Decimal | date | None) -> str:
    shown = "" if cell is None else str(cell)
    is_harmless = not _FORMULA.match(shown) or _NUMBER.match(shown) or _PEM.match(shown)
    return shown if is_harmless else f"'{shown}"
