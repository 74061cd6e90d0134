"""A vendor's export format: from the cells of one row to one entitlement."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar, Generic

from resellerdesk.core.entitlement import D, Entitlement
from resellerdesk.core.text import Text

Cell = str | int | Decimal | bool | date | datetime | None
"""A cell as the file had it: always str in a CSV file; typed in a workbook; None if empty."""


@dataclass(frozen=True)
class Imported(Generic[D]):
    """One row, read: the common columns and the family's details.

    `customer` is our number or the vendor's account number; `vendor` empty means that the file
    names none; `start` and `end` are both covered days.
    """

    reference: str
    customer: str
    customer_name: str
    sku: str
    description: str
    quantity: int
    start: date
    end: date
    details: D
    vendor: str = ""
    program: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """One row that cannot be taken: which column, the value found, and why."""

    column: str
    value: str
    reason: Text


class Sighting(ABC, Generic[D]):
    """One row, read, that names no reference: something was seen of what is held already.

    The host asks which of the open entitlements it belongs to; it fills in details of that one
    and changes nothing else. Fitting none or several, the row is rejected.
    """

    @property
    @abstractmethod
    def seen(self) -> str:
        """What was seen, as people would look for it; it stands with a rejected row."""

    @abstractmethod
    def among(self, held: Sequence[Entitlement[D]]) -> Sequence[Entitlement[D]]:
        """Those of the family's open entitlements that it can belong to; best exactly one."""

    @abstractmethod
    def filled(self, held: Entitlement[D]) -> D:
        """The details of the one it belongs to, with what was seen."""


class Source(StrEnum):
    """Where the rows of a layout come from.

    A `SERVER` is named HOST:PORT and asked for its certificate: one row with the cells `server`
    and `certificate` (PEM). Such a layout is never recognised, it has to be named.
    """

    FILE = "file"
    SERVER = "server"


class Layout(ABC, Generic[D]):
    """One export format. A file is recognised when it has all `headers`; more columns are fine.

    `reference_column` and `customer_column` are named when the host rejects a row for them.
    """

    source: ClassVar[Source] = Source.FILE
    key: ClassVar[str]
    family: ClassVar[str]
    headers: ClassVar[frozenset[str]]
    reference_column: ClassVar[str] = "reference"
    customer_column: ClassVar[str] = "customer"

    @abstractmethod
    def row(self, cells: Mapping[str, Cell]) -> Imported[D] | Sighting[D] | Rejected | None:
        """What a row says; None for one that is no row (blank, a total).

        It may raise `Unreadable` (resellerdesk.sdk.reading), which rejects the row.
        """


AnyLayout = Layout[Any]
AnySighting = Sighting[Any]
