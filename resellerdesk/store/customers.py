"""Customers, their contacts, and the numbers under which vendors know them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from decimal import Decimal
from typing import Any

from sqlite_utils import Database

from resellerdesk.core.customer import Alias, Customer
from resellerdesk.store.beside import repeat_of_customers
from resellerdesk.store.search import fold

_COLUMNS = [field.name for field in fields(Customer)]
_NAMES = ", ".join(_COLUMNS)


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody at a customer."""

    name: str
    email: str
    phone: str


def put_customers(db: Database, customers: Iterable[Customer]) -> None:
    """Inserts customers, or replaces what is known of those of the same number."""
    names = [*_COLUMNS, "folded", "name_folded"]
    marks = ", ".join("?" for _ in names)
    update = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    rows = [_row(customer) for customer in customers]
    db.conn.executemany(
        f"insert into customer ({', '.join(names)}) values ({marks}) "
        f"on conflict (id) do update set {update}",
        rows,
    )
    repeat_of_customers(db, (row[0] for row in rows))


def _row(customer: Customer) -> tuple[Any, ...]:
    rate = None if customer.tax_rate is None else str(customer.tax_rate)
    values = [rate if name == "tax_rate" else getattr(customer, name) for name in _COLUMNS]
    return (*values, fold(f"{customer.id} {customer.name}"), fold(customer.name))


def _customer(row: Mapping[str, Any]) -> Customer:
    values = {name: row[name] for name in _COLUMNS}
    if values["tax_rate"] is not None:
        values["tax_rate"] = Decimal(values["tax_rate"])
    return Customer(**values)


def all_customers(db: Database) -> dict[str, Customer]:
    """Every customer by number."""
    rows = db.query(f"select {_NAMES} from customer order by id")
    return {row["id"]: _customer(row) for row in rows}


def any_customer(db: Database) -> bool:
    """Whether there is anybody at all."""
    return bool(db.execute("select 1 from customer limit 1").fetchall())


def currencies(db: Database) -> Sequence[str]:
    """Those that customers are charged in."""
    rows = db.execute("select distinct currency from customer order by currency")
    return [row[0] for row in rows]


def find_customer(db: Database, number: str) -> Customer | None:
    """The customer of that number, or None."""
    rows = list(db.query(f"select {_NAMES} from customer where id = ?", [number]))
    return _customer(rows[0]) if rows else None


def put_contacts(db: Database, contacts: Iterable[tuple[str, Contact]]) -> None:
    """Adds contacts by customer number; the same name and address twice is one contact."""
    db.conn.executemany(
        "insert into contact (customer_id, name, email, phone) values (?, ?, ?, ?) "
        "on conflict (customer_id, name, email) do update set phone = excluded.phone",
        [(number, *astuple(contact)) for number, contact in contacts],
    )


def contacts_of(db: Database, number: str) -> Sequence[Contact]:
    """Whom one asks at a customer, in the order in which they came."""
    rows = db.query(
        "select name, email, phone from contact where customer_id = ? order by id", [number]
    )
    return [Contact(**row) for row in rows]


def put_aliases(db: Database, aliases: Iterable[Alias]) -> None:
    """Adds aliases; a number that is known already goes to the customer named last."""
    db.conn.executemany(
        "insert into alias (vendor, account_number, customer_id) values (?, ?, ?) "
        "on conflict (vendor, account_number) do update set customer_id = excluded.customer_id",
        [astuple(alias) for alias in aliases],
    )


def all_aliases(db: Database) -> dict[tuple[str, str], Alias]:
    """Every alias by vendor and account number."""
    rows = db.query("select vendor, account_number, customer_id from alias")
    return {(row["vendor"], row["account_number"]): Alias(**row) for row in rows}
