"""An import shows a later end (docs/domain.md, section 6, imports against work in progress)."""

from __future__ import annotations

from dataclasses import replace

from pydantic import BaseModel

from resellerdesk.core.fact import Finding
from resellerdesk.core.history import STEP
from resellerdesk.core.merging import Columns
from resellerdesk.core.standard_steps import Reason, Seen
from resellerdesk.core.text import T
from resellerdesk.core.workflow import On
from resellerdesk.desk.case import accepted_of
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.moving_on import leave_period, open_next
from resellerdesk.desk.occasion import Occasion
from resellerdesk.desk.taking import change_standing
from resellerdesk.store.engine import Database
from resellerdesk.store.entitlements import update_entitlements
from resellerdesk.store.events import Entry, append
from resellerdesk.store.renewals import Record

RENEWED_ELSEWHERE = "renewed_elsewhere"


def see_renewed(
    desk: Desk, db: Database, record: Record, columns: Columns, file: str, import_: Occasion
) -> Finding | None:
    """What is ordered is won, what is not was renewed elsewhere, what is lost keeps its reason;
    in every case the period moves on with the file's dates and the next renewal opens.

    Returns what is to be found where the file shows something else than was ordered. Each
    renewal of a file is a change of its own.
    """
    held, cycle, occasion = record.held, record.cycle, import_.apart()
    leave_period(db, held, occasion)
    update_entitlements(db, [(held, columns)])
    if cycle.phase.is_closed:
        _open_next(desk, db, record, file, occasion)
        return None
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
    return _difference(db, record, columns, file)


def _difference(db: Database, record: Record, seen: Columns, file: str) -> Finding | None:
    accepted = accepted_of(db, record)
    if accepted is None or not accepted.differs_from(seen, record.held.columns):
        return None
    term = accepted.term
    assert term is not None  # else nothing differs
    return Finding(
        "differs_from_order",
        T("{file} shows {ref} from {start} to {end}, {quantity} of {sku}; ordered were "
          "{ordered_start} to {ordered_end}, {ordered_quantity} of {ordered_sku}",
          file=file, ref=record.held.ref, start=seen.period.start, end=seen.period.end,
          quantity=seen.quantity, sku=seen.sku, ordered_start=term.period.start,
          ordered_end=term.period.end, ordered_quantity=term.quantity, ordered_sku=term.sku),
    )


def _open_next(
    desk: Desk, db: Database, record: Record, file: str, occasion: Occasion
) -> int:
    held, owner = record.held, record.cycle.standing.owner
    return open_next(desk, db, held.id, held.family, owner, {}, file, occasion)
