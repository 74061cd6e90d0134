"""The host's own tables as layouts: how to read each, and what is held of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, cast

from resellerdesk.core.catalogue import Product
from resellerdesk.core.customer import Customer
from resellerdesk.core.policy import PolicyRow, names_of
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.import_tables import TableLayout, alias_reader
from resellerdesk.files.layouts import aliases, catalogue, customers, policy, prices
from resellerdesk.sdk.layout import Cell
from resellerdesk.store.customers import (
    Contact,
    all_aliases,
    all_customers,
    put_aliases,
    put_contacts,
    put_customers,
)
from resellerdesk.store.engine import Database
from resellerdesk.store.policies import all_policies, put_policies
from resellerdesk.store.prices import all_prices, key_of, put_prices
from resellerdesk.store.products import all_products, put_products

Cells = Mapping[str, Cell]


def host_layouts(
    desk: Desk, known: Mapping[str, Customer], vendor_of: Callable[[str], str]
) -> dict[str, TableLayout[object]]:
    """Every table of the host that a file can fill, by the layout's name."""
    names = names_of(desk.extensions.shipped_policy())
    tables: Sequence[TableLayout[Any]] = (
        _customers(),
        TableLayout(
            aliases.KEY, aliases.HEADERS,
            alias_reader(lambda cells: aliases.read(cells, vendor_of), known),
            lambda row: (row.vendor, row.account_number), "account_number",
            all_aliases, put_aliases,
        ),
        TableLayout(
            catalogue.KEY, catalogue.HEADERS, lambda cells: catalogue.read(cells, vendor_of),
            _product_key, "sku", _products, put_products,
        ),
        TableLayout(
            prices.KEY, prices.HEADERS, lambda cells: prices.read(cells, vendor_of),
            key_of, "sku", all_prices, put_prices,
        ),
        TableLayout(
            policy.KEY, policy.HEADERS, lambda cells: policy.read(cells, vendor_of, names),
            lambda row: row.key, "name", _policies, put_policies,
        ),
    )
    return {table.key: cast(TableLayout[object], table) for table in tables}


def _customers() -> TableLayout[Customer]:
    """Customers, with the contact that a row may name."""
    contacts: list[tuple[str, Contact]] = []

    def read(cells: Cells) -> Customer | None:
        customer, contact = customers.read(cells), customers.contact(cells)
        if customer is not None and contact is not None:
            contacts.append((customer.id, Contact(*contact)))
        return customer

    def put(db: Database, rows: Iterable[Customer]) -> None:
        put_customers(db, rows)
        put_contacts(db, contacts)

    return TableLayout(
        customers.KEY, customers.HEADERS, read, lambda row: row.id, "customer_id",
        all_customers, put, {"id": "customer_id"},
    )


def _product_key(row: Product) -> tuple[str, str, str]:
    return (row.vendor, row.family, row.sku)


def _products(db: Database) -> Mapping[Any, Product]:
    return {_product_key(row): row for row in all_products(db)}


def _policies(db: Database) -> Mapping[Any, PolicyRow]:
    return {row.key: row for row in all_policies(db)}
