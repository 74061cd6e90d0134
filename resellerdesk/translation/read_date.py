"""Which days somebody may mean who writes a date by hand, in one language or another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import lru_cache

from resellerdesk.translation.formats import locale_of

_PARTS = re.compile(r"\d+|[^\W\d_]+")
_SHORTEST_NAME = 3


def days_meant(written: str, language: str) -> set[date]:
    """Every day that `written` can be read as: `03/12/2026` is two, `3 déc. 2026` is one.

    Years of two digits are of this century. Nothing is guessed: who asks knows which of the days
    can be meant.
    """
    text = unicodedata.normalize("NFKC", written).casefold()
    named = [part for part in _PARTS.findall(text) if not part.isdigit()]
    numbers = [part for part in _PARTS.findall(text) if part.isdigit()]
    months = {month for name in named for month in _months(name, language)}
    if months and len(numbers) == 2:
        first, last = numbers
        orders = [(year, str(month), day) for month in months
                  for year, day in ((last, first), (first, last))]
    elif len(numbers) == 3:
        a, b, c = numbers
        orders = [(a, b, c), (c, b, a), (c, a, b)]
    else:
        return set()
    return set(_days(orders))


def _days(orders: Iterable[tuple[str, str, str]]) -> Iterator[date]:
    for year, month, day in orders:
        if len(year) in (2, 4) and len(month) <= 2 and len(day) <= 2:
            with suppress(ValueError):
                yield date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))


def _months(name: str, language: str) -> list[int]:
    """The months that a word begins as or is, in the language or in English."""
    known = [*_names(language), *_names("en")]
    return [month for month, full in known
            if full == name or (len(name) >= _SHORTEST_NAME and full.startswith(name))]


@lru_cache(maxsize=16)
def _names(language: str) -> tuple[tuple[int, str], ...]:
    kinds = locale_of(language).months["format"]
    return tuple(
        (month, name.casefold().strip("."))
        for width in ("wide", "abbreviated") for month, name in kinds[width].items()
        if not name[0].isdigit()
    )
