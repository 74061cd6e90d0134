"""The header row: found among the first rows by the headers that are known, and named."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T

Known = Sequence[frozenset[str]]
"""The columns that each known layout needs."""

FIRST_ROWS = 20
_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands, counting from 1, and a name for each column, none twice."""

    row: int
    names: tuple[str, ...]


def find_header(file: str, rows: Sequence[Sequence[str]], known: Known) -> Header | None:
    """The first row that has all columns of one of the known layouts, or None.

    Raises Refusal where it has one of those columns twice: which one counts, nobody knows.
    """
    for number, row in enumerate(rows[:FIRST_ROWS], 1):
        names = [_tidy(cell) for cell in row]
        present = frozenset(names)
        for needed in known:
            if needed and needed <= present:
                _refuse_twice(file, number, names, needed)
                return Header(number, _each_once(names))
    return None


def no_header(file: str, rows: Sequence[Sequence[str]], known: Known) -> Refusal:
    """What to say where no header was found: what is there, and what the nearest layout wants."""
    tidied = [[_tidy(cell) for cell in row] for row in rows[:FIRST_ROWS]]
    pairs = [(needed, row) for needed in known for row in tidied]
    nearest, row = max(
        pairs, key=lambda pair: len(pair[0].intersection(pair[1])), default=(frozenset(), [])
    )
    if nearest.isdisjoint(row):
        return Refusal(
            T(
                "{file}: none of the first {rows} rows is a header of a known layout; found "
                "{found}; wanted is a header such as {example}",
                file=file, rows=FIRST_ROWS, found=_cut(_fullest(tidied)),
                example=_cut(sorted(nearest)),
            )
        )
    return Refusal(
        T(
            "{file}: none of the first {rows} rows is a header of a known layout; found "
            "{found}; the nearest layout also wants {missing}",
            file=file, rows=FIRST_ROWS, found=_cut(row), missing=_cut(sorted(nearest - {*row})),
        )
    )


def _tidy(cell: str) -> str:
    """One spelling of a name: composed letters, single spaces, none around it."""
    return " ".join(unicodedata.normalize("NFC", cell).split())


def _each_once(names: Sequence[str]) -> tuple[str, ...]:
    """The first of equal names keeps it; the others, and empty ones, are told by their column."""
    taken: dict[str, None] = {}
    for column, name in enumerate(names, 1):
        own = name or f"column {column}"
        while own in taken:
            own = f"{own} (column {column})"
        taken[own] = None
    return tuple(taken)


def _refuse_twice(file: str, row: int, names: Sequence[str], needed: frozenset[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1 and name in needed]
    if twice:
        raise Refusal(
            T(
                "{file}: the header in row {row} has {name} in {columns} columns; rename all but "
                "the one that counts",
                file=file, row=row, name=twice[0], columns=names.count(twice[0]),
            )
        )


def _fullest(rows: Sequence[Sequence[str]]) -> Sequence[str]:
    return max(rows, key=lambda row: sum(map(bool, row)), default=[])


def _cut(names: Sequence[str]) -> str:
    line = ", ".join(name for name in names if name)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
