"""An import shows a later end (docs/domain.md, section 6, imports against work in progress)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from pydantic import BaseModel

from resellerdesk.core.fact import Finding
from resellerdesk.core.history import STEP
from resellerdesk.core.merging import Columns
from resellerdesk.core.order import Ordered
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.standard_steps import Reason, Seen
from resellerdesk.core.text import T
from resellerdesk.core.workflow import AnyStep, On
from resellerdesk.desk.case import Case, load_cases
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.moving_on import leave_period, open_next
from resellerdesk.desk.occasion import Occasion
from resellerdesk.desk.papers import Papers
from resellerdesk.desk.rules import load_rules
from resellerdesk.desk.taking import change_standing, why_not
from resellerdesk.store.engine import Database
from resellerdesk.store.entitlements import update_entitlements
from resellerdesk.store.events import Entry, append
from resellerdesk.store.renewals import Record

RENEWED_ELSEWHERE = "renewed_elsewhere"


def steps_seen(
    desk: Desk, db: Database, moved: Sequence[tuple[Record, Columns]], papers: Papers
) -> Mapping[int, AnyStep]:
    """The step bound to *seen renewed* that each renewal may take, by its entitlement's id.

    Where a family has something to say to it, it is asked as of the last day of the period that
    the renewal ends.
    """
    may: dict[int, AnyStep] = {}
    asked: dict[date, list[tuple[Record, AnyStep, Seen]]] = {}
    for record, columns in moved:
        workflow = desk.extensions.families[record.held.family].family.workflow
        for step in workflow.bound(On.SEEN_RENEWED, record.cycle.state)[:1]:
            if step.ready is None and step.guard is None:
                may[record.held.id] = step
                continue
            seen = Seen(start=columns.period.start, end=columns.period.end)
            asked.setdefault(record.held.columns.period.end, []).append((record, step, seen))
    for day, waiting in asked.items():
        records = [record for record, _, _ in waiting]
        cases = load_cases(desk, db, load_rules(desk, db, day), records, papers)
        for record, step, seen in waiting:
            case = cases.get(record.held.id)
            if isinstance(case, Case) and _is_allowed(desk, case, step, seen):
                may[record.held.id] = step
    return may


def _is_allowed(desk: Desk, case: Case, step: AnyStep, seen: Seen) -> bool:
    """A family that fails allows nothing: what it holds is not to be counted as won."""
    try:
        return why_not(desk, case, step, seen) is None
    except Refusal:
        return False


def see_renewed(
    desk: Desk, db: Database, record: Record, columns: Columns, step: AnyStep | None, file: str,
    import_: Occasion, papers: Papers,
) -> Finding | None:
    """What takes the `step` is won, what has none was renewed elsewhere, what is lost keeps its
    reason; in every case the period moves on with the file's dates and the next renewal opens.

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
    values: BaseModel = Seen(start=columns.period.start, end=columns.period.end)
    if step is None:
        [step] = workflow.bound(On.CLOSED, cycle.state)
        values = Reason(reason=RENEWED_ELSEWHERE, note=file)
    state = workflow.state(step.to or cycle.state)
    change_standing(db, record, replace(cycle.standing, state=state.key, phase=state.phase))
    opened = _open_next(desk, db, record, file, occasion)
    data = {
        "step": step.key, "from": cycle.state, "to": state.key,
        "values": values.model_dump(mode="json"), "before": cycle.standing.as_json(),
        "columns": held.columns.as_json(), "next": opened,
    }
    append(db, [Entry(held.id, cycle.id, occasion.event(STEP, data))])
    return _difference(papers.accepted(db, record), record, columns, file)


def _difference(
    accepted: Ordered | None, record: Record, seen: Columns, file: str
) -> Finding | None:
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
