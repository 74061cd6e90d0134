"""Which renewals are due: the question that the worklist asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlite_utils import Database

from resellerdesk.store.renewals import IS_OPEN, Record, records_where
from resellerdesk.store.search import search_clause


@dataclass(frozen=True, slots=True)
class DueFilter:
    """What is due until a day and not closed; what is past its end counts, but for `since`.

    `quoted` asks for renewals on quotes of a status, `lapsing` for those on open quotes that are
    valid from its first to its second day. Empty fields ask nothing.
    """

    until: date
    family: str = ""
    customer: str = ""
    owner: str = ""
    state: str = ""
    phase: str = ""
    search: str = ""
    since: date | None = None
    quoted: str = ""
    lapsing: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A filter as a condition on `renewal r`, with its parameters; `few` where it names
    something of which there are few."""

    condition: str
    values: Mapping[str, Any]
    few: bool


_ON_QUOTE = (
    "r.id in (select l.renewal_id from quote q join quote_line l "
    "on l.number = q.number and l.revision = q.revision where "
)
_CONDITIONS = {
    "family": "r.family = :family",
    "customer": "r.entitlement_id in (select id from entitlement where customer_id = :customer)",
    "owner": "r.owner = :owner",
    "state": "r.state = :state",
    "phase": "r.phase = :phase",
    "since": "r.ends >= :since",
    "quoted": f"{_ON_QUOTE}q.status = :quoted)",
    "lapsing": f"{_ON_QUOTE}q.status = 'open' and q.valid_until >= :first "
               "and q.valid_until <= :last)",
}
_FEW = ("customer", "owner", "quoted", "lapsing")


def asked(db: Database, wanted: DueFilter) -> Asked:
    """The condition that a filter is."""
    found = search_clause(db, wanted.search)
    given = [name for name in _CONDITIONS if getattr(wanted, name)]
    values = {**found.values, "until": wanted.until.isoformat()}
    for name in given:
        value = getattr(wanted, name)
        values[name] = value.isoformat() if isinstance(value, date) else value
    if wanted.lapsing is not None:
        values["first"], values["last"] = (day.isoformat() for day in wanted.lapsing)
        del values["lapsing"]
    conditions = [IS_OPEN, "r.ends <= :until", found.condition]
    conditions += [_CONDITIONS[name] for name in given]
    few = found.few or any(name in _FEW for name in given)
    return Asked(" and ".join(conditions), values, few)


def due_records(db: Database, wanted: DueFilter) -> Sequence[Record]:
    """The renewals asked for, by end and then by ref."""
    question = asked(db, wanted)
    order = "e.ends, e.family, e.reference"
    return records_where(db, question.condition, dict(question.values), order)
