"""CSV files: whatever cells were written come back, with the numbers a spreadsheet shows."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.files.csv_rows import DELIMITERS, open_csv
from resellerdesk.files.sheet import Sheet
from resellerdesk.sdk.reading import Unreadable, is_blank, text

from files.opening import Open

HEADERS = ("Numéro", "Client", "Fin")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
End = tuple[str, Literal[0, 1]]
# Only at Windows line ends does Python's writer put quotation marks around a lone CR or LF.
ENDS: tuple[End, ...] = (
    ("\r\n", csv.QUOTE_MINIMAL), ("\n", csv.QUOTE_ALL), ("\r", csv.QUOTE_ALL)
)
ANY = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
WINDOWS = st.text(st.sampled_from(bytes(set(range(1, 256)) - {129, 141, 143, 144, 157}).decode(
    "cp1252")))


def written(rows: list[list[str]], encoding: str, delimiter: str, end: End) -> bytes:
    file = StringIO(newline="")
    terminator, quoting = end
    writer = csv.writer(file, delimiter=delimiter, lineterminator=terminator, quoting=quoting)
    writer.writerows([HEADERS, *rows])
    return file.getvalue().encode(encoding)


def read(content: bytes) -> Sheet:
    return open_csv(lambda: BytesIO(content), "export.csv", [frozenset(HEADERS)])


def cells_of(sheet: Sheet) -> list[list[object]]:
    return [list(cells.values()) for _, cells in sheet.rows]


@given(
    st.lists(st.lists(ANY, min_size=3, max_size=3)),
    st.sampled_from([name for name in ENCODINGS if name != "cp1252"]),
    st.sampled_from(DELIMITERS),
    st.sampled_from(ENDS),
)
def test_what_was_written_comes_back(
    rows: list[list[str]], encoding: str, delimiter: str, end: End
) -> None:
    sheet = read(written(rows, encoding, delimiter, end))
    assert sheet.headers == HEADERS
    assert cells_of(sheet) == rows


@given(
    st.lists(st.lists(WINDOWS, min_size=3, max_size=3)),
    st.sampled_from(DELIMITERS),
    st.sampled_from(ENDS),
)
def test_so_it_does_in_windows_1252(rows: list[list[str]], delimiter: str, end: End) -> None:
    assert cells_of(read(written(rows, "cp1252", delimiter, end))) == rows


@given(st.lists(st.lists(ANY, max_size=5), max_size=8))
def test_a_row_of_any_length_is_filled_up_or_rejected(rows: list[list[str]]) -> None:
    found = dict(read(written(rows, "utf-8", ",", ENDS[0])).rows)
    assert list(found) == list(range(2, len(rows) + 2))
    for row, cells in zip(rows, found.values(), strict=True):
        if len(row) > 3:
            with pytest.raises(Unreadable):
                text(cells, "Client")
        else:
            assert list(cells.values()) == row + [""] * (3 - len(row))


def test_a_cell_with_line_breaks_is_one_row_as_in_a_spreadsheet(opened: Open) -> None:
    sheet = opened(b'customer_id,name\r\nC-1,"Smith\r\n& Co\nLtd"\r\n\r\nC-2,Jones\r\n')
    assert [(number, cells["name"]) for number, cells in sheet.rows] == [
        (2, "Smith\r\n& Co\nLtd"), (3, ""), (4, "Jones"),
    ]


def test_a_row_with_too_many_cells_says_so_whichever_of_them_is_read(opened: Open) -> None:
    sheet = opened(b"customer_id,name\r\nC-1,Smith, Jones & Partners\r\nC-2,Jones\r\n")
    (number, long), (_, good) = sheet.rows
    assert number == 2
    assert good == {"customer_id": "C-2", "name": "Jones"}
    for reading in (is_blank, dict, lambda cells: text(cells, "name"), lambda cells: cells["x"]):
        with pytest.raises(Unreadable) as caught:
            reading(long)
        rejected = caught.value.rejected
        assert (rejected.column, rejected.value) == ("column 3", " Jones & Partners")
        assert rejected.reason.message.format_map(dict(rejected.reason.args)) == (
            "the row has 3 cells, the header 2: a cell that holds the delimiter wants "
            "quotation marks around it"
        )


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (b'C-1,"The "Blue Sky" Group"\n', 2),
        (b'C-1,"Blue Sky" Group\n', 2),
        (b'C-1,"Jones\nC-9,"Miller\n', 3),
    ],
)
def test_a_quotation_mark_out_of_place_rejects_its_row_and_says_how_far_it_reached(
    opened: Open, rows: bytes, line: int
) -> None:
    sheet = opened(b"customer_id,name\n" + rows + b"C-2,Lee\n")
    (number, broken), *_, (_, last) = sheet.rows
    assert number == 2
    assert last == {"customer_id": "C-2", "name": "Lee"}
    with pytest.raises(Unreadable) as caught:
        is_blank(broken)
    reason = caught.value.rejected.reason
    assert reason.message.format_map(dict(reason.args)) == (
        "a quotation mark is not closed, or not doubled inside a cell; all up to line "
        f"{line} of the file was read as this row"
    )


def test_one_that_is_open_at_the_end_of_the_file_rejects_its_row_too(opened: Open) -> None:
    sheet = opened(b'customer_id,name\nC-1,Smith\nC-2,"Jones\nC-3,Lee\n')
    (_, good), (number, broken) = sheet.rows
    assert (good["name"], number) == ("Smith", 3)
    with pytest.raises(Unreadable):
        text(broken, "name")


def test_one_that_would_swallow_a_long_file_lets_go_of_it(opened: Open) -> None:
    sheet = opened(b'customer_id,name\nC-1,"Jones\n' + b"C-2,Lee\n" * 50_000)
    (_, broken), *rest = sheet.rows
    with pytest.raises(Unreadable):
        text(broken, "name")
    assert len(rest) > 30_000
    assert rest[-1][1] == {"customer_id": "C-2", "name": "Lee"}


def test_quotation_marks_in_a_title_shift_no_row(opened: Open) -> None:
    sheet = opened(b'"As of" today\n"Blue" "Sky"\ncustomer_id,name\nC-1,Smith\n')
    assert sheet.header_row == 3
    assert list(sheet.rows) == [(4, {"customer_id": "C-1", "name": "Smith"})]


def test_a_short_row_has_every_column(opened: Open) -> None:
    sheet = opened(b"customer_id;name;city\r\nC-1;Smith\r\n")
    assert list(sheet.rows) == [(2, {"customer_id": "C-1", "name": "Smith", "city": ""})]


def test_title_rows_above_the_header_count_but_are_no_rows(opened: Open) -> None:
    sheet = opened(b"Customers\r\n\r\nas of;24/11/2026\r\ncustomer_id;name\r\nC-1;Smith\r\n")
    assert sheet.header_row == 4
    assert list(sheet.rows) == [(5, {"customer_id": "C-1", "name": "Smith"})]


def test_excels_hint_at_the_delimiter_is_not_counted_as_excel_does_not_show_it(
    opened: Open,
) -> None:
    sheet = opened(b"sep=;\r\ncustomer_id;name\r\nC-1;Smith\r\n")
    assert sheet.header_row == 1
    assert list(sheet.rows) == [(2, {"customer_id": "C-1", "name": "Smith"})]


def test_a_file_without_rows_or_without_a_last_line_break(opened: Open) -> None:
    assert list(opened(b"customer_id,name").rows) == []
    assert list(opened(b"customer_id,name\nC-1,Smith").rows) == [
        (2, {"customer_id": "C-1", "name": "Smith"})
    ]


def test_a_layout_of_one_column(opened: Open) -> None:
    sheet = opened(b"Serial\n4711\n", [frozenset({"Serial"})])
    assert list(sheet.rows) == [(2, {"Serial": "4711"})]


def test_rows_are_read_as_they_are_asked_for() -> None:
    opened: list[BytesIO] = []

    def source() -> BytesIO:
        opened.append(BytesIO(b"Serial\n" + b"4711\n" * 1_000_000))
        return opened[-1]

    rows = iter(open_csv(source, "export.csv", [frozenset({"Serial"})]).rows)
    assert next(rows) == (2, {"Serial": "4711"})
    assert opened[-1].tell() < 100_000
