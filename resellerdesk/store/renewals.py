"""The renewals under way: where each stands, its version, and the value last computed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlite_utils import Database

from resellerdesk.core.phase import Phase
from resellerdesk.core.standing import Standing
from resellerdesk.core.value import Value
from resellerdesk.store.entitlements import SELECTED, Held, held_of

OPEN_PHASES = "('open', 'quoted', 'ordered')"
IS_OPEN = f"r.phase in {OPEN_PHASES} and r.voided = 0"
"""That a renewal is under way: an entitlement has one such at most."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """One renewal as stored. `version` rises with each change of it; who changes it names the
    version that they saw."""

    id: int
    entitlement_id: int
    cycle: int
    version: int
    standing: Standing

    @property
    def state(self) -> str:
        return self.standing.state

    @property
    def phase(self) -> Phase:
        return self.standing.phase


@dataclass(frozen=True, slots=True)
class Record:
    """An entitlement with its newest renewal, and the value stored for that.

    `missing_since` is the day since which a full export no longer has it.
    """

    held: Held
    cycle: Cycle
    customer: str
    currency: str
    region: str
    missing_since: date | None
    value: Value | None
    value_stamp: int


_RENEWAL = (
    "r.id as renewal_id, r.cycle, r.state, r.phase, r.owner, r.facts, r.ordered_on, "
    "r.order_number, r.follow_on, r.follow_text, r.version, r.value, r.value_since, "
    "r.value_until, r.value_stamp"
)
_CUSTOMER = "c.name as customer, c.currency, c.region"
_JOINED = (
    f"select {SELECTED}, {_RENEWAL}, {_CUSTOMER} from entitlement e "
    "join renewal r on r.entitlement_id = e.id and r.cycle = (select max(n.cycle) "
    "from renewal n where n.entitlement_id = e.id and n.voided = 0) "
    "join customer c on c.id = e.customer_id"
)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _standing(row: Mapping[str, Any]) -> Standing:
    return Standing(
        row["state"], Phase(row["phase"]), json.loads(row["facts"]), _day(row["ordered_on"]),
        row["order_number"], row["owner"], _day(row["follow_on"]), row["follow_text"],
    )


def record_of(row: Mapping[str, Any]) -> Record:
    """An entitlement with its renewal, from a row of the joined query."""
    cycle = Cycle(
        row["renewal_id"], row["entitlement_id"], row["cycle"], row["version"], _standing(row)
    )
    value = None
    if row["value_since"] is not None:
        value = Value(
            row["value"], row["currency"], date.fromisoformat(row["value_since"]),
            date.fromisoformat(row["value_until"]),
        )
    return Record(
        held_of(row), cycle, row["customer"], row["currency"], row["region"],
        _day(row["missing_since"]), value, row["value_stamp"],
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


def holdings_of(db: Database, customer_id: str, family: str = "") -> Sequence[Record]:
    """All that a customer holds, of one family where named, by end and ref."""
    return records_where(
        db, "e.customer_id = :customer and (:family = '' or e.family = :family)",
        {"customer": customer_id, "family": family}, "e.ends, e.family, e.reference",
    )


def owns_anything(db: Database, owner: str) -> bool:
    """Whether a rep looks after any renewal that is under way."""
    rows = db.execute(
        f"select 1 from renewal r where {IS_OPEN} and r.owner = ? limit 1", [owner]
    ).fetchall()
    return bool(rows)


NewRenewal = tuple[int, int, int, Standing]


def next_renewal_id(db: Database) -> int:
    """The first id that is free; only to be used inside the transaction that takes it."""
    [(latest,)] = db.execute("select coalesce(max(id), 0) from renewal").fetchall()
    return int(latest) + 1


def without_renewal(db: Database, ids: Collection[int]) -> set[int]:
    """The entitlements, among some, that nobody holds any more: what opened their only renewal
    was taken back."""
    rows = db.execute(
        "select r.entitlement_id from renewal r where r.voided = 1 and not exists "
        "(select 1 from renewal n where n.entitlement_id = r.entitlement_id and n.voided = 0)"
    )
    return {row[0] for row in rows} & set(ids)


def next_cycle(db: Database, entitlement_id: int) -> int:
    """The number of an entitlement's next renewal; those taken back keep theirs."""
    [(latest,)] = db.execute(
        "select coalesce(max(cycle), 0) from renewal where entitlement_id = ?", [entitlement_id]
    ).fetchall()
    return int(latest) + 1


_STANDING = "state, phase, facts, ordered_on, order_number, owner, follow_on, follow_text"


def _columns(standing: Standing) -> tuple[str | None, ...]:
    return (
        standing.state, standing.phase.value, json.dumps(dict(standing.facts), ensure_ascii=False),
        _iso(standing.ordered_on), standing.order_number, standing.owner,
        _iso(standing.follow_on), standing.follow_text,
    )


def insert_renewals(db: Database, new: Iterable[NewRenewal]) -> None:
    """Opens renewals: (id, entitlement's id, cycle, standing)."""
    db.conn.executemany(
        f"insert into renewal (id, entitlement_id, cycle, {_STANDING}, version, voided, "
        "value_stamp, family, ends, currency, customer_name) "
        "select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 0, e.family, e.ends, c.currency, "
        "c.name_folded from entitlement e join customer c on c.id = e.customer_id where e.id = ?",
        ((id_, held, cycle, *_columns(standing), held) for id_, held, cycle, standing in new),
    )


def move_renewal(db: Database, cycle: Cycle, to: Standing) -> bool:
    """Changes a renewal, and forgets its value; False, and nothing changed, where its version
    is another by now."""
    assigned = ", ".join(f"{name.strip()} = ?" for name in _STANDING.split(","))
    cursor = db.execute(
        f"update renewal set {assigned}, version = version + 1, value = null, "
        "value_since = null, value_until = null where id = ? and version = ?",
        [*_columns(to), cycle.id, cycle.version],
    )
    return cursor.rowcount == 1


def void_renewal(db: Database, renewal_id: int) -> None:
    """Leaves a renewal out from now on: what opened it was taken back."""
    db.execute(
        "update renewal set voided = 1, version = version + 1 where id = ?", [renewal_id]
    )


def forget_values(db: Database, renewal_ids: Iterable[int]) -> None:
    """Says that the values stored for some renewals no longer hold, and nothing that somebody
    worked out from what they saw before."""
    db.conn.executemany(
        "update renewal set value_since = null, value_until = null, value = null, "
        "version = version + 1 where id = ?",
        [(id_,) for id_ in renewal_ids],
    )


def keep_values(db: Database, values: Iterable[tuple[Cycle, Value]], stamp: int) -> None:
    """Keeps what was computed for renewals, but for those that somebody changed since."""
    db.conn.executemany(
        "update renewal set value = ?, value_since = ?, value_until = ?, value_stamp = ? "
        "where id = ? and version = ?",
        [
            (value.amount, value.since.isoformat(), value.until.isoformat(), stamp, cycle.id,
             cycle.version)
            for cycle, value in values
        ],
    )


def cycle_of(db: Database, renewal_id: int) -> Cycle:
    """One renewal by its id, whether or not it is the newest."""
    [row] = db.query(
        "select id as renewal_id, entitlement_id, cycle, version, state, phase, facts, "
        "ordered_on, order_number, owner, follow_on, follow_text from renewal where id = ?",
        [renewal_id],
    )
    return Cycle(
        row["renewal_id"], row["entitlement_id"], row["cycle"], row["version"], _standing(row)
    )
