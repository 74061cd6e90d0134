"""Reading the certificate portal's export, on the sample as it is (docs/domain.md, section 6)."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from resellerdesk.sdk import Imported, Rejected
from resellerdesk.sdk.reading import Unreadable

from resellerdesk_ssl.details import Plan
from resellerdesk_ssl.layout import CertificateOrders

LAYOUT = CertificateOrders()
SAMPLE = Path(__file__).parent / "samples" / "ssl-orders.csv"


def rows() -> list[dict[str, str]]:
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def row(**changes: object) -> dict[str, object]:
    return rows()[0] | changes


def refused(cells: dict[str, object]) -> Rejected:
    """Why a row is not taken: the layout says so, or could not read a cell."""
    try:
        found = LAYOUT.row(cells)
    except Unreadable as error:
        return error.rejected
    assert isinstance(found, Rejected)
    return found


def test_every_row_of_the_sample_is_a_plan() -> None:
    read = [LAYOUT.row(cells) for cells in rows()]
    assert len(read) == 140
    assert all(isinstance(found, Imported) for found in read)
    assert Counter(found.details.account_type for found in read) == {
        "trust_center": 52, "enterprise_account": 45, "managed_pki": 43
    }
    assert LAYOUT.headers <= set(rows()[0])


def test_the_order_of_the_sample_certificate() -> None:
    assert LAYOUT.row(rows()[0]) == Imported(
        reference="990200001", customer="C-1008", customer_name="", sku="SSL-SS",
        description="Secure Site, www.lenoir.example", quantity=1,
        start=date(2025, 12, 18), end=date(2026, 12, 17),
        details=Plan(
            common_name="www.lenoir.example", dns_names=("lenoir.example", "www.lenoir.example"),
            organization="Brasserie Lenoir & Fils", locality="Lyon", country="FR",
            account_type="trust_center", plan_years=1, valid_from=date(2026, 6, 1),
            valid_till=date(2026, 12, 17), auto_renew=False, express=False,
        ),
    )


def test_the_end_is_the_plan_s_and_not_the_certificate_s() -> None:
    found = next(LAYOUT.row(cells) for cells in rows() if cells["order_id"] == "622105386")
    assert (found.start, found.end) == (date(2026, 8, 1), date(2027, 7, 31))
    assert found.details.valid_till == date(2027, 2, 16)


def test_a_reissue_moves_the_certificate_and_not_the_plan() -> None:
    again = LAYOUT.row(row(valid_from="2026-11-20T00:00:00Z"))
    before = LAYOUT.row(row())
    assert (again.start, again.end) == (before.start, before.end)
    assert again.details.valid_from == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("years", "start"),
    [("1", date(2025, 12, 18)), ("2", date(2024, 12, 18)), ("", date(2026, 6, 1))],
)
def test_a_plan_starts_as_many_years_before_its_end_as_it_has(years: str, start: date) -> None:
    assert LAYOUT.row(row(plan_years=years)).start == start


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2026-12-17T23:59:59Z", date(2026, 12, 17)),
     ("2026-12-17T23:59:59-05:00", date(2026, 12, 18)),
     ("2026-12-17", date(2026, 12, 17)), (datetime(2026, 12, 17, 23, 59), date(2026, 12, 17))],  # noqa: DTZ001
)
def test_a_time_stamp_counts_as_its_utc_date(typed: object, day: date) -> None:
    assert LAYOUT.row(row(valid_till=typed)).details.valid_till == day


@pytest.mark.parametrize(
    "typed", ["a.example b.example", "a.example, b.example", " a.example;b.example ",
              "a.example\nb.example"]
)
def test_several_names_stand_in_one_cell(typed: str) -> None:
    assert LAYOUT.row(row(dns_names=typed)).details.dns_names == ("a.example", "b.example")


def test_only_the_needed_columns_need_to_be_there() -> None:
    cells = {name: value for name, value in row().items() if name in LAYOUT.headers}
    found = LAYOUT.row(cells)
    assert found.details.model_fields_set == {
        "common_name", "valid_from", "valid_till", "account_type"
    }
    assert (found.vendor, found.program, found.customer_name) == ("", "", "")


@pytest.mark.parametrize(
    ("column", "detail"),
    [("dns_names", "dns_names"), ("organization", "organization"), ("locality", "locality"),
     ("country", "country"), ("plan_years", "plan_years"), ("auto_renew", "auto_renew"),
     ("express", "express")],
)
def test_a_detail_that_a_row_does_not_say_stays_unset(column: str, detail: str) -> None:
    assert detail in LAYOUT.row(row()).details.model_fields_set
    assert detail not in LAYOUT.row(row(**{column: " "})).details.model_fields_set


def test_vendor_program_and_serial_are_read_where_they_are_told() -> None:
    found = LAYOUT.row(row(vendor="Kestrel", program="Rewards", serial="0A:1B"))
    assert (found.vendor, found.program, found.details.serial) == ("Kestrel", "rewards", "0A:1B")


@pytest.mark.parametrize(
    ("column", "value"),
    [("order_id", ""), ("customer_id", None), ("common_name", " "), ("product_name", ""),
     ("sku", ""), ("account_type", "retail"), ("account_type", ""), ("plan_years", "0"),
     ("plan_years", "11"), ("plan_years", "one"), ("valid_from", "01/06/2026"),
     ("valid_till", ""), ("plan_end", "soon"), ("plan_end", "9999-12-31"),
     ("plan_end", "2026-05-31"), ("valid_till", "2026-05-31T23:59:59Z"), ("auto_renew", "maybe"),
     ("express", "2")],
)
def test_a_bad_cell_rejects_its_row_and_is_named(column: str, value: str | None) -> None:
    rejected = refused(row(**{column: value}))
    assert (rejected.column, rejected.value) == (column, (value or "").strip())
    assert rejected.reason.message


@pytest.mark.parametrize("cells", [{}, dict.fromkeys(rows()[0], ""), dict.fromkeys(rows()[0])])
def test_a_blank_row_is_no_row(cells: dict[str, Any]) -> None:
    assert LAYOUT.row(cells) is None


def test_a_layout_names_the_columns_that_the_host_may_refuse() -> None:
    assert {LAYOUT.reference_column, LAYOUT.customer_column} <= LAYOUT.headers
