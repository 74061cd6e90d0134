"""Every row of the sample files is taken by its layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import pytest

import resellerdesk
from resellerdesk.core.pricebook import PriceRow
from resellerdesk.files.detect import open_sheet
from resellerdesk.files.layouts import aliases, catalogue, customers, policy, prices
from resellerdesk.sdk.layout import Cell

SAMPLES = Path(resellerdesk.__path__[0]) / "demo" / "samples"
MODULES = (aliases, catalogue, customers, policy, prices)
KNOWN = [module.HEADERS for module in MODULES]

Read = Callable[[Mapping[str, Cell]], object]


def vendor_of(family: str) -> str:
    return "Symantec"


def read_whole(name: str, read: Read) -> list[object]:
    return [read(cells) for _, cells in open_sheet(SAMPLES / name, KNOWN).rows]


@pytest.mark.parametrize(
    ("name", "read", "rows"),
    [
        ("customers.csv", customers.read, 29),
        ("customer-aliases.csv", partial(aliases.read, vendor_of=vendor_of), 6),
        ("catalogue.csv", partial(catalogue.read, vendor_of=vendor_of), 20),
        ("price-list.csv", partial(prices.read, vendor_of=vendor_of), 2604),
        ("price-list-2016.csv", partial(prices.read, vendor_of=vendor_of), 2),
        ("kestrel-prices.csv", partial(prices.read, vendor_of=vendor_of), 2),
        ("kestrel-policy.csv", partial(policy.read, vendor_of=vendor_of, names={}), 4),
    ],
)
def test_a_sample_is_taken_whole(name: str, read: Read, rows: int) -> None:
    found = read_whole(name, read)
    assert len(found) == rows
    assert None not in found


@pytest.mark.parametrize("name", ["customers.csv", "price-list.csv", "catalogue.csv"])
def test_a_sample_is_recognised_by_one_layout_alone(name: str) -> None:
    headers = frozenset(open_sheet(SAMPLES / name, KNOWN).headers)
    assert sum(known <= headers for known in KNOWN) == 1


def test_a_price_of_the_price_list() -> None:
    first, *_ = read_whole("price-list.csv", partial(prices.read, vendor_of=vendor_of))
    assert first == PriceRow(
        "Symantec", "SEP-ESS-REN", "software", "Endpoint Protection, Essential renewal", "EUR",
        "express", 12, 1, 3120, 2496, date(2026, 1, 1), date(2026, 12, 31),
    )
