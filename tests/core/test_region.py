"""Which regional renewals team looks after a country."""

from __future__ import annotations

import pytest

from resellerdesk.core.region import region_of


@pytest.mark.parametrize(
    ("country", "region"),
    [
        ("FR", "EMEA"),
        ("GB", "EMEA"),
        ("ZA", "EMEA"),
        ("AE", "EMEA"),
        ("US", "AMS"),
        ("CA", "AMS"),
        ("BR", "AMS"),
        ("JP", "JP"),
        ("CN", "CN"),
        ("AU", "APJ"),
        ("SG", "APJ"),
        ("IN", "APJ"),
        ("HK", "APJ"),
        ("", "EMEA"),
    ],
)
def test_the_region_of_a_country(country: str, region: str) -> None:
    assert region_of(country) == region
