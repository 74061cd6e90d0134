"""The worklist as it was read: what was asked, and what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from resellerdesk.desk.customers import list_customers
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.worklist import DueQuery, DueRow, due


@dataclass(frozen=True, slots=True)
class DueList:
    """`any_data` says whether the desk holds anything at all, due or not."""

    query: DueQuery
    as_of: date
    rows: Sequence[DueRow]
    any_data: bool


def read_due(desk: Desk, query: DueQuery, as_of: date) -> DueList:
    rows = due(desk, query, as_of)
    return DueList(query, as_of, rows, bool(rows) or bool(list_customers(desk)))
