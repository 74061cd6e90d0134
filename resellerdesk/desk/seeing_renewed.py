"""An import shows a later end (docs/domain.md, section 6, imports against work in progress)."""

from __future__ import annotations

from dataclasses import replace

from pydantic import BaseModel

from resellerdesk.core.history import STEP
from resellerdesk.core.merging import Columns
from resellerdesk.core.standard_steps import Reason, Seen
from resellerdesk.core.workflow import On
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.moving_on import open_next
from resellerdesk.desk.occasion import Occasion
from resellerdesk.desk.taking import change_standing
from resellerdesk.store.engine import Database
from resellerdesk.store.entitlements import keep_past_periods, update_entitlements
from resellerdesk.store.events import Entry, append
from resellerdesk.store.renewals import Record

RENEWED_ELSEWHERE = "renewed_elsewhere"


def see_renewed(
    desk: Desk, db: Database, record: Record, columns: Columns, file: str, occasion: Occasion
) -> None:
    """What is ordered is won, what is not was renewed elsewhere, what is lost keeps its reason;
    in every case the period moves on with the file's dates and the next renewal opens."""
    held, cycle = record.held, record.cycle
    keep_past_periods(db, [(held.id, held.columns.period)])
    update_entitlements(db, [(held, columns)])
    if cycle.phase.is_closed:
        _open_next(desk, db, record, file, occasion)
        return
    workflow = desk.extensions.families[held.family].family.workflow
    steps = workflow.bound(On.SEEN_RENEWED, cycle.state)
    values: BaseModel = Seen(start=columns.period.start, end=columns.period.end)
    if not steps:
        steps = workflow.bound(On.CLOSED, cycle.state)
        values = Reason(reason=RENEWED_ELSEWHERE, note=file)
    state = workflow.state(steps[0].to or cycle.state)
    change_standing(db, record, replace(cycle.standing, state=state.key, phase=state.phase))
    opened = _open_next(desk, db, record, file, occasion)
    data = {
        "step": steps[0].key, "from": cycle.state, "to": state.key,
        "values": values.model_dump(mode="json"), "before": cycle.standing.as_json(),
        "columns": held.columns.as_json(), "next": opened,
    }
    append(db, [Entry(held.id, cycle.id, occasion.event(STEP, data))])


def _open_next(
    desk: Desk, db: Database, record: Record, file: str, occasion: Occasion
) -> int:
    held, owner = record.held, record.cycle.standing.owner
    return open_next(desk, db, held.id, held.family, owner, {}, file, occasion)
