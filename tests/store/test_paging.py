"""A view by its ids: every order is what sorting the rows by hand gives, whole or the first few."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from resellerdesk.store import search
from resellerdesk.store.customers import all_customers, put_customers
from resellerdesk.store.due import DueFilter, asked, due_records
from resellerdesk.store.engine import Store, open_store
from resellerdesk.store.paging import Order, Sort, stale_ids, tally, view_ids
from resellerdesk.store.renewals import Record
from resellerdesk.store.search import fold

TODAY = date(2026, 11, 24)
SOON = DueFilter(date(2027, 2, 22))
FACTORS = {"EUR": 1_000_000, "USD": 920_000, "JPY": 610_000}
STAMP = 7


@pytest.fixture
def store(database: Path) -> Store:
    """The samples; values, owners and follow-ups drawn at random, some of them alike or missing."""
    store = open_store(database)
    draw = Random(13)
    with store.write() as db:
        rows = [row[0] for row in db.execute("select id from renewal order by id").fetchall()]
        for id_ in rows:
            db.execute(
                "update renewal set value = ?, value_since = '2026-11-01', value_until = ?, "
                "value_stamp = ?, owner = ?, follow_on = ? where id = ?",
                [draw.choice([None, 0, 5000, draw.randrange(10**7)]),
                 draw.choice(["2026-11-23", "2027-01-01"]), draw.choice([STAMP, STAMP - 1]),
                 draw.choice(["", "marie", "aiko"]),
                 draw.choice([None, None, None, "2026-11-24", "2026-11-25"]), id_],
            )
    return store


def by_hand(sort: Sort, reverse: bool) -> Callable[[Record], Any]:
    def key(record: Record) -> Any:
        value = record.value.amount if record.value is not None else None
        stake = None if value is None else value * FACTORS.get(record.currency, 0)
        ties = (record.held.columns.period.end, record.held.id)
        match sort:
            case Sort.VALUE:
                return (stake is None, -(stake or 0), record.currency, value is None,
                        -(value or 0), *ties)
            case Sort.CUSTOMER:
                return (fold(record.customer).encode(), *ties)
            case Sort.STATE:
                return (record.cycle.state, *ties)
            case Sort.OWNER:
                return (record.cycle.standing.owner, *ties)
        return ties

    return key


def waits(record: Record) -> bool:
    day = record.cycle.standing.follow_on
    return day is not None and day <= TODAY


@pytest.mark.parametrize("reverse", [False, True], ids=["forth", "back"])
@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize(
    "wanted",
    [SOON, DueFilter(SOON.until, owner="marie"), DueFilter(SOON.until, search="e"),
     DueFilter(SOON.until, search="backup"), DueFilter(SOON.until, since=TODAY),
     DueFilter(date.max, search="lenoir")],
    ids=["due", "marie's", "e", "backup", "to come", "lenoir"],
)
def test_each_order_is_that_of_the_rows(
    store: Store, wanted: DueFilter, sort: Sort, reverse: bool
) -> None:
    order = Order(TODAY, sort, reverse, FACTORS)
    with store.read() as db:
        rows = sorted(due_records(db, wanted), key=by_hand(sort, reverse), reverse=reverse)
        rows = [r for r in rows if waits(r)] + [r for r in rows if not waits(r)]
        ids = [row.held.id for row in rows]
        assert len(ids) > 8
        assert list(view_ids(db, asked(db, wanted), order)) == ids
        assert list(view_ids(db, asked(db, wanted), order, 7)) == ids[:7]


def test_a_word_is_found_alike_however_often_it_stands_there(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is rare is looked up, what is common looked for; both find the same."""
    for typed in ("essential", "lenoir", "essential lenoir", "müller", "c-10", "nothing like it"):
        wanted = DueFilter(date.max, search=typed)
        with store.read() as db:
            monkeypatch.setattr(search, "MANY", 2000)
            looked_up = view_ids(db, asked(db, wanted), Order(TODAY))
            monkeypatch.setattr(search, "MANY", 0)
            assert view_ids(db, asked(db, wanted), Order(TODAY)) == looked_up


def test_a_tally_counts_and_adds_up_by_currency(store: Store) -> None:
    with store.read() as db:
        rows = due_records(db, SOON)
        found = tally(db, asked(db, SOON), STAMP, TODAY)
        stale = stale_ids(db, asked(db, SOON), STAMP, TODAY, 10_000)
    sums: dict[str, int] = {}
    for row in rows:
        if row.value is not None and row.value.amount is not None:
            sums[row.currency] = sums.get(row.currency, 0) + row.value.amount
    outdated = [
        row for row in rows
        if row.value is None or row.value_stamp != STAMP or row.value.until < TODAY
    ]
    assert (found.count, found.sums) == (len(rows), sums)
    assert found.stale == len(stale) == len(outdated)
    assert set(stale) == {row.held.id for row in outdated}


def test_what_a_view_sorts_by_follows_what_it_is_taken_from(store: Store) -> None:
    """An entitlement's end, a customer's name and currency, wherever they change."""
    with store.write() as db:
        customer = all_customers(db)["C-1008"]
        put_customers(db, [type(customer)(**{
            **{name: getattr(customer, name) for name in customer.__dataclass_fields__},
            "name": "Ärzte am Platz", "currency": "CHF",
        })])
    assert beside(store) == taken_from(store)
    with closing(store_connection(store)) as db:
        assert db.execute("select count(*) from renewal where currency = 'CHF' and "
                          "customer_name = 'arzte am platz'").fetchone()[0] > 3


def store_connection(store: Store) -> Any:
    import sqlite3

    return sqlite3.connect(store.path)


def beside(store: Store) -> list[Any]:
    with store.read() as db:
        return db.execute("select id, family, ends, currency, customer_name from renewal "
                          "order by id").fetchall()


def taken_from(store: Store) -> list[Any]:
    with store.read() as db:
        return db.execute(
            "select r.id, e.family, e.ends, c.currency, c.name_folded from renewal r "
            "join entitlement e on e.id = r.entitlement_id join customer c on c.id = e.customer_id "
            "order by r.id"
        ).fetchall()


def test_the_first_rows_come_by_an_index_in_every_order(store: Store) -> None:
    """No sorting of what may be a million rows: so the engine itself says it will do."""
    for sort in Sort:
        for reverse in (False, True):
            plans = plans_of(store, Order(TODAY, sort, reverse, FACTORS))
            assert any("renewal_due_" in line for line in plans), (sort, plans)
            # What several currencies gave is merged; nothing else is sorted.
            sorted_ = [line for line in plans if "USE TEMP B-TREE" in line]
            assert not sorted_ or sort is Sort.VALUE, (sort, reverse, plans)


def plans_of(store: Store, order: Order) -> list[str]:
    told: list[tuple[str, Any]] = []
    with store.read() as db:
        execute = db.execute

        def watched(sql: str, values: Any = None) -> Any:
            told.append((sql, values))
            return execute(sql, values) if values is not None else execute(sql)

        db.execute = watched  # type: ignore[method-assign]
        view_ids(db, asked(db, SOON), order, 300)
        return [
            row[3] for sql, values in told if "renewal r" in sql and "follow_on is null" in sql
            for row in execute(f"explain query plan {sql}", values).fetchall()
        ]
