"""Reading the licence portal's exports, on the samples as they are (docs/domain.md, section 6)."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import resellerdesk
from resellerdesk.sdk import Imported, Rejected
from resellerdesk.sdk.reading import Unreadable

from resellerdesk_software.details import Software
from resellerdesk_software.layouts import EnglishLicences, FrenchCertificates

SAMPLES = Path(resellerdesk.__file__).parent / "demo" / "samples"
FRENCH, ENGLISH = FrenchCertificates(), EnglishLicences()


def sample(name: str, encoding: str = "utf-8-sig", delimiter: str = ",") -> list[dict[str, str]]:
    with (SAMPLES / name).open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def french_rows() -> list[dict[str, str]]:
    return sample("software-certificats.csv", "cp1252", ";")


def english_row(**changes: object) -> dict[str, object]:
    names = {name.replace(" ", "_"): name for name in ENGLISH_ROW}
    return ENGLISH_ROW | {names[key]: value for key, value in changes.items()}


ENGLISH_ROW: dict[str, object] = {
    "Account Name": "Brasserie Lenoir & Fils", "Account Number": "C-1008", "Country": "FR",
    "Program": "Express", "Segment": "Enterprise", "Renewal ID": "2016000000",
    "Certificate Number": "M20160000", "SKU": "SEP-ESS-NEW",
    "Description": "Endpoint Protection, Essential", "Licensed Qty": "25", "Covered Qty": "25",
    "Start Date": "13-APR-2015", "End Date": "12-APR-2016", "Support Level": "Essential",
    "In Use": "yes", "Vendor": "",
}


def refused(row: dict[str, object]) -> Rejected:
    """Why a row is not taken: the layout says so, or could not read a cell."""
    try:
        found = ENGLISH.row(row)
    except Unreadable as error:
        return error.rejected
    assert isinstance(found, Rejected)
    return found


def test_the_french_sample_has_300_entitlements_one_row_twice_and_a_blank_one() -> None:
    read = [FRENCH.row(row) for row in french_rows()]
    found = [row for row in read if isinstance(row, Imported)]
    assert len(read) == 302
    assert [row for row in read if not isinstance(row, Imported)] == [None]
    assert Counter(Counter(row.reference for row in found).values()) == {1: 299, 2: 1}
    first, second = [row for row in found if row.reference == "2501948479"]
    assert first == second


def test_a_row_of_the_french_sample() -> None:
    row = next(r for r in french_rows() if r["ID de renouvellement"] == "9980821922")
    assert FRENCH.row(row) == Imported(
        reference="9980821922", customer="C-1024", customer_name='"Blue Sky" Dental Group',
        sku="BE-ESS-NEW", description="Backup Exec, Essential", quantity=8,
        start=date(2026, 7, 7), end=date(2027, 7, 6),
        details=Software(licensed=25, segment="small_business", certificate="M45046288",
                         support_level="Essential", in_use=True, country="US"),
        vendor="", program="express",
    )


def test_a_thousand_is_set_off_by_a_space_in_the_french_sample() -> None:
    rows = [row for row in french_rows() if row["Qté sous licence"] == "1 200"]
    assert {FRENCH.row(row).details.licensed for row in rows} == {1200}


@pytest.mark.parametrize(
    ("name", "vendor", "program", "end"),
    [("software-licenses-2016.csv", "", "express", date(2016, 4, 12)),
     ("kestrel-licenses.csv", "Kestrel", "", date(2026, 12, 31))],
)
def test_the_english_samples(name: str, vendor: str, program: str, end: date) -> None:
    found = [ENGLISH.row(row) for row in sample(name)]
    assert all(isinstance(row, Imported) for row in found)
    assert (found[0].vendor, found[0].program, found[0].end) == (vendor, program, end)
    assert {row.details.segment for row in found} == {"enterprise"}


@pytest.mark.parametrize(
    ("layout", "name", "encoding", "delimiter"),
    [(FRENCH, "software-certificats.csv", "cp1252", ";"),
     (ENGLISH, "software-licenses-2016.csv", "utf-8-sig", ","),
     (ENGLISH, "kestrel-licenses.csv", "utf-8-sig", ",")],
)
def test_each_sample_has_the_headers_of_its_layout_alone(
    layout: Any, name: str, encoding: str, delimiter: str
) -> None:
    headers = set(sample(name, encoding, delimiter)[0])
    other = ENGLISH if layout is FRENCH else FRENCH
    assert layout.headers <= headers
    assert not other.headers <= headers


@pytest.mark.parametrize("layout", [FRENCH, ENGLISH])
def test_a_layout_names_the_columns_that_the_host_may_refuse(layout: Any) -> None:
    assert {layout.reference_column, layout.customer_column} <= layout.headers


def test_only_the_needed_columns_need_to_be_there() -> None:
    row = {name: value for name, value in ENGLISH_ROW.items() if name in ENGLISH.headers}
    found = ENGLISH.row(row)
    assert found.details.model_dump(exclude_unset=True) == {"licensed": 25}
    assert (found.customer_name, found.vendor, found.program) == ("", "", "")


@pytest.mark.parametrize(
    ("column", "detail"),
    [("Certificate Number", "certificate"), ("Support Level", "support_level"),
     ("Country", "country"), ("Segment", "segment"), ("In Use", "in_use")],
)
def test_a_detail_that_a_row_does_not_say_stays_unset(column: str, detail: str) -> None:
    assert detail in ENGLISH.row(english_row()).details.model_fields_set
    said = ENGLISH.row(ENGLISH_ROW | {column: " "})
    assert detail not in said.details.model_fields_set


@pytest.mark.parametrize(
    ("column", "value"),
    [("Renewal ID", ""), ("Account Number", None), ("SKU", " "), ("Description", ""),
     ("Licensed Qty", "many"), ("Licensed Qty", ""), ("Covered Qty", "-5"), ("Covered Qty", "2.5"),
     ("Covered Qty", "0"), ("Start Date", "2015-04-13"), ("Start Date", ""),
     ("End Date", "31-APR-2016"), ("End Date", "12-AVR-2016"), ("End Date", "12-APR-2015"),
     ("End Date", "31-DEC-9999"), ("Segment", "Huge"), ("In Use", "perhaps")],
)
def test_a_bad_cell_rejects_its_row_and_is_named(column: str, value: str | None) -> None:
    rejected = refused(ENGLISH_ROW | {column: value})
    assert rejected.column == column
    assert rejected.value == (value or "").strip()
    assert rejected.reason.message


def test_maintenance_may_end_on_the_day_it_starts() -> None:
    assert ENGLISH.row(english_row(End_Date="13-APR-2015")).end == date(2015, 4, 13)


@pytest.mark.parametrize(
    "row",
    [dict.fromkeys(ENGLISH_ROW, ""), dict.fromkeys(ENGLISH_ROW, None), {},
     dict.fromkeys(ENGLISH_ROW, "") | {"Account Name": "Total", "Licensed Qty": "5 400"}],
)
def test_a_blank_row_and_a_totals_row_are_no_rows(row: dict[str, object]) -> None:
    assert ENGLISH.row(row) is None


def test_a_row_of_somebody_without_a_renewal_id_is_rejected_not_passed_over() -> None:
    assert refused(english_row(Renewal_ID="")).column == "Renewal ID"


def test_cells_of_a_workbook_are_typed() -> None:
    found = ENGLISH.row(
        english_row(Renewal_ID=2016000000, Licensed_Qty=25, Covered_Qty=20, In_Use=False,
                    Start_Date=date(2015, 4, 13), End_Date=datetime(2016, 4, 12))  # noqa: DTZ001
    )
    assert (found.reference, found.quantity, found.end) == ("2016000000", 20, date(2016, 4, 12))
    assert found.details.in_use is False


@pytest.mark.parametrize("typed", ["Enterprise", "ENTERPRISE", " enterprise "])
def test_words_are_read_whatever_their_case(typed: str) -> None:
    assert ENGLISH.row(english_row(Segment=typed)).details.segment == "enterprise"


def test_the_program_is_read_as_price_lists_write_it() -> None:
    assert ENGLISH.row(english_row(Program="Government")).program == "government"
