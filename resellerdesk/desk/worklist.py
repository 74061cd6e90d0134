"""What is due: renewals with their situation and their value (docs/cli.md, due)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from resellerdesk.core.period import days_after
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.situation import Situation
from resellerdesk.core.text import Text
from resellerdesk.core.value import Value
from resellerdesk.desk.case import situation_of
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.rules import Rules, load_rules
from resellerdesk.desk.valuing import Valued, keep, values_of
from resellerdesk.store.due import DueFilter, due_records
from resellerdesk.store.renewals import Record

WITHIN_DAYS = 90


@dataclass(frozen=True, slots=True)
class DueRow:
    """One renewal on the worklist. `fault` says where its plugin failed on it."""

    record: Record
    days_left: int
    situation: Situation
    value: Value | None
    fault: Text | None

    @property
    def ref(self) -> str:
        return self.record.held.ref

    @property
    def follow_up(self) -> bool:
        """Whether the day has come on which somebody wanted to come back to it."""
        today = self.record.held.columns.period.end - timedelta(days=self.days_left)
        day = self.record.cycle.standing.follow_on
        return day is not None and day <= today


@dataclass(frozen=True, slots=True)
class DueQuery:
    """What to list: within so many days, and what is past its end; empty fields ask nothing."""

    within: int = WITHIN_DAYS
    family: str = ""
    customer: str = ""
    owner: str = ""
    state: str = ""
    phase: str = ""
    search: str = ""


def due(desk: Desk, query: DueQuery, as_of: date) -> Sequence[DueRow]:
    """The renewals that are due, by end and then by ref."""
    wanted = DueFilter(
        days_after(as_of, query.within), query.family, query.customer, query.owner,
        query.state, query.phase, query.search,
    )
    with desk.store.read() as db:
        rules = load_rules(desk, db, as_of)
        records = due_records(db, wanted)
        valued = values_of(desk, db, rules, records)
    keep_if_possible(desk, valued, rules)
    return due_rows(desk, rules, records, valued)


def due_rows(
    desk: Desk, rules: Rules, records: Iterable[Record], valued: Valued
) -> Sequence[DueRow]:
    """What the worklist shows of some renewals."""
    return [_row(desk, rules, record, valued) for record in records]


def _row(desk: Desk, rules: Rules, record: Record, valued: Valued) -> DueRow:
    id_ = record.cycle.id
    situation, _ = situation_of(desk, rules, record)
    fault = valued.faults.get(id_)
    return DueRow(
        record, (record.held.columns.period.end - rules.as_of).days, situation,
        valued.values.get(id_), None if fault is None else fault.text,
    )


def keep_if_possible(desk: Desk, valued: Valued, rules: Rules) -> bool:
    """Whether what was computed afresh is kept now. Looking must work while somebody writes, and
    on a database that can only be read."""
    if not valued.fresh:
        return True
    try:
        keep(desk, valued, rules)
    except Refusal:
        return False
    return True
