"""Which regional renewals team looks after a country, where a file names no region."""

from __future__ import annotations

_AMERICAS = frozenset(
    "AG AI AR AW BB BM BO BR BS BZ CA CL CO CR CU CW DM DO EC GD GT GY HN HT JM KN KY LC MX NI PA "
    "PE PR PY SR SV TT US UY VC VE".split()
)
_ASIA_PACIFIC = frozenset(
    "AU BD BN BT FJ HK ID IN KH KR LA LK MM MN MO MV MY NP NZ PG PH PK SG TH TW VN".split()
)


def region_of(country: str) -> str:
    """EMEA, AMS, JP, CN or APJ for an ISO country code; EMEA where nothing else fits."""
    if country in {"JP", "CN"}:
        return country
    if country in _AMERICAS:
        return "AMS"
    return "APJ" if country in _ASIA_PACIFIC else "EMEA"
