"""Each sample file is taken as it is: encoding, delimiter, header, row numbers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

import resellerdesk
from resellerdesk.files.detect import open_sheet
from resellerdesk.files.layouts import aliases, catalogue, customers, policy, prices
from resellerdesk.files.sheet import Sheet
from resellerdesk.sdk.layout import Cell

SAMPLES = Path(resellerdesk.__path__[0]) / "demo" / "samples"
FRENCH = frozenset({"N° client", "ID de renouvellement", "Référence (SKU)", "Début", "Fin"})
ENGLISH = frozenset({"Account Number", "Renewal ID", "SKU", "Start Date", "End Date"})
KNOWN = [
    FRENCH, ENGLISH,
    *(module.HEADERS for module in (aliases, catalogue, customers, policy, prices)),
]


def sample(name: str) -> Sheet:
    return open_sheet(SAMPLES / name, KNOWN)


def row(sheet: Sheet, wanted: int) -> Mapping[str, Cell]:
    return next(cells for number, cells in sheet.rows if number == wanted)


@pytest.mark.parametrize(
    ("name", "columns", "rows"),
    [
        ("customers.csv", 15, 29),
        ("customer-aliases.csv", 3, 6),
        ("catalogue.csv", 6, 20),
        ("price-list.csv", 11, 2604),
        ("price-list-2016.csv", 10, 2),
        ("software-certificats.csv", 15, 302),
        ("software-licenses-2016.csv", 16, 6),
        ("kestrel-licenses.csv", 16, 4),
        ("kestrel-policy.csv", 6, 4),
        ("kestrel-prices.csv", 12, 2),
    ],
)
def test_a_sample_reads_whole(name: str, columns: int, rows: int) -> None:
    sheet = sample(name)
    assert sheet.header_row == 1
    assert len(sheet.headers) == columns
    numbers = [number for number, cells in sheet.rows if len(cells) == columns]
    assert numbers == list(range(2, rows + 2))


def test_the_french_portal_is_windows_1252_with_semicolons() -> None:
    cells = row(sample("software-certificats.csv"), 5)
    assert cells["Compte client"] == "Mairie de Côte-Rôtie"
    assert cells["Désignation"] == "Data Loss Prevention, Essential"
    assert cells["Qté couverte"] == "50"


def test_its_blank_row_is_a_row_and_does_not_shift_the_numbers() -> None:
    sheet = sample("software-certificats.csv")
    rows = dict(sheet.rows)
    assert rows[81] == dict.fromkeys(sheet.headers, "")
    assert rows[82]["ID de renouvellement"]


def test_the_crm_export_is_utf_8_whose_mark_is_no_part_of_the_first_header() -> None:
    sheet = sample("customers.csv")
    assert sheet.headers[0] == "customer_id"
    names = [cells["name"] for _, cells in sheet.rows]
    assert '"Blue Sky" Dental Group' in names
    assert "株式会社さくら商事" in names
