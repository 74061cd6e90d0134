"""The numbers under which vendors know our customers."""

from __future__ import annotations

import pytest

from resellerdesk.core.customer import Alias
from resellerdesk.files.layouts.aliases import read
from resellerdesk.sdk.layout import Cell

from files.layouts.rejecting import rejected

ROW: dict[str, Cell] = {"account_number": "SYM-700100", "customer_id": "C-1008"}


def default_vendor(family: str) -> str:
    return "Symantec" if family == "" else f"vendor of {family}"


def test_without_a_vendor_the_desks_own_is_meant() -> None:
    assert read(ROW, default_vendor) == Alias("Symantec", "SYM-700100", "C-1008")


def test_a_file_may_name_the_vendor() -> None:
    found = read(ROW | {"vendor": "Kestrel"}, default_vendor)
    assert found == Alias("Kestrel", "SYM-700100", "C-1008")


def test_without_any_vendor_the_row_is_rejected() -> None:
    column, _, reason = rejected(lambda: read(ROW, lambda family: ""))
    assert (column, reason) == ("vendor", "is empty, and the setting vendor.default is too")


@pytest.mark.parametrize("column", ["account_number", "customer_id"])
def test_both_numbers_are_needed(column: str) -> None:
    found, _, reason = rejected(lambda: read(ROW | {column: " "}, default_vendor))
    assert (found, reason) == (column, "is empty; every row needs it")


def test_a_blank_row_is_no_alias() -> None:
    assert read(dict.fromkeys(ROW, ""), default_vendor) is None
