"""Policy files: only rules that somebody follows, with values that fit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from resellerdesk.core.policy import HOST_NAMES, PolicyRow
from resellerdesk.files.layouts.policy import read
from resellerdesk.sdk.layout import Cell

from files.layouts.rejecting import rejected

NAMES = {"coffee": HOST_NAMES | {"descaling"}}
ROW: dict[str, Cell] = {
    "family": "software", "region": "*", "name": "grace_days", "effective": "2020-01-01",
    "value": "15",
}


def rule(**cells: Cell) -> PolicyRow | None:
    return read(ROW | cells, lambda family: "Kestrel", NAMES)


def test_a_rule() -> None:
    assert rule() == PolicyRow(
        "Kestrel", "software", "*", "grace_days", date(2020, 1, 1), "15"
    )


def test_a_region_may_be_in_lower_case_and_a_vendor_may_be_named() -> None:
    found = rule(region="jp", vendor="Symantec")
    assert found is not None
    assert (found.region, found.vendor) == ("JP", "Symantec")


def test_a_family_may_know_more_names_than_the_host() -> None:
    assert rule(family="Coffee", name="descaling", value="monthly") is not None


def test_a_blank_row_is_no_rule() -> None:
    assert read(dict.fromkeys(ROW, ""), lambda family: "Kestrel", NAMES) is None


@pytest.mark.parametrize(
    ("cells", "column", "value", "reason"),
    [
        ({"value": "two weeks"}, "value", "two weeks",
         "is not a whole number of days, such as 30"),
        ({"name": "stub", "value": "weekly"}, "value", "weekly", "is not daily or monthly"),
        ({"name": "reinstatement_percent", "value": "120"}, "value", "120",
         "is not a percentage from 0 to 100, such as 20"),
        ({"value": ""}, "value", "", "is empty; every row needs it"),
        ({"region": ""}, "region", "", "is none of *, AMS, APJ, CN, EMEA, JP"),
        ({"region": "EU"}, "region", "EU", "is none of *, AMS, APJ, CN, EMEA, JP"),
        ({"effective": "1 May"}, "effective", "1 May", "is no date such as 2026-12-31"),
        ({"name": "descaling"}, "name", "descaling",
         f"is none of {', '.join(sorted(HOST_NAMES))}"),
    ],
)
def test_a_cell_that_rejects_its_row(
    cells: Mapping[str, Cell], column: str, value: str, reason: str
) -> None:
    assert rejected(lambda: rule(**cells)) == (column, value, reason)


def test_without_a_vendor_in_file_or_settings_the_row_is_rejected() -> None:
    column, _, reason = rejected(lambda: read(ROW, lambda family: "", NAMES))
    assert (column, reason) == ("vendor", "is empty, and the setting vendor.default is too")
