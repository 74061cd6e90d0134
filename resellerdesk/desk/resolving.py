"""From what somebody typed to the entitlement that it names."""

from __future__ import annotations

from collections.abc import Iterable

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.store.engine import Database
from resellerdesk.store.entitlements import find_held
from resellerdesk.store.renewals import Record, records


def resolve(db: Database, ref: str) -> Record:
    """The record of a REF. Raises Refusal where it names nothing, or more than one thing."""
    named = find_held(db, ref.strip())
    standing = records(db, [held.id for held in named])
    found = [held for held in named if held.id in standing]  # what opened it may be taken back
    if not found:
        raise Refusal(
            T("{ref} names no entitlement; write family:reference, or the reference alone "
              "(due and customers list them)", ref=ref)
        )
    if len(found) > 1:
        raise Refusal(
            T("{ref} names several: {refs}; write one of these", ref=ref,
              refs=", ".join(held.ref for held in found))
        )
    return standing[found[0].id]


def resolve_all(db: Database, refs: Iterable[str]) -> list[tuple[str, Record]]:
    """Each REF as typed with its record; the same entitlement twice counts once."""
    found: dict[int, tuple[str, Record]] = {}
    for ref in refs:
        record = resolve(db, ref)
        found.setdefault(record.held.id, (ref, record))
    return list(found.values())
