"""What a view of the worklist asks for, and how that reads as a filter of the store."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from resellerdesk.core.period import days_after
from resellerdesk.core.phase import Phase
from resellerdesk.desk.quote_lines import WAITING
from resellerdesk.desk.worklist import WITHIN_DAYS
from resellerdesk.store.due import DueFilter
from resellerdesk.store.paging import Sort

EXPIRING_DAYS = 14
"""How many days ahead a quote counts as expiring."""

DAY = timedelta(days=1)


class Only(StrEnum):
    """Which renewals a view is about."""

    DUE = "due"
    ALL = "all"
    OVERDUE = "overdue"
    MONTH = "month"
    APPROVAL = "approval"
    EXPIRING = "expiring"
    ORDERED = "ordered"


@dataclass(frozen=True, slots=True)
class ViewQuery:
    """A question to the worklist. `mine` is whoever asks; empty fields ask nothing."""

    only: Only = Only.DUE
    mine: bool = False
    family: str = ""
    customer: str = ""
    search: str = ""
    sort: Sort = Sort.VALUE
    reverse: bool = False

    def filter(self, user: str, as_of: date) -> DueFilter:
        """What it asks of the store on a day."""
        return DueFilter(
            family=self.family, customer=self.customer, search=self.search,
            owner=user if self.mine else "", **_asked(self.only, as_of),
        )

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @staticmethod
    def from_json(form: Mapping[str, Any]) -> ViewQuery:
        kept = {name: form[name] for name in ViewQuery.__dataclass_fields__ if name in form}
        return ViewQuery(**{**kept, "only": Only(kept["only"]), "sort": Sort(kept["sort"])})


def _asked(only: Only, as_of: date) -> dict[str, Any]:
    match only:
        case Only.DUE:
            return {"until": days_after(as_of, WITHIN_DAYS)}
        case Only.OVERDUE:
            return {"until": max(as_of, date.min + DAY) - DAY}
        case Only.MONTH:
            first = as_of.replace(day=1)
            return {"since": first, "until": _last_of_month(first)}
        case Only.APPROVAL:
            return {"until": date.max, "quoted": WAITING}
        case Only.EXPIRING:
            return {"until": date.max, "lapsing": (as_of, days_after(as_of, EXPIRING_DAYS))}
        case Only.ORDERED:
            return {"until": date.max, "phase": Phase.ORDERED.value}
        case Only.ALL:
            return {"until": date.max}


def _last_of_month(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])
