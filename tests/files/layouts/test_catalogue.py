"""The catalogue: products, and the attributes that their family reads."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from resellerdesk.core.catalogue import Product
from resellerdesk.files.layouts.catalogue import read
from resellerdesk.sdk.layout import Cell

from files.layouts.rejecting import rejected

ROW: dict[str, Cell] = {"sku": "HW-4H", "family": "Hardware", "title": "Four Hour 24x7"}


def product(**cells: Cell) -> Product | None:
    return read(ROW | cells, lambda family: f"vendor of {family}")


def test_three_columns_are_enough() -> None:
    assert product() == Product("vendor of hardware", "HW-4H", "hardware", "Four Hour 24x7")


def test_what_a_product_renews_as_and_whose_it_is() -> None:
    assert product(vendor="Kestrel", renews_as="HW-4H-REN") == Product(
        "Kestrel", "HW-4H", "hardware", "Four Hour 24x7", "HW-4H-REN"
    )


@pytest.mark.parametrize(
    ("written", "attributes"),
    [
        ("", {}),
        ("addon=premium", {"addon": "premium"}),
        ("tier=four-hour;rank=4;response=4 hours, 24x7",
         {"tier": "four-hour", "rank": "4", "response": "4 hours, 24x7"}),
        (" tier = four-hour ; ", {"tier": "four-hour"}),
        ("formula=a=b", {"formula": "a=b"}),
        ("note=", {"note": ""}),
    ],
)
def test_attributes(written: str, attributes: Mapping[str, str]) -> None:
    found = product(attributes=written)
    assert found is not None
    assert found.attributes == attributes


@pytest.mark.parametrize("written", ["premium", "=premium", "tier=1;tier=2", "tier=1;rank"])
def test_attributes_that_cannot_be_told_apart_reject_the_row(written: str) -> None:
    assert rejected(lambda: product(attributes=written)) == (
        "attributes", written, "is not name=value;name=value, each name once"
    )


@pytest.mark.parametrize("column", ["sku", "family", "title"])
def test_a_needed_column_that_is_empty_rejects_the_row(column: str) -> None:
    found, _, reason = rejected(lambda: product(**{column: ""}))
    assert (found, reason) == (column, "is empty; every row needs it")


def test_a_blank_row_is_no_product() -> None:
    assert read(dict.fromkeys(ROW, ""), lambda family: "Kestrel") is None
