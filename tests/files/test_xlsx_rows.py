"""Workbooks: an installed-base report with all that people do to such a report."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, time
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from files.opening import Open, Refused

HEADERS = ("Site Name", "Serial Number", "End Date")
KNOWN = [frozenset(HEADERS)]
LAST_DAY = datetime.fromisoformat("2027-01-24")


def saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def workbook(*rows: tuple[object, ...]) -> Workbook:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return book


def repacked(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with the XML of its first sheet changed."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part) if name.endswith("sheet1.xml") else part)
    return file.getvalue()


def test_a_report_with_titles_merged_cells_blank_rows_and_a_total(opened: Open) -> None:
    book = workbook(
        ("Installed Base Report",),
        ("Generated 24-NOV-2026 08:12 UTC",),
        (),
        HEADERS,
        ("Müller & Söhne GmbH", "2962076792", LAST_DAY),
        ("Port de Zeebruges NV", "4993660558", "24-MAY-2027"),
        (),
        ("Total lines", 2),
    )
    book.active.merge_cells("A1:C1")
    sheet = opened(saved(book), KNOWN)
    assert (sheet.headers, sheet.header_row) == (HEADERS, 4)
    assert [(number, tuple(cells.values())) for number, cells in sheet.rows] == [
        (5, ("Müller & Söhne GmbH", "2962076792", LAST_DAY)),
        (6, ("Port de Zeebruges NV", "4993660558", "24-MAY-2027")),
        (7, (None, None, None)),
        (8, ("Total lines", 2, None)),
    ]


@pytest.mark.parametrize(
    ("kept", "cell"),
    [
        (1200, 1200),
        (1200.0, 1200),
        (31.2, Decimal("31.2")),
        (-29.64, Decimal("-29.64")),
        (True, True),
        ("=1+1", None),
        (LAST_DAY.date(), LAST_DAY),
        (time(8, 12), "08:12:00"),
        (" as typed ", " as typed "),
    ],
)
def test_a_value_comes_as_a_plain_type_and_money_never_as_a_float(
    opened: Open, kept: object, cell: object
) -> None:
    sheet = opened(saved(workbook(HEADERS, ("Lenoir", "4711", kept))), KNOWN)
    (_, cells), = sheet.rows
    assert cells["End Date"] == cell
    assert type(cells["End Date"]) is type(cell)


def test_the_noise_of_a_computed_price_is_no_part_of_it(opened: Open) -> None:
    content = repacked(
        saved(workbook(HEADERS, ("Lenoir", "4711", 0.25))),
        lambda xml: xml.replace(b"<v>0.25</v>", b"<v>29.639999999999997</v>"),
    )
    (_, cells), = opened(content, KNOWN).rows
    assert cells["End Date"] == Decimal("29.64")


def test_the_table_may_stand_on_any_sheet_and_notes_beside_it_are_no_part_of_it(
    opened: Open,
) -> None:
    book = workbook(("How to read this report",))
    second = book.create_sheet("Data")
    second.append((*HEADERS, None, "checked by"))
    second.append(("Lenoir", "4711", "24-MAY-2027", None, "Aiko", "a remark"))
    sheet = opened(saved(book), KNOWN)
    assert list(sheet.rows) == [
        (2, dict(zip((*HEADERS, "column 4", "checked by"),
                     ("Lenoir", "4711", "24-MAY-2027", None, "Aiko"), strict=True)))
    ]


def test_rows_that_the_workbook_leaves_out_are_counted(opened: Open) -> None:
    book = workbook(HEADERS)
    book.active["A5"] = "Lenoir"
    rows = dict(opened(saved(book), KNOWN).rows)
    assert list(rows) == [2, 3, 4, 5]
    assert rows[5]["Site Name"] == "Lenoir"


def test_a_size_that_the_exporter_got_wrong_hides_nothing(opened: Open) -> None:
    content = repacked(
        saved(workbook(HEADERS, ("Lenoir", "4711", "24-MAY-2027"))),
        lambda xml: re.sub(b'<dimension ref="[^"]*"', b'<dimension ref="A1"', xml),
    )
    assert len(list(opened(content, KNOWN).rows)) == 1


def test_a_date_beyond_the_calendar_warns_nobody_and_spoils_its_cell_alone(opened: Open) -> None:
    book = workbook(HEADERS, ("Lenoir", "4711", 99999999), ("Lenoir", "4712", "24-MAY-2027"))
    book.active["C2"].number_format = "dd/mm/yyyy"
    (_, first), (_, second) = opened(saved(book), KNOWN).rows
    assert first["End Date"] == "#VALUE!"
    assert second["End Date"] == "24-MAY-2027"


def test_a_workbook_with_other_headers(refused: Refused) -> None:
    assert refused(saved(workbook(("Report",), ("Renewal ID", "SKU")))) == (
        "export.csv: none of the first 20 rows is a header of a known layout; found "
        "Renewal ID, SKU; the nearest layout also wants End Date"
    )


def test_an_empty_workbook(refused: Refused) -> None:
    assert refused(saved(Workbook())) == (
        "export.csv is empty; wanted is a header and rows under it"
    )


@pytest.mark.parametrize("length", [100, 2000, -1000, -30])
def test_a_workbook_that_was_cut_off(refused: Refused, length: int) -> None:
    whole = saved(workbook(("Renewal ID", "SKU", "End Date")))
    assert refused(whole[:length]).startswith("export.csv is no Excel workbook that can be read")


def test_a_sheet_that_breaks_in_the_middle(refused: Refused) -> None:
    rows = [("4711", "SEP-ESS-NEW", "24-MAY-2027")] * 60_000
    content = repacked(
        saved(workbook(("Renewal ID", "SKU", "End Date"), *rows)), lambda xml: xml[:-4000]
    )
    assert refused(content).startswith("export.csv is no Excel workbook that can be read")
