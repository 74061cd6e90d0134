"""docs/files.md names the columns of every layout of the host: those needed, and all that count."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from resellerdesk.core.policy import HOST_NAMES
from resellerdesk.desk.full_import import LEAST_SHARE
from resellerdesk.files.csv_rows import DELIMITERS
from resellerdesk.files.header import FIRST_ROWS
from resellerdesk.files.layouts import aliases, catalogue, customers, policy, prices
from resellerdesk.sdk.layout import Cell
from resellerdesk.sdk.reading import Unreadable

from docs.pages import coded, section, sections, text_of


class Watched(Mapping[str, Cell]):
    """A row that remembers which of its columns somebody looked at."""

    def __init__(self, cells: Mapping[str, Cell]) -> None:
        self._cells = cells
        self.looked_at: set[str] = set()

    def __getitem__(self, column: str) -> Cell:
        self.looked_at.add(column)
        return self._cells[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)


def both(cells: Mapping[str, Cell]) -> None:
    customers.read(cells)
    customers.contact(cells)


LAYOUTS: dict[str, tuple[frozenset[str], Callable[[Mapping[str, Cell]], Any], dict[str, str]]] = {
    customers.KEY: (
        customers.HEADERS, both,
        {"customer_id": "C-1", "name": "Vieux-Port", "country": "FR", "currency": "EUR",
         "payment_days": "30", "agreed_quantity": "10", "tax_rate": "20", "contact_name": "Ana"},
    ),
    aliases.KEY: (
        aliases.HEADERS, lambda cells: aliases.read(cells, lambda family: "Kestrel"),
        {"account_number": "7", "customer_id": "C-1"},
    ),
    catalogue.KEY: (
        catalogue.HEADERS, lambda cells: catalogue.read(cells, lambda family: "Kestrel"),
        {"sku": "KX", "family": "software", "title": "Gateway"},
    ),
    prices.KEY: (
        prices.HEADERS, lambda cells: prices.read(cells, lambda family: "Kestrel"),
        {"sku": "KX", "family": "software", "currency": "EUR", "term_months": "12",
         "min_quantity": "1", "unit_price": "120", "valid_from": "2026-01-01", "unit_cost": "80",
         "valid_to": "2026-12-31"},
    ),
    policy.KEY: (
        policy.HEADERS,
        lambda cells: policy.read(cells, lambda family: "Kestrel", {"software": HOST_NAMES}),
        {"family": "software", "region": "*", "name": "grace_days", "effective": "2026-01-01",
         "value": "15"},
    ),
}
"""The columns that each needs, how a row is read, and a row that is read to its end."""


def columns(layout: str) -> dict[str, bool]:
    """The columns of a section's table, and whether each is needed."""
    rows = section("files", layout).rows()
    return {name: row[1] == "yes" for row in rows for name in coded(row[0])}


def test_every_layout_of_the_host_has_its_section() -> None:
    titles = {item.title.strip("`") for item in sections("files") if item.title.startswith("`")}
    assert titles == set(LAYOUTS)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_columns_that_must_be_there_are_marked(layout: str) -> None:
    needed = {name for name, is_needed in columns(layout).items() if is_needed}
    assert needed == LAYOUTS[layout][0]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_column_that_counts_is_on_the_page_and_no_other(layout: str) -> None:
    _, read, row = LAYOUTS[layout]
    watched = Watched(row)
    read(watched)
    # A blank row is told by all cells, so what is in the row at least was looked at.
    assert watched.looked_at == set(columns(layout))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_row_with_the_needed_columns_alone_is_read(layout: str) -> None:
    headers, read, row = LAYOUTS[layout]
    read({name: value for name, value in row.items() if name in headers})
    for left_out in headers:
        cells = {name: value for name, value in row.items() if name != left_out}
        with pytest.raises(Unreadable) as refused:
            read(cells)
        assert refused.value.rejected.column == left_out


def test_the_numbers_on_the_page_are_those_of_the_program() -> None:
    said = text_of("files")
    assert f"the first of the first {FIRST_ROWS} rows" in said
    assert f"less than {LEAST_SHARE} %" in said
    names = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
    assert [names[delimiter] for delimiter in DELIMITERS] == ["comma", "semicolon", "tab", "bar"]
    assert "comma, semicolon, tab or bar" in said
