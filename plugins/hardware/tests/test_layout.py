"""Reading the installed-base report, the sample as it is (docs/domain.md, section 6)."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from resellerdesk.files.detect import open_sheet
from resellerdesk.sdk import Imported, Rejected
from resellerdesk.sdk.reading import Unreadable

from resellerdesk_hardware.details import Hardware
from resellerdesk_hardware.layout import InstalledBase

SAMPLE = Path(__file__).parent / "samples" / "hardware-installed-base.xlsx"
LAYOUT = InstalledBase()
ROW: dict[str, object] = {
    "Site Name": "Port de Zeebruges NV", "Customer ID": "C-1022", "Contract Number": "HC-260286",
    "Product Number": "SG900", "Serial Number": "4200645771",
    "Service Level": "Return to Factory", "Service SKU": "HW-RTF", "Begin Date": "27-NOV-2025",
    "End Date": "26-NOV-2026", "Last Date of Support": "30-SEP-2027",
    "Ship Date": datetime(2023, 12, 28),  # noqa: DTZ001
}


def refused(row: dict[str, Any]) -> Rejected:
    """Why a row is not taken: the layout says so, or could not read a cell."""
    try:
        found = LAYOUT.row(row)
    except Unreadable as error:
        return error.rejected
    assert isinstance(found, Rejected)
    return found


def sample_rows() -> list[tuple[int, Any]]:
    sheet = open_sheet(SAMPLE, [LAYOUT.headers])
    assert sheet.header_row == 4
    return [(number, LAYOUT.row(cells)) for number, cells in sheet.rows]


def test_below_title_and_blank_rows_stand_130_units_and_a_line_of_totals() -> None:
    rows = sample_rows()
    assert Counter(type(row) for _, row in rows) == {Imported: 130, type(None): 5}
    assert rows[-1] == (139, None)
    assert len({row.reference for _, row in rows if row}) == 130


def test_a_row_of_the_sample_with_its_dates_as_text_and_as_date() -> None:
    found = next(row for _, row in sample_rows() if row and row.reference == "4200645771")
    assert found == Imported(
        reference="4200645771", customer="C-1022", customer_name="Port de Zeebruges NV",
        sku="HW-RTF-SG900", description="SG900", quantity=1, start=date(2025, 11, 27),
        end=date(2026, 11, 26),
        details=Hardware(model="SG900", service_level="Return to Factory", contract="HC-260286",
                         end_of_support=date(2027, 9, 30), shipped_on=date(2023, 12, 28)),
    )
    assert found == LAYOUT.row(ROW)


def test_a_layout_names_the_columns_that_the_host_may_refuse() -> None:
    assert {LAYOUT.reference_column, LAYOUT.customer_column} <= LAYOUT.headers


def test_only_the_needed_columns_need_to_be_there() -> None:
    found = LAYOUT.row({name: value for name, value in ROW.items() if name in LAYOUT.headers})
    assert found.details.model_dump(exclude_unset=True) == {"model": "SG900"}
    assert (found.customer_name, found.vendor, found.program) == ("", "", "")


def test_columns_that_some_reports_have_besides() -> None:
    more = {"Required Level": "Next Business Day", "In Use": "Yes", "Vendor": "Kestrel",
            "Program": "Government"}
    found = LAYOUT.row(ROW | more)
    assert (found.details.required_level, found.details.in_use) == ("Next Business Day", True)
    assert (found.vendor, found.program) == ("Kestrel", "government")


@pytest.mark.parametrize(
    ("column", "detail"),
    [("Service Level", "service_level"), ("Contract Number", "contract"),
     ("Last Date of Support", "end_of_support"), ("Ship Date", "shipped_on")],
)
def test_a_detail_that_a_row_does_not_say_stays_unset(column: str, detail: str) -> None:
    assert detail in LAYOUT.row(ROW).details.model_fields_set
    for nothing in ("", " ", None):
        assert detail not in LAYOUT.row(ROW | {column: nothing}).details.model_fields_set


@pytest.mark.parametrize(
    ("column", "value"),
    [("Serial Number", ""), ("Customer ID", None), ("Product Number", " "), ("Service SKU", ""),
     ("Begin Date", "2025-11-27"), ("Begin Date", ""), ("End Date", "31-NOV-2026"),
     ("End Date", "26-NOV-2025"), ("End Date", "31-DEC-9999"), ("Last Date of Support", "soon"),
     ("Ship Date", "28/12/2023"), ("In Use", "perhaps")],
)
def test_a_bad_cell_rejects_its_row_and_is_named(column: str, value: str | None) -> None:
    rejected = refused(ROW | {column: value})
    assert (rejected.column, rejected.value) == (column, (value or "").strip())
    assert rejected.reason.message


@pytest.mark.parametrize(
    "row",
    [dict.fromkeys(ROW, ""), dict.fromkeys(ROW), {},
     dict.fromkeys(ROW) | {"Site Name": "Total lines", "Customer ID": 130}],
)
def test_a_blank_row_and_a_totals_row_are_no_rows(row: dict[str, Any]) -> None:
    assert LAYOUT.row(row) is None


@pytest.mark.parametrize(
    ("service", "model", "sku"),
    [("HW-NBD", "S210", "HW-NBD-S210"), ("HW-NBD-S210", "S210", "HW-NBD-S210"),
     ("HW-4H", "ASG-S500", "HW-4H-ASG-S500")],
)
def test_a_unit_is_held_under_the_sku_that_it_renews_as(
    service: str, model: str, sku: str
) -> None:
    assert LAYOUT.row(ROW | {"Service SKU": service, "Product Number": model}).sku == sku


def test_numbers_of_a_workbook_are_read_as_they_stand() -> None:
    found = LAYOUT.row(ROW | {"Serial Number": 4200645771, "Customer ID": 1022})
    assert (found.reference, found.customer) == ("4200645771", "1022")
