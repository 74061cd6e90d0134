"""A view of any length: the ids of its rows in any order, and what they come to."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from resellerdesk.store.customers import currencies
from resellerdesk.store.dialect import BY_BYTES
from resellerdesk.store.due import Asked


class Sort(StrEnum):
    """What a view is sorted by; rows that are alike in it are sorted by their end."""

    END = "end"
    VALUE = "value"
    CUSTOMER = "customer"
    STATE = "state"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Order:
    """How a view is sorted on a day; what was to be followed up by then stands first.

    `factors` make values in minor units comparable, by currency; a currency without one stands
    by itself, behind the others. What has no value stands last. `reverse` turns it all around.
    """

    today: date
    sort: Sort = Sort.END
    reverse: bool = False
    factors: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows there are, the sum of their values by currency in minor units, and for how
    many of them no value is known that holds."""

    count: int
    sums: Mapping[str, int]
    stale: int


_TIES = (("ends", ""), ("entitlement_id", ""))
_KEYS: Mapping[Sort, Sequence[tuple[str, str]]] = {
    Sort.END: _TIES,
    Sort.CUSTOMER: (("customer_name", BY_BYTES), *_TIES),
    Sort.STATE: (("state", BY_BYTES), *_TIES),
    Sort.OWNER: (("owner", BY_BYTES), *_TIES),
}
_FOLLOWED = (
    "r.id in (select id from renewal where follow_on is not null and follow_on <= :today)"
)
_OTHERS = "(r.follow_on is null or r.follow_on > :today)"


def view_ids(
    db: Database, question: Asked, order: Order, limit: int | None = None
) -> array[int]:
    """The ids of the entitlements of a view in its order, or of the first of them."""
    found: array[int] = array("q")
    values = {**question.values, "today": order.today.isoformat()}
    for turn, few in ((_FOLLOWED, True), (_OTHERS, question.few)):
        left = None if limit is None else limit - len(found)
        if left != 0:
            asked_now = Asked(f"{question.condition} and {turn}", values, few)
            found.extend(row[0] for row in _ids(db, asked_now, order, left))
    return found


def _ids(
    db: Database, question: Asked, order: Order, limit: int | None
) -> Iterator[tuple[int, ...]]:
    values = dict(question.values)
    if order.sort is not Sort.VALUE:
        keys = ", ".join(_key(f"r.{name} {how}", order.reverse) for name, how in _KEYS[order.sort])
        first = "" if limit is None else f" limit {limit}"
        sql = f"select r.entitlement_id from renewal r where {question.condition} order by {keys}"
        return iter(db.execute(sql + first, values))
    factors = order.factors or {}
    cases = []
    for n, (currency, factor) in enumerate(sorted(factors.items())):
        cases.append(f"when :currency{n} then :factor{n}")
        values |= {f"currency{n}": currency, f"factor{n}": factor}
    stake = f"r.value * case r.currency {' '.join(cases)} else 0 end" if cases else "r.value * 0"
    selected = (
        f"select r.entitlement_id, {stake} as stake, r.currency, r.value, r.ends from renewal r "
        f"where {question.condition}"
    )
    if limit is None or question.few:
        return iter(db.execute(_by_value(selected, order.reverse, limit), values))
    return iter(db.execute(_first_by_value(db, selected, values, order.reverse, limit), values))


def _by_value(selected: str, reverse: bool, limit: int | None) -> str:
    """The keys are named apart from their table, for what several selects found together."""
    stake, value = ("stake nulls first", "value nulls first") if reverse else (
        "stake desc nulls last", "value desc nulls last")
    ties = ", ".join(_key(name, reverse) for name, _ in _TIES)
    currency = _key(f"currency {BY_BYTES}", reverse)
    first = "" if limit is None else f" limit {limit}"
    return (
        f"select entitlement_id from ({selected}) v "
        f"order by {stake}, {currency}, {value}, {ties}{first}"
    )


def _first_by_value(
    db: Database, selected: str, values: dict[str, Any], reverse: bool, limit: int
) -> str:
    """The first of each currency by an index, and of these the first."""
    value = "r.value nulls first" if reverse else "r.value desc nulls last"
    ties = ", ".join(_key(f"r.{name}", reverse) for name, _ in _TIES)
    parts = []
    for n, currency in enumerate(currencies(db)):
        values[f"only{n}"] = currency
        parts.append(
            f"select * from ({selected} and r.currency = :only{n} "
            f"order by {value}, {ties} limit {limit}) p{n}"
        )
    return _by_value(" union all ".join(parts) or selected, reverse, limit)


def _key(key: str, reverse: bool) -> str:
    return f"{key.strip()} desc" if reverse else key.strip()


_STALE = (
    "(r.value_since is null or r.value_stamp <> :stamp or r.value_since > :today "
    "or r.value_until < :today)"
)


def tally(db: Database, question: Asked, stamp: int, today: date) -> Tally:
    """What a view comes to; `stamp` is the count under which stored values hold."""
    # An expression in place of the currency: no index in another order than the view's own.
    each = (
        f"select r.currency || '' as currency, r.value, case when {_STALE} then 1 else 0 end "
        f"as stale from renewal r where {question.condition}"
    )
    rows = db.execute(
        "select currency, count(*), cast(coalesce(sum(value), 0) as integer), "
        f"cast(sum(stale) as integer), count(value) from ({each}) v "
        "group by currency order by currency",
        {**question.values, "stamp": stamp, "today": today.isoformat()},
    ).fetchall()
    sums = {currency: total for currency, _, total, _, valued in rows if valued}
    return Tally(sum(row[1] for row in rows), sums, sum(row[3] for row in rows))


def stale_ids(
    db: Database, question: Asked, stamp: int, today: date, limit: int
) -> Sequence[int]:
    """Rows of a view whose stored value does not hold, those that end first before the others."""
    rows = db.execute(
        f"select r.entitlement_id from renewal r where {question.condition} and {_STALE} "
        f"order by r.ends, r.entitlement_id limit {limit}",
        {**question.values, "stamp": stamp, "today": today.isoformat()},
    )
    return [row[0] for row in rows]
