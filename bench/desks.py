"""A desk with any number of renewals, written straight into the store: no import, no history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from resellerdesk.core.customer import Customer
from resellerdesk.core.merging import Columns
from resellerdesk.core.period import Period
from resellerdesk.core.phase import Phase
from resellerdesk.core.standing import Standing
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.opening import open_desk
from resellerdesk.store.customers import put_customers
from resellerdesk.store.engine import Database
from resellerdesk.store.entitlements import NewEntitlement, insert_entitlements
from resellerdesk.store.renewals import NewRenewal, insert_renewals
from resellerdesk.store.settings import put_settings, values_stamp

from bench.exports import PRODUCTS

AS_OF = date(2026, 11, 24)
FIRST_END = date(2026, 6, 1)
CURRENCIES = ("EUR", "EUR", "EUR", "GBP", "USD", "JPY", "CNY")
RATES = {"GBP": "1.17", "USD": "0.92", "JPY": "0.0061", "CNY": "0.13"}
STATES = (
    ("due", Phase.OPEN), ("due", Phase.OPEN), ("notified", Phase.OPEN), ("quoted", Phase.QUOTED),
)
OWNERS = ("", "aiko", "marie", *(f"rep{n}" for n in range(30)))
FAMILY = "software"


def desk_of(path: Path, count: int) -> Desk:
    """A desk with so many renewals, all under way, each with a value."""
    desk = open_desk(path)
    customers = max(10, count // 200)
    settings = {f"currency.rate.{code}": rate for code, rate in RATES.items()}
    with desk.store.write() as db:
        put_settings(db, {**settings, "currency.reporting": "EUR"})
        put_customers(db, (_customer(n) for n in range(customers)))
        insert_entitlements(db, _entitlements(count, customers))
        insert_renewals(db, _renewals(count))
        _give_values(db, count)
    return desk


def _customer(n: int) -> Customer:
    currency = CURRENCIES[n % len(CURRENCIES)]
    return Customer(f"C-{n:05d}", f"Société Générale {n} & Fils", "FR", currency, "EMEA")


def _entitlements(count: int, customers: int) -> Iterator[NewEntitlement]:
    for n in range(count):
        sku, title = PRODUCTS[n % 4]
        end = FIRST_END + timedelta(days=n * 37 % 1000)
        period = Period(end - timedelta(days=364), end)
        details = {"certificate": f"M{70_000_000 + n}", "support_level": "Essential"}
        columns = Columns("Symantec", f"C-{n % customers:05d}", sku, title, 10 + n % 90, "",
                          period, details)
        yield n + 1, FAMILY, f"{9_000_000_000 + n}", columns


def _renewals(count: int) -> Iterator[NewRenewal]:
    for n in range(count):
        state, phase = STATES[n % len(STATES)]
        yield n + 1, n + 1, 1, Standing(state, phase, owner=OWNERS[n % len(OWNERS)])


def _give_values(db: Database, count: int) -> None:
    """Amounts that are all over the place, and hold."""
    stamp = values_stamp(db)
    db.conn.executemany(
        "update renewal set value = ?, value_since = '2026-11-01', value_until = '2027-12-31', "
        "value_stamp = ? where id = ?",
        ((n * 7919 % 9_999_991 + 1000, stamp, n + 1) for n in range(count)),
    )
