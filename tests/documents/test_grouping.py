"""Families, numbers of lines, and how numbers are listed."""

from __future__ import annotations

import pytest

from resellerdesk.documents.grouping import grouped, ranges

from documents.samples import HARDWARE, line


def test_lines_stand_by_family_and_are_numbered_as_printed() -> None:
    hardware = {"family": HARDWARE[0], "family_title": HARDWARE[1]}
    lines = (line(0), line(1, **hardware), line(2), line(3, **hardware))
    software, support = grouped(lines)
    assert software.lines == ((1, lines[0]), (2, lines[2]))
    assert support.lines == ((3, lines[1]), (4, lines[3]))
    assert support.title == HARDWARE[1]
    assert software.subtotal == lines[0].amount + lines[2].amount


@pytest.mark.parametrize(
    ("numbers", "written"),
    [((1,), "1"), ((1, 2, 3, 5), "1–3, 5"), ((7, 2, 1), "1–2, 7"), ((), "")],
)
def test_numbers_in_a_row_are_written_as_a_range(
    numbers: tuple[int, ...], written: str
) -> None:
    assert ranges(numbers) == written
