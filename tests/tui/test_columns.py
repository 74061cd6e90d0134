"""Tables fold by width, and what stands in them stays aligned."""

from __future__ import annotations

import pytest

from resellerdesk.tui.lines import Line, cells, left, line, right
from resellerdesk.tui.widgets.columns import Column, fold_for, heading, row_line, widths
from resellerdesk.tui.widgets.scrolled import thumb

Row = tuple[str, str]


def name(row: Row, width: int) -> Line:
    return line(left(row[0], width))


def sum_(row: Row, width: int) -> Line:
    return line(right(row[1], width))


NAME: Column[Row] = Column("name", "Name", 6, name, share=2)
CITY: Column[Row] = Column("city", "City", 6, name, share=1)
SUM: Column[Row] = Column("sum", "Sum", 8, sum_, at_right=True)
WIDE, NARROW = (NAME, CITY, SUM), (NAME, SUM)


def text(runs: Line) -> str:
    return "".join(run.text for run in runs)


@pytest.mark.parametrize(("width", "fold"), [(80, WIDE), (24, WIDE), (23, NARROW), (5, NARROW)])
def test_columns_are_left_out_where_there_is_no_room(
    width: int, fold: tuple[Column[Row], ...]
) -> None:
    assert fold_for((WIDE, NARROW), width) is fold


def test_what_is_left_is_shared_to_the_last_cell() -> None:
    assert widths(WIDE, 34) == [12, 10, 8]
    assert sum(widths(WIDE, 35)) == sum(widths(WIDE, 34)) + 1


def test_titles_stand_over_their_columns() -> None:
    assert text(heading(NARROW, 20)) == " Name           Sum "


@pytest.mark.parametrize(
    "customer", ["Müller", "東京精密機器株式会社", "[b]x[/]", "a\x1bb", "Z" * 99]
)
def test_every_row_is_as_wide_as_the_table(customer: str) -> None:
    shown = row_line(WIDE, 40, (customer, "7.00"))
    assert cells(shown) == 40
    assert text(shown).endswith("    7.00 ")


def bar(page: int, top: int, total: int) -> str:
    return "".join(thumb(y, page, top, total) for y in range(page))


@pytest.mark.parametrize(
    ("top", "shown"),
    [(0, "▐▐        "), (1, " ▐▐       "), (20, "    ▐▐    "), (39, "       ▐▐ "),
     (40, "        ▐▐")],
)
def test_the_thumb_reaches_an_end_only_where_the_view_does(top: int, shown: str) -> None:
    assert bar(10, top, 50) == shown


def test_where_all_is_visible_there_is_no_thumb() -> None:
    assert bar(4, 0, 4) == "    "


def test_a_million_rows_have_a_thumb_of_one_cell() -> None:
    assert bar(3, 500_000, 1_000_000) == " ▐ "
