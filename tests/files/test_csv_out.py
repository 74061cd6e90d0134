"""CSV that is given out: a spreadsheet shows its texts and runs none."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.files.csv_out import csv_bytes


def read_back(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_values_as_files_write_them() -> None:
    row = ["Müller, Söhne", 25, Decimal("7.50"), date(2026, 11, 24), None]
    assert csv_bytes(["name", "n", "p", "day", "none"], [row]) == (
        "\ufeffname,n,p,day,none\r\n"
        '"Müller, Söhne",25,7.50,2026-11-24,\r\n'
    ).encode()


@pytest.mark.parametrize("text", ["=1+1", "+33 4 91", "-x", "@SUM(A1)", "\tx", "\rx", "-1-1", "="])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert read_back(csv_bytes(["h"], [[text]])) == [["h"], [f"'{text}"]]


@pytest.mark.parametrize("text", ["-12.50", "+5", "-12,50", "12", "a=b", "C-1008"])
def test_numbers_and_plain_texts_stay(text: str) -> None:
    assert read_back(csv_bytes(["h"], [[text]])) == [["h"], [text]]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_nothing_but_the_apostrophe_is_added(cells: list[str]) -> None:
    [found] = read_back(csv_bytes(cells, []))
    assert [text.removeprefix("'") for text in found] == [text.removeprefix("'") for text in cells]
