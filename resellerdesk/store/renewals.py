"""The renewals under way: state, owner, version, and the value that was last computed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlite_utils import Database

from resellerdesk.core.phase import Phase
from resellerdesk.core.value import Value
from resellerdesk.store.entitlements import SELECTED, Held, held_of

OPEN_PHASES = "('open', 'quoted', 'ordered')"


@dataclass(frozen=True, slots=True)
class Cycle:
    """One renewal as stored: `facts` are not yet its family's type.

    `version` rises with each change of it; who changes it names the version that they saw.
    """

    id: int
    entitlement_id: int
    cycle: int
    state: str
    phase: Phase
    owner: str
    facts: Mapping[str, Any]
    ordered_on: date | None
    version: int


@dataclass(frozen=True, slots=True)
class Record:
    """An entitlement with its newest renewal, and the value stored for that."""

    held: Held
    cycle: Cycle
    customer: str
    currency: str
    region: str
    value: Value | None
    value_stamp: int


_RENEWAL = (
    "r.id as renewal_id, r.cycle, r.state, r.phase, r.owner, r.facts, r.ordered_on, r.version, "
    "r.value, r.value_since, r.value_until, r.value_stamp"
)
_CUSTOMER = "c.name as customer, c.currency, c.region"
_JOINED = (
    f"select {SELECTED}, {_RENEWAL}, {_CUSTOMER} from entitlement e "
    "join renewal r on r.entitlement_id = e.id "
    "and r.cycle = (select max(n.cycle) from renewal n where n.entitlement_id = e.id) "
    "join customer c on c.id = e.customer_id"
)


def record_of(row: Mapping[str, Any]) -> Record:
    ordered = row["ordered_on"]
    cycle = Cycle(
        row["renewal_id"], row["entitlement_id"], row["cycle"], row["state"], Phase(row["phase"]),
        row["owner"], json.loads(row["facts"]),
        None if ordered is None else date.fromisoformat(ordered), row["version"],
    )
    value = None
    if row["value_since"] is not None:
        value = Value(
            row["value"], row["currency"], date.fromisoformat(row["value_since"]),
            date.fromisoformat(row["value_until"]),
        )
    return Record(
        held_of(row), cycle, row["customer"], row["currency"], row["region"], value,
        row["value_stamp"],
    )


def records(db: Database, ids: Collection[int]) -> dict[int, Record]:
    """Entitlements with their newest renewal, by id of the entitlement."""
    found: dict[int, Record] = {}
    ordered = sorted(ids)
    for start in range(0, len(ordered), 500):
        chunk = ordered[start : start + 500]
        marks = ", ".join("?" for _ in chunk)
        rows = db.query(f"{_JOINED} where e.id in ({marks})", chunk)
        found |= {record.held.id: record for record in map(record_of, rows)}
    return found


def records_where(
    db: Database, condition: str, values: dict[str, Any], order: str
) -> Sequence[Record]:
    """Entitlements with their newest renewal that meet a condition of this layer's making."""
    rows = db.query(f"{_JOINED} where {condition} order by {order}", values)
    return [record_of(row) for row in rows]


NewRenewal = tuple[int, int, int, str, Phase, str, Mapping[str, Any]]


def next_renewal_id(db: Database) -> int:
    """The first id that is free; only to be used inside the transaction that takes it."""
    [(latest,)] = db.execute("select coalesce(max(id), 0) from renewal").fetchall()
    return int(latest) + 1


def insert_renewals(db: Database, new: Iterable[NewRenewal]) -> None:
    """Opens renewals: (id, entitlement's id, cycle, state, phase, owner, facts)."""
    db.conn.executemany(
        "insert into renewal (id, entitlement_id, cycle, state, phase, owner, facts, version, "
        "value_stamp) values (?, ?, ?, ?, ?, ?, ?, 1, 0)",
        [
            (id_, held, cycle, state, phase.value, owner, json.dumps(facts, ensure_ascii=False))
            for id_, held, cycle, state, phase, owner, facts in new
        ],
    )


@dataclass(frozen=True, slots=True)
class Move:
    """A change of one renewal by somebody who saw it at `version`."""

    renewal_id: int
    version: int
    state: str
    phase: Phase
    facts: Mapping[str, Any]
    ordered_on: date | None


def move_renewal(db: Database, move: Move) -> bool:
    """Changes a renewal; False, and nothing changed, where its version is another by now."""
    cursor = db.execute(
        "update renewal set state = ?, phase = ?, facts = ?, ordered_on = ?, version = version + 1 "
        "where id = ? and version = ?",
        [
            move.state, move.phase.value, json.dumps(move.facts, ensure_ascii=False),
            None if move.ordered_on is None else move.ordered_on.isoformat(),
            move.renewal_id, move.version,
        ],
    )
    return cursor.rowcount == 1


def forget_values(db: Database, renewal_ids: Iterable[int]) -> None:
    """Says that the values stored for some renewals no longer hold."""
    db.conn.executemany(
        "update renewal set value_since = null, value_until = null, value = null where id = ?",
        [(id_,) for id_ in renewal_ids],
    )


def keep_values(db: Database, values: Iterable[tuple[int, Value]], stamp: int) -> None:
    db.conn.executemany(
        "update renewal set value = ?, value_since = ?, value_until = ?, value_stamp = ? "
        "where id = ?",
        [
            (value.amount, value.since.isoformat(), value.until.isoformat(), stamp, id_)
            for id_, value in values
        ],
    )
