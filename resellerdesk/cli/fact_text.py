"""What a family shows, its facts and tables, as lines of text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from resellerdesk.cli.out import print_columns, say
from resellerdesk.core.fact import Table
from resellerdesk.translation.translate import Translator
from resellerdesk.translation.view_json import table_json

_AMOUNT = re.compile(r"-?\d+\.\d+\Z", re.ASCII)


def word(value: Any) -> str:
    """A value on one line: yes or no, several with commas; empty where there is none to say."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {word(inner)}" for name, inner in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(word(inner) for inner in value)
    return "" if value is None else str(value)


def print_table(table: Table, translator: Translator, currency: str, indent: str) -> None:
    """A table under its title, each column under its own."""
    say(f"{indent}{translator.text(table.title)}")
    rows = [
        [translator.value(cell) if isinstance(cell, bool) else cell for cell in row.values()]
        for row in table_json(table, translator, currency)
    ]
    _print_rows([translator.text(title) for _, title in table.columns], rows, f"{indent}  ")


def print_records(records: Sequence[Mapping[str, Any]], indent: str) -> None:
    """The rows of a table that is JSON already, under the names of their values."""
    _print_rows(list(records[0]), [list(record.values()) for record in records], indent)


def _print_rows(titles: Sequence[str], rows: Sequence[Sequence[Any]], indent: str) -> None:
    """Columns of numbers and of amounts are set to the right."""
    columns = zip(*rows, strict=True)
    align = "".join(">" if all(map(_is_number, column)) else " " for column in columns)
    print_columns(titles, [[word(cell) for cell in row] for row in rows], align, indent)


def _is_number(cell: Any) -> bool:
    return type(cell) is int or (isinstance(cell, str) and bool(_AMOUNT.match(cell)))
