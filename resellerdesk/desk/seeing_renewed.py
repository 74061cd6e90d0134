"""An import shows a later end (docs/domain.md, section 6, imports against work in progress)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pydantic import BaseModel

from resellerdesk.core.fact import Finding, Table
from resellerdesk.core.history import STEP, tables_kept
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
from resellerdesk.desk.taking import carried, change_standing, effect_of, why_not
from resellerdesk.extensions.fault import Faulted, PluginFault
from resellerdesk.store.engine import Database
from resellerdesk.store.entitlements import update_entitlements
from resellerdesk.store.events import Entry, append
from resellerdesk.store.renewals import Record

RENEWED_ELSEWHERE = "renewed_elsewhere"


@dataclass(frozen=True, slots=True)
class SeenStep:
    """The step bound to *seen renewed* that a renewal may take, with what it leaves: its own
    facts, or None for those that it has, those of the next renewal, and tables. `fault` says why
    its family could not tell."""

    step: AnyStep
    facts: Mapping[str, Any] | None = None
    carry: Mapping[str, Any] = field(default_factory=dict)
    tables: tuple[Table, ...] = ()
    fault: PluginFault | None = None


def steps_seen(
    desk: Desk, db: Database, moved: Sequence[tuple[Record, Columns]], papers: Papers
) -> Mapping[int, SeenStep]:
    """The step bound to *seen renewed* that each renewal may take, by its entitlement's id.

    Its family is asked as of the last day of the period that the renewal ends. What the step
    would do to the entitlement's details is left aside: those are the file's to say.
    """
    asked: dict[date, list[tuple[Record, AnyStep, Seen]]] = {}
    for record, columns in moved:
        workflow = desk.extensions.families[record.held.family].family.workflow
        for step in workflow.bound(On.SEEN_RENEWED, record.cycle.state)[:1]:
            seen = Seen(start=columns.period.start, end=columns.period.end)
            asked.setdefault(record.held.columns.period.end, []).append((record, step, seen))
    may: dict[int, SeenStep] = {}
    for day, waiting in asked.items():
        records = [record for record, _, _ in waiting]
        cases = load_cases(desk, db, load_rules(desk, db, day), records, papers)
        for record, step, seen in waiting:
            found = _allowed(desk, cases[record.held.id], step, seen)
            if found is not None:
                may[record.held.id] = found
    return may


def _allowed(
    desk: Desk, case: Case | PluginFault, step: AnyStep, seen: Seen
) -> SeenStep | None:
    """A family that has something to say to the step and fails allows nothing: what it holds is
    not to be counted as won."""
    has_a_say = step.ready is not None or step.guard is not None
    if isinstance(case, PluginFault):
        return None if has_a_say else SeenStep(step, fault=case)
    try:
        if why_not(desk, case, step, seen) is not None:
            return None
    except Refusal:
        return None
    try:
        effect = effect_of(desk, case, step, seen)
    except Faulted as faulted:
        return SeenStep(step, fault=faulted.fault)
    facts = None if effect.facts is None else effect.facts.model_dump(mode="json")
    return SeenStep(step, facts, carried(effect), effect.tables)


def see_renewed(
    desk: Desk, db: Database, record: Record, columns: Columns, may: SeenStep | None, file: str,
    import_: Occasion, papers: Papers,
) -> list[Finding]:
    """What `may` take the step is won, what may not was renewed elsewhere, what is lost keeps
    its reason; in every case the period moves on with the file's dates and the next renewal
    opens.

    Returns what is to be found where the file shows something else than was ordered, or the
    family failed. Each renewal of a file is a change of its own.
    """
    held, cycle, occasion = record.held, record.cycle, import_.apart()
    leave_period(db, held, occasion)
    update_entitlements(db, [(held, columns)])
    if cycle.phase.is_closed:
        _open_next(desk, db, record, {}, file, occasion)
        return []
    workflow = desk.extensions.families[held.family].family.workflow
    values: BaseModel = Seen(start=columns.period.start, end=columns.period.end)
    if may is None:
        may = SeenStep(workflow.bound(On.CLOSED, cycle.state)[0])
        values = Reason(reason=RENEWED_ELSEWHERE, note=file)
    state = workflow.state(may.step.to or cycle.state)
    facts = cycle.standing.facts if may.facts is None else may.facts
    change_standing(
        db, record, replace(cycle.standing, state=state.key, phase=state.phase, facts=facts)
    )
    opened = _open_next(desk, db, record, may.carry, file, occasion)
    data = {
        "step": may.step.key, "from": cycle.state, "to": state.key,
        "values": values.model_dump(mode="json"), "before": cycle.standing.as_json(),
        "columns": held.columns.as_json(), "next": opened,
    }
    if may.tables:
        data["tables"] = tables_kept(may.tables)
    append(db, [Entry(held.id, cycle.id, occasion.event(STEP, data))])
    failed = [] if may.fault is None else [Finding("plugin_fault", may.fault.text)]
    return [*failed, *_differences(papers.accepted(db, record), record, columns, file)]


def _differences(
    accepted: Ordered | None, record: Record, seen: Columns, file: str
) -> Iterator[Finding]:
    if accepted is None or not accepted.differs_from(seen, record.held.columns):
        return
    term = accepted.term
    assert term is not None  # else nothing differs
    yield Finding(
        "differs_from_order",
        T("{file} shows {ref} from {start} to {end}, {quantity} of {sku}; ordered were "
          "{ordered_start} to {ordered_end}, {ordered_quantity} of {ordered_sku}",
          file=file, ref=record.held.ref, start=seen.period.start, end=seen.period.end,
          quantity=seen.quantity, sku=seen.sku, ordered_start=term.period.start,
          ordered_end=term.period.end, ordered_quantity=term.quantity, ordered_sku=term.sku),
    )


def _open_next(
    desk: Desk, db: Database, record: Record, facts: Mapping[str, Any], file: str,
    occasion: Occasion,
) -> int:
    held, owner = record.held, record.cycle.standing.owner
    return open_next(desk, db, held.id, held.family, owner, facts, file, occasion)
