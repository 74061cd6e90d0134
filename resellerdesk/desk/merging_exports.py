"""Merges a vendor's export with what is held (docs/domain.md, section 6, imports)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from resellerdesk.core.customer import Customer
from resellerdesk.core.fact import Finding
from resellerdesk.core.history import CHANGED, OPENED
from resellerdesk.core.merging import Columns, Ends, compare_ends, differing
from resellerdesk.core.period import Period
from resellerdesk.core.phase import Phase
from resellerdesk.core.standing import Standing
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.import_entitlements import ExportRows
from resellerdesk.desk.import_report import ImportFinding
from resellerdesk.desk.moving_on import open_next
from resellerdesk.desk.occasion import Occasion
from resellerdesk.desk.papers import Papers
from resellerdesk.desk.seeing_renewed import see_renewed, steps_seen
from resellerdesk.store.engine import Database
from resellerdesk.store.entitlements import (
    Held,
    held_by_reference,
    insert_entitlements,
    next_entitlement_id,
    past_periods,
    update_entitlements,
)
from resellerdesk.store.events import Entry, append, append_first
from resellerdesk.store.findings import CHANGED_AFTER_QUOTE, StoredFinding, put_findings
from resellerdesk.store.renewals import (
    forget_values,
    insert_renewals,
    next_renewal_id,
    records,
    without_renewal,
)

New = tuple[str, Columns]


@dataclass(slots=True)
class Plan:
    """What an export changes: new entitlements, those that open again after what had opened them
    was taken back, changed columns, periods that move on."""

    new: list[New] = field(default_factory=list)
    again: list[tuple[Held, Columns]] = field(default_factory=list)
    changed: list[tuple[Held, Columns, list[str]]] = field(default_factory=list)
    moved: list[tuple[Held, Columns]] = field(default_factory=list)
    findings: list[StoredFinding] = field(default_factory=list)


def plan_merge(db: Database, export: ExportRows) -> Plan:
    """Compares each row with what is held, and counts it in the file's report."""
    held = held_by_reference(db, export.family, export.rows)
    ids = [item.id for item in held.values()]
    past, over = past_periods(db, ids), without_renewal(db, ids)
    plan, report = Plan(), export.report
    for reference, (_, columns) in export.rows.items():
        before = held.get(reference)
        if before is None:
            plan.new.append((reference, columns))
            report.created += 1
            continue
        if before.id in over:
            plan.again.append((before, columns))
            report.created += 1
            continue
        _compare(plan, export, before, past.get(before.id, frozenset()), columns)
    plan.findings += [
        StoredFinding(finding, customer_id=customer)
        for (customer, _), finding in export.names.items()
    ]
    return plan


def _compare(
    plan: Plan, export: ExportRows, before: Held, past: frozenset[Period], columns: Columns
) -> None:
    report, row = export.report, _filled(before.columns, columns)
    match compare_ends(before.columns.period, past, row.period):
        case Ends.LATER:
            plan.moved.append((before, row))
            report.updated += 1
        case Ends.SAME if names := differing(before.columns, row):
            plan.changed.append((before, row, names))
            report.updated += 1
        case Ends.NEVER_HELD:
            finding = Finding(
                "earlier_end",
                T("{file} says that {ref} ends on {row}; we hold it until {held}",
                  file=report.file, ref=before.ref, row=row.period.end,
                  held=before.columns.period.end),
            )
            _find(plan, export, before, finding)
            report.unchanged += 1
        case _:
            report.unchanged += 1


def _find(plan: Plan, export: ExportRows, held: Held, finding: Finding) -> None:
    """Keeps a finding with the entitlement, and says it in the file's report."""
    number, _ = export.rows[held.reference]
    plan.findings.append(StoredFinding(finding, entitlement_id=held.id))
    export.report.findings.append(ImportFinding(number, held.ref, finding))


def _filled(held: Columns, row: Columns) -> Columns:
    """What a file leaves out stays as it is held."""
    return replace(
        row, program=row.program or held.program, details={**held.details, **row.details}
    )


def apply_merge(
    desk: Desk, db: Database, export: ExportRows, plan: Plan,
    customer: Callable[[str], Customer], occasion: Occasion,
) -> None:
    """Writes a plan, inside the transaction in which it was made."""
    _insert_new(desk, db, export, plan, customer, occasion)
    _open_again(desk, db, export, plan, customer, occasion)
    _update_changed(db, export, plan, occasion)
    standing, papers = records(db, [held.id for held, _ in plan.moved]), Papers()
    moved = [(standing[held.id], columns) for held, columns in plan.moved]
    may = steps_seen(desk, db, moved, papers)
    for held, columns in plan.moved:
        for found in see_renewed(
            desk, db, standing[held.id], columns, may.get(held.id), export.report.file, occasion,
            papers,
        ):
            _find(plan, export, held, found)
    put_findings(db, plan.findings, occasion.at)


def _insert_new(
    desk: Desk, db: Database, export: ExportRows, plan: Plan,
    customer: Callable[[str], Customer], occasion: Occasion,
) -> None:
    first = desk.extensions.families[export.family].family.workflow.first
    held_id, renewal_id = next_entitlement_id(db), next_renewal_id(db)
    numbered = list(enumerate(plan.new))
    insert_entitlements(
        db, ((held_id + n, export.family, ref, columns) for n, (ref, columns) in numbered)
    )
    insert_renewals(
        db,
        (
            (renewal_id + n, held_id + n, 1,
             Standing(first.key, first.phase, owner=customer(columns.customer_id).owner))
            for n, (_, columns) in numbered
        ),
    )
    opened = occasion.event(OPENED, {"to": first.key, "file": export.report.file})
    append_first(db, (Entry(held_id + n, renewal_id + n, opened) for n, _ in numbered))


def _open_again(
    desk: Desk, db: Database, export: ExportRows, plan: Plan,
    customer: Callable[[str], Customer], occasion: Occasion,
) -> None:
    update_entitlements(db, plan.again)
    for held, columns in plan.again:
        owner = customer(columns.customer_id).owner
        open_next(desk, db, held.id, held.family, owner, {}, export.report.file, occasion)


def _update_changed(db: Database, export: ExportRows, plan: Plan, occasion: Occasion) -> None:
    standing = records(db, [held.id for held, _, _ in plan.changed])
    update_entitlements(db, ((held, columns) for held, columns, _ in plan.changed))
    forget_values(db, (standing[held.id].cycle.id for held, _, _ in plan.changed))
    entries = []
    for held, _, names in plan.changed:
        data = {"file": export.report.file, "columns": names}
        cycle = standing[held.id].cycle
        entries.append(Entry(held.id, cycle.id, occasion.event(CHANGED, data)))
        if cycle.phase in (Phase.QUOTED, Phase.ORDERED):
            text = T("{file} changed {columns} of {ref} after it was quoted",
                     file=export.report.file, columns=", ".join(names), ref=held.ref)
            _find(plan, export, held, Finding(CHANGED_AFTER_QUOTE, text))
    append(db, entries)
