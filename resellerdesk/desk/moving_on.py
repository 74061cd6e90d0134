"""A period moves on: the renewal under way ends, the next one opens (docs/domain.md, 5, 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import BaseModel

from resellerdesk.core.history import OPENED, STEP, Event
from resellerdesk.core.period import Period
from resellerdesk.core.standard_steps import Reason, Seen
from resellerdesk.core.workflow import AnyStep, On
from resellerdesk.desk.desk import Desk
from resellerdesk.extensions.registry import LoadedFamily
from resellerdesk.store.engine import Database
from resellerdesk.store.entitlements import keep_past_periods
from resellerdesk.store.events import Entry, append
from resellerdesk.store.renewals import Move, Record, insert_renewals, move_renewal, next_renewal_id

RENEWED_ELSEWHERE = "renewed_elsewhere"


@dataclass(frozen=True, slots=True)
class Occasion:
    """When, by whom and in which change something is written to the history."""

    at: datetime
    by: str
    change: str

    def event(self, what: str, data: Mapping[str, Any]) -> Event:
        return Event(self.change, self.at, self.by, what, data)


def see_renewed(
    desk: Desk, db: Database, record: Record, seen: Period, file: str, occasion: Occasion
) -> None:
    """An import shows a later end: what is ordered is won, what is not was renewed elsewhere,
    what is lost keeps its reason; in every case the next renewal opens.

    It changes the renewals alone; the caller changes the entitlement's columns.
    """
    loaded = desk.extensions.families[record.held.family]
    workflow = loaded.family.workflow
    if not record.cycle.phase.is_closed:
        steps = workflow.bound(On.SEEN_RENEWED, record.cycle.state)
        values: BaseModel = Seen(start=seen.start, end=seen.end)
        if not steps:
            steps = workflow.bound(On.CLOSED, record.cycle.state)
            values = Reason(reason=RENEWED_ELSEWHERE, note=file)
        _close(db, loaded, record, steps[0], values, occasion)
    keep_past_periods(db, [(record.held.id, record.held.columns.period)])
    open_next(db, loaded, record, file, occasion)


def _close(
    db: Database, loaded: LoadedFamily, record: Record, step: AnyStep, values: BaseModel,
    occasion: Occasion,
) -> None:
    cycle, workflow = record.cycle, loaded.family.workflow
    state = workflow.state(step.to or cycle.state)
    move_renewal(
        db,
        Move(cycle.id, cycle.version, state.key, state.phase, cycle.facts, cycle.ordered_on),
    )
    data = {"step": step.key, "from": cycle.state, "to": state.key,
            "values": values.model_dump(mode="json")}
    append(db, [Entry(record.held.id, cycle.id, occasion.event(STEP, data))])


def open_next(
    db: Database, loaded: LoadedFamily, record: Record, file: str, occasion: Occasion
) -> None:
    """Opens the next renewal at its family's first state."""
    first, id_ = loaded.family.workflow.first, next_renewal_id(db)
    insert_renewals(
        db,
        [(id_, record.held.id, record.cycle.cycle + 1, first.key, first.phase,
          record.cycle.owner, {})],
    )
    opened = occasion.event(OPENED, {"to": first.key, "file": file})
    append(db, [Entry(record.held.id, id_, opened)])


