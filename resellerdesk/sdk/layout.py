"""A vendor's export format: from the cells of one row to one entitlement."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Generic

from resellerdesk.core.entitlement import D
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


class Layout(ABC, Generic[D]):
    """One export format. A file is recognised when it has all `headers`; more columns are fine.

    `reference_column` and `customer_column` are named when the host rejects a row for them.
    """

    key: ClassVar[str]
    family: ClassVar[str]
    headers: ClassVar[frozenset[str]]
    reference_column: ClassVar[str] = "reference"
    customer_column: ClassVar[str] = "customer"

    @abstractmethod
    def row(self, cells: Mapping[str, Cell]) -> Imported[D] | Rejected | None:
        """What a row says; None for one that is no row (blank, a total).

        It may raise `Unreadable` (resellerdesk.sdk.reading), which rejects the row.
        """


AnyLayout = Layout[Any]
