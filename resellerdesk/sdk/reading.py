"""Reading cells in a layout: what a column holds, or why it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from resellerdesk.core.text import T, Text
from resellerdesk.sdk.layout import Cell, Rejected

FIRST_YEAR, LAST_YEAR = 1980, 2199
"""Between which years a period is plausible."""

# Thousands are set off by these in the exports we know; a comma or point may be decimal.
_SET_OFF = "[ \u00a0\u2009\u202f'’]"
# More than 15 digits are no quantity, and would not fit where it is kept. Spaces stand between
# groups of three alone: `2 5` is a slip, not 25.
_DIGITS = rf"(?:\d{{1,15}}|\d{{1,3}}(?:{_SET_OFF}\d{{3}}){{1,4}})"
_WHOLE = re.compile(rf"\+?{_DIGITS}\Z", re.ASCII)
_DECIMAL = re.compile(rf"[+-]?{_DIGITS}(?:\.\d{{1,15}})?\Z", re.ASCII)
_SPACES = re.compile(_SET_OFF)
_DAY = re.compile(r"\d{1,2}\Z", re.ASCII)
_YEAR = re.compile(r"\d{4}\Z", re.ASCII)

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], 1
    )
}


class Unreadable(Exception):
    """A cell that cannot be read: rejects its row, naming column, value and reason."""

    def __init__(self, column: str, value: Cell, reason: Text) -> None:
        super().__init__(f"{column}: {value!r}")
        self.rejected = Rejected(column, "" if value is None else str(value), reason)


def is_blank(cells: Mapping[str, Cell]) -> bool:
    """Whether no cell of the row holds anything."""
    return not any(value is not None and str(value).strip() for value in cells.values())


def text(cells: Mapping[str, Cell], column: str) -> str:
    """A text without surrounding space; empty where the column is missing or empty."""
    value = cells.get(column)
    return "" if value is None else str(value).strip()


def required(cells: Mapping[str, Cell], column: str) -> str:
    """A text that must be there; raises Unreadable where it is empty."""
    value = text(cells, column)
    if not value:
        raise Unreadable(column, None, T("is empty; every row needs it"))
    return value


def whole_number(cells: Mapping[str, Cell], column: str) -> int:
    """A whole number of 0 or more; thousands may be set off by spaces. Raises Unreadable."""
    typed = text(cells, column)
    if not _WHOLE.match(typed):
        raise Unreadable(column, typed, T("is no whole number such as 25"))
    return int(_SPACES.sub("", typed))


def decimal_number(cells: Mapping[str, Cell], column: str) -> Decimal:
    """A plain decimal such as 31.20; thousands may be set off by spaces. Raises Unreadable."""
    typed = text(cells, column)
    if not _DECIMAL.match(typed):
        raise Unreadable(column, typed, T("is no number such as 31.20"))
    return Decimal(_SPACES.sub("", typed))


def one_of(cells: Mapping[str, Cell], column: str, words: Mapping[str, str]) -> str:
    """What one of some words stands for, whatever its case. Raises Unreadable."""
    typed = text(cells, column)
    meaning = words.get(typed.casefold())
    if meaning is None:
        folded = {word.casefold(): means for word, means in words.items()}
        meaning = folded.get(typed.casefold())
    if meaning is None:
        raise Unreadable(column, typed, T("is none of {words}", words=", ".join(words)))
    return meaning


def yes_no(
    cells: Mapping[str, Cell], column: str, yes: str = "yes", no: str = "no"
) -> bool:
    """A yes or no in the words of the export. Raises Unreadable."""
    value = cells.get(column)
    if isinstance(value, bool):
        return value
    return one_of(cells, column, {yes: "yes", no: "no"}) == "yes"


def iso_date(cells: Mapping[str, Cell], column: str) -> date:
    """`2026-12-31`, or a UTC time stamp such as `2026-12-31T23:59:59Z`. Raises Unreadable."""
    found = _as_date(cells.get(column))
    if found is not None:
        return found
    typed = text(cells, column)
    try:
        stamp = datetime.fromisoformat(typed)
        return (stamp.astimezone(UTC) if stamp.tzinfo else stamp).date()
    except (ValueError, OverflowError):  # the year 1 and the year 9999 have a neighbour too many
        raise _no_date(column, typed, "2026-12-31") from None


def day_month_year(cells: Mapping[str, Cell], column: str) -> date:
    """`31/12/2026`, the day first. Raises Unreadable."""
    found = _as_date(cells.get(column))
    if found is not None:
        return found
    typed = text(cells, column)
    day, month, year = _three(typed.split("/"), column, typed, "31/12/2026")
    return _date(column, typed, year, month, day, "31/12/2026")


def day_named_month_year(cells: Mapping[str, Cell], column: str) -> date:
    """`31-DEC-2026`, the month in English. Raises Unreadable."""
    found = _as_date(cells.get(column))
    if found is not None:
        return found
    typed = text(cells, column)
    day, name, year = _three(typed.split("-"), column, typed, "31-DEC-2026")
    month = str(_MONTHS.get(name.upper(), ""))
    return _date(column, typed, year, month, day, "31-DEC-2026")


def plausible_day(
    cells: Mapping[str, Cell], column: str, read: Callable[[Mapping[str, Cell], str], date]
) -> date:
    """A day that something can start or end on: 31/12/9999 leaves none to renew from. `read` is
    one of the functions above. Raises Unreadable."""
    day = read(cells, column)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Unreadable(
            column, text(cells, column),
            T("lies outside the years {first} to {last}",
              first=str(FIRST_YEAR), last=str(LAST_YEAR)),
        )
    return day


def _as_date(value: Cell) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def _three(parts: list[str], column: str, typed: str, example: str) -> tuple[str, str, str]:
    if len(parts) != 3:
        raise _no_date(column, typed, example)
    return parts[0], parts[1], parts[2]


def _date(column: str, typed: str, year: str, month: str, day: str, example: str) -> date:
    if _YEAR.match(year) and _DAY.match(month) and _DAY.match(day):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            pass
    raise _no_date(column, typed, example)


def _no_date(column: str, typed: str, example: str) -> Unreadable:
    return Unreadable(column, typed, T("is no date such as {example}", example=example))
