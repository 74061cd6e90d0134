"""Views of the worklist, of any length: first a windowful, then the whole by its ids."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from resellerdesk.core.money import round_half_up
from resellerdesk.core.reporting import Rates, Sum, rates_on
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.progress import Progress, quietly
from resellerdesk.desk.rules import Rules, load_rules
from resellerdesk.desk.valuing import values_of
from resellerdesk.desk.view_query import ViewQuery
from resellerdesk.desk.worklist import DueRow, due_rows, keep_if_possible
from resellerdesk.store.customers import any_customer, currencies
from resellerdesk.store.due import Asked, asked
from resellerdesk.store.engine import Database
from resellerdesk.store.paging import Order, stale_ids, tally, view_ids
from resellerdesk.store.renewals import records

WINDOW = 200
"""How many rows are read first; a view that has no more is read at once."""

BLOCK = 200
MOST_VALUED = 20_000
SCALE = 10**6
"""What factors between currencies are multiplied by: the engine counts in integers."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A view by the ids of its entitlements; how many of its values are not known yet, and what
    they come to; `about` where some are out of date or were converted."""

    ids: array[int]
    stake: Sum
    stale: int

    @property
    def about(self) -> bool:
        return self.stake.about or self.stale > 0


@dataclass(frozen=True, slots=True)
class Window:
    """The first rows of a view; `whole` where these are all. `any_data` says whether the desk
    holds anything at all, in this view or not."""

    rows: Sequence[DueRow]
    whole: Whole | None
    any_data: bool


def open_view(desk: Desk, query: ViewQuery, as_of: date) -> Window:
    """The first rows of a view, their values as of today."""
    window, fresh = _first(desk, query, as_of)
    if fresh:  # again, in the order of what they are worth now
        window, _ = _first(desk, query, as_of)
    return window


def _first(desk: Desk, query: ViewQuery, as_of: date) -> tuple[Window, bool]:
    with desk.store.read() as db:
        rules = load_rules(desk, db, as_of)
        question = asked(db, query.filter(desk.user, as_of))
        ids = view_ids(db, question, _order(db, rules, query), WINDOW)
        whole = _whole(db, rules, question, ids) if len(ids) < WINDOW else None
        found = records(db, ids)
        standing = [found[id_] for id_ in ids]
        valued = values_of(desk, db, rules, standing)
        any_data = bool(ids) or any_customer(db)
    keep_if_possible(desk, valued, rules)
    rows = due_rows(desk, rules, standing, valued)
    return Window(rows, whole, any_data), bool(valued.fresh)


def whole_view(desk: Desk, query: ViewQuery, as_of: date) -> Whole:
    """All of a view by its ids, and what is at stake in it."""
    with desk.store.read() as db:
        rules = load_rules(desk, db, as_of)
        question = asked(db, query.filter(desk.user, as_of))
        return _whole(db, rules, question, view_ids(db, question, _order(db, rules, query)))


def _whole(db: Database, rules: Rules, question: Asked, ids: array[int]) -> Whole:
    counted = tally(db, question, rules.stamp, rules.as_of)
    return Whole(ids, _rates(rules).total(counted.sums), counted.stale)


def rows_of(desk: Desk, ids: Sequence[int], as_of: date) -> Mapping[int, DueRow]:
    """Rows by the id of their entitlement; those that are gone are left out."""
    with desk.store.read() as db:
        rules = load_rules(desk, db, as_of)
        standing = list(records(db, ids).values())
        valued = values_of(desk, db, rules, standing)
    keep_if_possible(desk, valued, rules)
    rows = due_rows(desk, rules, standing, valued)
    return {row.record.held.id: row for row in rows}


def value_view(
    desk: Desk, query: ViewQuery, as_of: date, go_on: Callable[[], bool],
    progress: Progress = quietly,
) -> int:
    """Computes the values of a view that no longer hold, a block at a time, for as long as
    `go_on` says so and they can be kept; returns how many it did."""
    with desk.store.read() as db:
        rules = load_rules(desk, db, as_of)
        question = asked(db, query.filter(desk.user, as_of))
        ids = stale_ids(db, question, rules.stamp, as_of, MOST_VALUED)
    done = 0
    for block in _blocks(ids):
        if not go_on():
            break
        with desk.store.read() as db:
            valued = values_of(desk, db, rules, list(records(db, block).values()))
        if not keep_if_possible(desk, valued, rules):
            break
        done += len(valued.fresh)
        progress("", done)
    return done


def _blocks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), BLOCK):
        yield ids[start : start + BLOCK]


def _order(db: Database, rules: Rules, query: ViewQuery) -> Order:
    rates = _rates(rules)
    factors = {
        currency: round_half_up(factor * SCALE) for currency in currencies(db)
        if (factor := rates.factor(currency)) is not None
    }
    return Order(rules.as_of, query.sort, query.reverse, factors)


def _rates(rules: Rules) -> Rates:
    return rates_on(rules.profile.values, rules.as_of)
