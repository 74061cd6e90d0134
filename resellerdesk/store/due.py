"""Which renewals are due: the question that the worklist asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlite_utils import Database

from resellerdesk.store.renewals import OPEN_PHASES, Record, records_where
from resellerdesk.store.search import search_clause


@dataclass(frozen=True, slots=True)
class DueFilter:
    """What is due until a day and not closed; what is past its end always counts."""

    until: date
    family: str = ""
    customer: str = ""
    owner: str = ""
    state: str = ""
    phase: str = ""
    search: str = ""


_CONDITIONS = {
    "family": "e.family = :family",
    "customer": "e.customer_id = :customer",
    "owner": "r.owner = :owner",
    "state": "r.state = :state",
    "phase": "r.phase = :phase",
}


def due_records(db: Database, wanted: DueFilter) -> Sequence[Record]:
    """The renewals asked for, by end and then by ref."""
    found, values = search_clause(wanted.search)
    conditions = [f"r.phase in {OPEN_PHASES}", "e.ends <= :until", found]
    values["until"] = wanted.until.isoformat()
    for name, condition in _CONDITIONS.items():
        given: Any = getattr(wanted, name)
        if given:
            conditions.append(condition)
            values[name] = given
    return records_where(db, " and ".join(conditions), values, "e.ends, e.family, e.reference")
