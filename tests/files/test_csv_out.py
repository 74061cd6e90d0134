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


PEM = "-----BEGIN CERTIFICATE REQUEST-----\nMIIC+/8x\nQkA=\n-----END CERTIFICATE REQUEST-----\n"


@pytest.mark.parametrize("text", [PEM, PEM.rstrip(), PEM.replace("\n", "\r\n")])
def test_a_request_stays_as_it_is(text: str) -> None:
    assert read_back(csv_bytes(["request"], [[text]])) == [["request"], [text]]


@pytest.mark.parametrize(
    "text",
    [
        PEM.replace("MIIC+/8x", "=cmd|'/C calc'!A1"), PEM.replace("MIIC+/8x", "HYPERLINK(A1)"),
        PEM.replace("MIIC+/8x", "=A1"), PEM.replace("MIIC+/8x", "A1 B1"), PEM + "=1+1",
        PEM.replace("END", "end"), PEM.replace("END CERTIFICATE REQUEST", "END KEY"),
        "-----BEGIN CERTIFICATE REQUEST-----", "=" + PEM, "-" + PEM, "\n" + PEM[1:], "@" + PEM,
    ],
)
def test_what_only_looks_like_a_request_is_guarded_like_any_text(text: str) -> None:
    [_, [found]] = read_back(csv_bytes(["request"], [[text]]))
    assert found == (text if text[0] == "\n" else f"'{text}")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_nothing_but_the_apostrophe_is_added(cells: list[str]) -> None:
    [found] = read_back(csv_bytes(cells, []))
    assert [text.removeprefix("'") for text in found] == [text.removeprefix("'") for text in cells]
