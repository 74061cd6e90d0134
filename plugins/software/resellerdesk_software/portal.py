"""What the vendor's licence portal calls its columns, and how it writes what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from resellerdesk.sdk import Cell
from resellerdesk.sdk.reading import (
    day_month_year,
    day_named_month_year,
    one_of,
    plausible_day,
    text,
    whole_number,
    yes_no,
)


@dataclass(frozen=True, slots=True, eq=False)
class Portal:
    """One language of the portal. Only the `needed` columns are found in every export."""

    reference: str
    customer: str
    sku: str
    description: str
    licensed: str
    covered: str
    start: str
    end: str
    customer_name: str
    program: str
    vendor: str
    country: str
    certificate: str
    support_level: str
    segment: str
    in_use: str
    date: Callable[[Mapping[str, Cell], str], date]
    segments: Mapping[str, str]
    yes: str
    no: str

    @property
    def needed(self) -> frozenset[str]:
        return frozenset(
            (self.reference, self.customer, self.sku, self.description, self.licensed,
             self.covered, self.start, self.end)
        )


FRENCH = Portal(
    reference="ID de renouvellement", customer="N° client", sku="Référence (SKU)",
    description="Désignation", licensed="Qté sous licence", covered="Qté couverte",
    start="Début", end="Fin", customer_name="Compte client", program="Programme",
    vendor="Éditeur", country="Pays", certificate="N° de certificat",
    support_level="Niveau de support", segment="Segment", in_use="En service",
    date=day_month_year, segments={"pme": "small_business", "grand compte": "enterprise"},
    yes="oui", no="non",
)

ENGLISH = Portal(
    reference="Renewal ID", customer="Account Number", sku="SKU",
    description="Description", licensed="Licensed Qty", covered="Covered Qty",
    start="Start Date", end="End Date", customer_name="Account Name", program="Program",
    vendor="Vendor", country="Country", certificate="Certificate Number",
    support_level="Support Level", segment="Segment", in_use="In Use",
    date=day_named_month_year,
    segments={"small business": "small_business", "enterprise": "enterprise"},
    yes="yes", no="no",
)

# An export repeats few dates, quantities and words over many rows, so each is read once.
_remembered = lru_cache(maxsize=4096, typed=True)


@_remembered
def read_day(at: Portal, column: str, value: Cell) -> date:
    """A day that maintenance can start or end on."""
    return plausible_day({column: value}, column, at.date)


@_remembered
def read_count(column: str, value: Cell) -> int:
    """A quantity of 0 or more."""
    return whole_number({column: value}, column)


@_remembered
def read_segment(at: Portal, value: Cell) -> str:
    """`small_business` or `enterprise`; empty where the cell is."""
    cells = {at.segment: value}
    return one_of(cells, at.segment, at.segments) if text(cells, at.segment) else ""


@_remembered
def read_in_use(at: Portal, value: Cell) -> bool | None:
    """Whether it is marked as in use; None where the cell is empty."""
    cells = {at.in_use: value}
    return yes_no(cells, at.in_use, at.yes, at.no) if text(cells, at.in_use) else None
