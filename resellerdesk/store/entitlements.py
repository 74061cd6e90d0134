"""What customers hold: common columns, and the details of each family as JSON."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlite_utils import Database

from resellerdesk.core.merging import Columns
from resellerdesk.core.period import Period
from resellerdesk.store.beside import repeat_beside_renewals
from resellerdesk.store.search import fold

K = TypeVar("K")

_COLUMNS = (
    "family", "reference", "vendor", "customer_id", "sku", "description", "quantity", "program",
    "starts", "ends", "details", "folded",
)


@dataclass(frozen=True, slots=True)
class Held:
    """An entitlement as stored: `details` are not yet its family's type."""

    id: int
    family: str
    reference: str
    columns: Columns

    @property
    def ref(self) -> str:
        return f"{self.family}:{self.reference}"


def held_of(row: Mapping[str, Any]) -> Held:
    """An entitlement from a row that has its columns under their own names."""
    period = Period(date.fromisoformat(row["starts"]), date.fromisoformat(row["ends"]))
    return Held(
        row["entitlement_id"], row["family"], row["reference"],
        Columns(
            row["vendor"], row["customer_id"], row["sku"], row["description"], row["quantity"],
            row["program"], period, json.loads(row["details"]),
        ),
    )


SELECTED = (
    "e.id as entitlement_id, e.family, e.reference, e.vendor, e.customer_id, e.sku, "
    "e.description, e.quantity, e.program, e.starts, e.ends, e.details, e.missing_since"
)


def held_by_reference(
    db: Database, family: str, references: Collection[str]
) -> dict[str, Held]:
    """The entitlements of a family among some references, by reference."""
    found: dict[str, Held] = {}
    for chunk in _chunks(sorted(references), 500):
        marks = ", ".join("?" for _ in chunk)
        rows = db.query(
            f"select {SELECTED} from entitlement e where e.family = ? and e.reference in ({marks})",
            [family, *chunk],
        )
        found |= {held.reference: held for held in map(held_of, rows)}
    return found


def _chunks(items: Sequence[K], size: int) -> Iterator[Sequence[K]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def find_held(db: Database, ref: str) -> Sequence[Held]:
    """The entitlements that a REF can mean: `family:reference`, or the reference alone."""
    family, colon, reference = ref.partition(":")
    rows = list(
        db.query(
            f"select {SELECTED} from entitlement e where e.reference = :whole "
            "or (e.family = :family and e.reference = :reference) order by e.family",
            {"whole": ref, "family": family if colon else "", "reference": reference},
        )
    )
    return [held_of(row) for row in rows]


def next_entitlement_id(db: Database) -> int:
    """The first id that is free; only to be used inside the transaction that takes it."""
    [(latest,)] = db.execute("select coalesce(max(id), 0) from entitlement").fetchall()
    return int(latest) + 1


NewEntitlement = tuple[int, str, str, Columns]


def insert_entitlements(db: Database, new: Iterable[NewEntitlement]) -> None:
    """Adds new entitlements, each under the id given."""
    names = ", ".join(("id", *_COLUMNS))
    marks = ", ".join("?" for _ in ("id", *_COLUMNS))
    db.conn.executemany(
        f"insert into entitlement ({names}) values ({marks})",
        [
            (id_, family, reference, *_values(family, reference, columns))
            for id_, family, reference, columns in new
        ],
    )


def update_entitlements(db: Database, changed: Iterable[tuple[Held, Columns]]) -> None:
    """Replaces the columns of entitlements; family and reference stay."""
    assigned = ", ".join(f"{name} = ?" for name in _COLUMNS[2:])
    rows = [(*_values(held.family, held.reference, columns), held.id) for held, columns in changed]
    db.conn.executemany(f"update entitlement set {assigned} where id = ?", rows)
    repeat_beside_renewals(db, (row[-1] for row in rows))


def _values(family: str, reference: str, columns: Columns) -> tuple[Any, ...]:
    details = json.dumps(columns.details, ensure_ascii=False)
    certain = " ".join(_searched(columns.details))
    folded = fold(f"{family}:{reference} {columns.sku} {columns.description} {certain}")
    return (
        columns.vendor, columns.customer_id, columns.sku, columns.description, columns.quantity,
        columns.program, columns.period.start.isoformat(), columns.period.end.isoformat(),
        details, folded,
    )


def _searched(details: Mapping[str, Any]) -> Iterator[str]:
    """What a search may find of the details; a text of several lines is a file, and no name."""
    for value in details.values():
        if isinstance(value, Mapping):
            yield from _searched(value)
        elif value and "\n" not in (said := str(value)):
            yield said


def past_periods(db: Database, ids: Collection[int]) -> dict[int, frozenset[Period]]:
    """The periods that entitlements had before, by id."""
    found: dict[int, set[Period]] = {}
    for chunk in _chunks(sorted(ids), 500):
        marks = ", ".join("?" for _ in chunk)
        rows = db.query(
            "select entitlement_id, starts, ends from past_period "
            f"where entitlement_id in ({marks})",
            chunk,
        )
        for row in rows:
            period = Period(date.fromisoformat(row["starts"]), date.fromisoformat(row["ends"]))
            found.setdefault(row["entitlement_id"], set()).add(period)
    return {id_: frozenset(periods) for id_, periods in found.items()}


def keep_past_periods(db: Database, periods: Iterable[tuple[int, Period]]) -> None:
    """Remembers periods that entitlements had, each once."""
    db.conn.executemany(
        "insert into past_period (entitlement_id, starts, ends) values (?, ?, ?) "
        "on conflict do nothing",
        [(id_, p.start.isoformat(), p.end.isoformat()) for id_, p in periods],
    )


def held_by_ids(db: Database, ids: Collection[int]) -> dict[int, Held]:
    """Entitlements by their ids."""
    found: dict[int, Held] = {}
    for chunk in _chunks(sorted(ids), 500):
        marks = ", ".join("?" for _ in chunk)
        rows = db.query(f"select {SELECTED} from entitlement e where e.id in ({marks})", chunk)
        found |= {held.id: held for held in map(held_of, rows)}
    return found
