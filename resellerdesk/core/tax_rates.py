"""Standard rates of VAT and its kin, and who is in the European Union (docs/domain.md, 9)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

_ALWAYS = date.min

# country -> (from, rate in percent), oldest first
_STANDARD: dict[str, tuple[tuple[date, str], ...]] = {
    "FR": ((_ALWAYS, "20"),),
    "BE": ((_ALWAYS, "21"),),
    "GB": ((_ALWAYS, "20"),),
    "AU": ((_ALWAYS, "10"),),
    "DE": ((_ALWAYS, "19"), (date(2020, 7, 1), "16"), (date(2021, 1, 1), "19")),
    "JP": ((_ALWAYS, "8"), (date(2019, 10, 1), "10")),
    "SG": ((_ALWAYS, "7"), (date(2023, 1, 1), "8"), (date(2024, 1, 1), "9")),
    "CN": ((_ALWAYS, "6"),),
}

_EU = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)
_LEFT_EU = {"GB": date(2020, 12, 31)}


def standard_rate(country: str, on: date) -> Decimal | None:
    """The standard rate in percent on a day; None where the data has none."""
    found = [rate for since, rate in _STANDARD.get(country, ()) if since <= on]
    return Decimal(found[-1]) if found else None


def in_eu(country: str, on: date) -> bool:
    """Whether a country was in the Union (for VAT) on a day."""
    return country in _EU or on <= _LEFT_EU.get(country, date.min)
