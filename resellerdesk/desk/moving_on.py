"""A period moves on and the next renewal opens (docs/domain.md, section 5, what holds for all)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from resellerdesk.core.history import OPENED
from resellerdesk.core.merging import Columns
from resellerdesk.core.period import DAY, Period, term
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.standing import Standing
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.occasion import Occasion
from resellerdesk.store.engine import Database
from resellerdesk.store.entitlements import (
    Held,
    find_held,
    insert_entitlements,
    keep_past_periods,
    next_entitlement_id,
    update_entitlements,
)
from resellerdesk.store.events import Entry, append
from resellerdesk.store.findings import settle_findings
from resellerdesk.store.renewals import (
    insert_renewals,
    next_cycle,
    next_renewal_id,
    records,
)

if TYPE_CHECKING:
    from resellerdesk.desk.case import Case

DEFAULT_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Onward:
    """What a finished renewal leaves: new columns, the period if the family names one, facts of
    the next renewal, and the reference of a new entitlement, or empty."""

    columns: Columns
    period: Period | None = None
    carry: Mapping[str, Any] = field(default_factory=dict)
    reference: str = ""


def move_on(
    desk: Desk, db: Database, case: Case, onward: Onward, occasion: Occasion
) -> dict[str, Any]:
    """Sets period, quantity and SKU to those of the accepted term charge and opens the next
    renewal. Returns what an undo needs to take it back."""
    columns = _moved(case, onward)
    held = case.record.held
    if onward.reference:
        opened = _open_new(desk, db, case, onward, columns, occasion)
        return {"reference": onward.reference, "next": opened}
    leave_period(db, held, occasion)
    update_entitlements(db, [(held, columns)])
    opened = open_next(
        desk, db, held.id, held.family, case.record.cycle.standing.owner, onward.carry, "",
        occasion,
    )
    return {"columns": held.columns.as_json(), "next": opened}


def leave_period(db: Database, held: Held, occasion: Occasion) -> None:
    """An entitlement's period is over: it is remembered, what imports found of it is not."""
    keep_past_periods(db, [(held.id, held.columns.period)])
    settle_findings(db, held.id, occasion.at)


def _moved(case: Case, onward: Onward) -> Columns:
    """The columns of the new period."""
    accepted = case.accepted.term if case.accepted is not None else None
    if accepted is None:
        next_start = case.record.held.columns.period.end + DAY
        period = onward.period or term(next_start, DEFAULT_MONTHS)
        return replace(onward.columns, period=period)
    return replace(
        onward.columns, period=onward.period or accepted.period, quantity=accepted.quantity,
        sku=accepted.sku,
    )


def open_next(
    desk: Desk, db: Database, held_id: int, family: str, owner: str, facts: Mapping[str, Any],
    file: str, occasion: Occasion,
) -> int:
    """Opens an entitlement's next renewal at its family's first state; returns its id."""
    first = desk.extensions.families[family].family.workflow.first
    id_ = next_renewal_id(db)
    standing = Standing(first.key, first.phase, facts, owner=owner)
    insert_renewals(db, [(id_, held_id, next_cycle(db, held_id), standing)])
    data = {"to": first.key, "file": file}
    append(db, [Entry(held_id, id_, occasion.event(OPENED, data))])
    return id_


def _open_new(
    desk: Desk, db: Database, case: Case, onward: Onward, columns: Columns, occasion: Occasion
) -> int:
    """A new entitlement under its own reference; the old one has no further renewal."""
    held = case.record.held
    found = find_held(db, f"{held.family}:{onward.reference}")
    if found and records(db, [found[0].id]):
        raise Refusal(
            T("{family}:{reference} is held already; name the new reference",
              family=held.family, reference=onward.reference)
        )
    if found:  # opened once before, and taken back
        held_id = found[0].id
        update_entitlements(db, [(found[0], columns)])
    else:
        held_id = next_entitlement_id(db)
        insert_entitlements(db, [(held_id, held.family, onward.reference, columns)])
    return open_next(
        desk, db, held_id, held.family, case.record.cycle.standing.owner, onward.carry, "",
        occasion,
    )
