"""Dated policy rows, looked up by name (docs/domain.md, 1 and 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from resellerdesk.core.money import parse_percent
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T

EVERYWHERE = "*"
_DAYS = re.compile(r"\d{1,5}\Z", re.ASCII)

HOST_NAMES = frozenset(
    {
        "grace_days",
        "reinstatement_percent",
        "repurchase_after_days",
        "stub",
        "renewals_team",
        "max_certificate_days",
        "discount_limit",
        "margin_floor",
    }
)
"""Names that every desk knows; a plugin may add more by shipping rows of them."""


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """One rule of one vendor, from a day on. `region` `*` means everywhere."""

    vendor: str
    family: str
    region: str
    name: str
    effective: date
    value: str

    @property
    def key(self) -> tuple[str, str, str, str, date]:
        return (self.vendor, self.family, self.region, self.name, self.effective)


class PolicyBook:
    """All policy rows; a row given later replaces an earlier one of the same key and date."""

    def __init__(self, rows: Iterable[PolicyRow]) -> None:
        newest = {row.key: row for row in rows}
        self._rows: dict[tuple[str, str, str, str], list[PolicyRow]] = {}
        for row in sorted(newest.values(), key=lambda row: row.effective):
            self._rows.setdefault((row.vendor, row.family, row.name, row.region), []).append(row)

    def find(self, vendor: str, family: str, region: str, name: str, on: date) -> PolicyRow | None:
        """The latest row not after `on`; a region with rows of that name uses only those."""
        own = self._rows.get((vendor, family, name, region))
        rows = own or self._rows.get((vendor, family, name, EVERYWHERE), [])
        return next((row for row in reversed(rows) if row.effective <= on), None)

    def dates(self, vendor: str, family: str) -> list[date]:
        """Every day on which some rule of that vendor's family changes."""
        keys = [key for key in self._rows if key[:2] == (vendor, family)]
        return sorted({row.effective for key in keys for row in self._rows[key]})


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of one vendor, family and region on one day, as a family sees them."""

    book: PolicyBook
    vendor: str
    family: str
    region: str
    as_of: date

    def value(self, name: str, on: date | None = None) -> str | None:
        """The value of a rule on the as-of date, or on another day; None where there is none."""
        row = self.book.find(self.vendor, self.family, self.region, name, on or self.as_of)
        return None if row is None else row.value

    def days(self, name: str, default: int, on: date | None = None) -> int:
        """A rule that counts days. Raises Refusal if the row holds no whole number."""
        value = self.value(name, on)
        if value is None:
            return default
        if not _DAYS.match(value):
            raise Refusal(
                T(
                    "policy {name} of {vendor} {family} is {value}: it wants a number of days",
                    name=name, vendor=self.vendor, family=self.family, value=value,
                )
            )
        return int(value)


def check_value(name: str, value: str) -> str | None:
    """Why a value does not fit its name, or None. The host's own names are checked."""
    if name.endswith("_days") and not _DAYS.match(value):
        return "a whole number of days, such as 30"
    if name in {"reinstatement_percent", "discount_limit", "margin_floor"}:
        try:
            parse_percent(value)
        except ValueError:
            return "a percentage from 0 to 100, such as 20"
    if name == "stub" and value not in {"daily", "monthly"}:
        return "daily or monthly"
    return None


def names_of(rows: Iterable[PolicyRow]) -> Mapping[str, frozenset[str]]:
    """Which names a family's shipped rows add to the host's, by family."""
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.family, set()).add(row.name)
    return {family: frozenset(names) | HOST_NAMES for family, names in found.items()}
