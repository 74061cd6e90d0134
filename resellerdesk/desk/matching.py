"""Rows that name no reference: what they were seen of, and the details that they fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from resellerdesk.core.entitlement import AnyEntitlement, Entitlement
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.entitlements import entitlements_of
from resellerdesk.desk.import_entitlements import ExportRows, Known
from resellerdesk.desk.import_report import Matched
from resellerdesk.desk.resolving import resolve
from resellerdesk.extensions.fault import Faulted, Where
from resellerdesk.extensions.registry import LoadedFamily, LoadedLayout
from resellerdesk.sdk.layout import AnySighting, Rejected
from resellerdesk.store.due import DueFilter, due_records
from resellerdesk.store.engine import Database
from resellerdesk.store.entitlements import held_by_reference
from resellerdesk.store.renewals import Record

ByReference = Mapping[str, AnyEntitlement]


def match_sightings(
    desk: Desk, loaded: LoadedLayout, export: ExportRows, known: Known, ref: str = ""
) -> None:
    """Finds for each sighting the one open entitlement that it belongs to, or that `ref` names,
    and what it changes there; one that fits none or several is rejected.

    Raises Refusal for a `ref` that names nothing of the layout's family.
    """
    family = desk.extensions.families[export.family]
    with desk.store.read() as db:
        records = [_named(db, ref, export.family)] if ref else _open(db, export.family)
    several = [(r.held, known.customers[r.held.columns.customer_id].program) for r in records]
    read = entitlements_of(desk, family, several)
    # What its family cannot read is told where that entitlement is shown.
    held = {one.reference: one for one in read if isinstance(one, Entitlement)}
    where = Where(loaded.plugin, loaded.version, f"layout {loaded.layout.key}")
    column = loaded.layout.reference_column
    for number, sighting in export.sightings:
        wrong = _match(desk, where, family, export, (number, sighting), held, bool(ref))
        if wrong is not None:
            export.report.reject(number, replace(wrong, column=column))


def fill_in(db: Database, export: ExportRows) -> None:
    """Makes rows of what was matched, with all else as it is held at this moment; to be called
    in the transaction that merges them."""
    held = held_by_reference(db, export.family, export.filled)
    for reference, (number, changes) in export.filled.items():
        columns = held[reference].columns
        row = replace(columns, details={**columns.details, **changes})
        export.rows[reference] = (number, row)


def _named(db: Database, ref: str, family: str) -> Record:
    record = resolve(db, ref)
    if record.held.family != family:
        raise Refusal(
            T("{ref} is of another family; name something of {family}",
              ref=record.held.ref, family=family)
        )
    return record


def _open(db: Database, family: str) -> Sequence[Record]:
    return due_records(db, DueFilter(date.max, family))


def _match(
    desk: Desk, where: Where, family: LoadedFamily, export: ExportRows,
    row: tuple[int, AnySighting], held: ByReference, named: bool,
) -> Rejected | None:
    """Takes one sighting in, or says why not."""
    number, sighting = row
    guard = desk.extensions.guard
    try:
        seen = guard.one(where, str, lambda: sighting.seen)
        every = tuple(held.values())
        found = every if named else guard.several(where, Entitlement, sighting.among, every)
        fitting = [held[one.reference] for one in found if one.reference in held]
        if len(fitting) != 1:
            return Rejected("", seen, _why_not_one(family, fitting))
        filled = guard.one(where, family.family.details, sighting.filled, fitting[0])
    except Faulted as faulted:
        return Rejected("", "", faulted.fault.text)
    before = fitting[0].details.model_dump(mode="json")
    after = filled.model_dump(mode="json")
    changes = {name: value for name, value in after.items() if before.get(name) != value}
    return _add(export, number, seen, fitting[0], changes)


def _why_not_one(family: LoadedFamily, fitting: Sequence[AnyEntitlement]) -> Text:
    if not fitting:
        return T("belongs to nothing open of {family}: import that first, or name it with --ref",
                 family=family.family.title)
    return T("can belong to {refs}; name one of them with --ref",
             refs=", ".join(one.ref for one in fitting))


def _add(
    export: ExportRows, number: int, seen: str, one: AnyEntitlement, changes: Mapping[str, Any]
) -> Rejected | None:
    first, before = export.filled.setdefault(one.reference, (number, changes))
    if first != number and before != changes:
        return Rejected("", seen, T("says something else than row {row}, which was taken",
                                    row=first))
    if first != number:
        export.report.unchanged += 1
    export.report.matched.append(Matched(number, one.ref))
    return None
