"""The small desk of most examples here."""

from __future__ import annotations

from pathlib import Path

import pytest

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.settings import set_settings

from desk.quay import CUSTOMERS, PRICES, Quay


@pytest.fixture
def quay(empty_desk: Desk, tmp_path: Path) -> Quay:
    set_settings(empty_desk, {"reseller.country": "FR", "reseller.name": "Atelier"})
    quay = Quay(empty_desk, tmp_path)
    quay.take_in(*CUSTOMERS, name="customers.csv")
    quay.take_in(*PRICES, name="prices.csv")
    return quay
