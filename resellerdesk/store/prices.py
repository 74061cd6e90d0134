"""The price list."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from sqlite_utils import Database

from resellerdesk.core.pricebook import PriceRow

_COLUMNS = [field.name for field in fields(PriceRow)]
_KEY = (
    "vendor", "sku", "currency", "program", "term_months", "min_quantity", "valid_from"
)
PriceKey = tuple[str, str, str, str, int, int, date]


def key_of(row: PriceRow) -> PriceKey:
    """What makes a price row the same one when a list is imported again."""
    return (
        row.vendor, row.sku, row.currency, row.program, row.term_months, row.min_quantity,
        row.valid_from,
    )


def put_prices(db: Database, rows: Iterable[PriceRow]) -> None:
    """Adds price rows, or replaces those of the same key."""
    names = ", ".join(_COLUMNS)
    marks = ", ".join("?" for _ in _COLUMNS)
    update = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS if name not in _KEY)
    db.conn.executemany(
        f"insert into price ({names}) values ({marks}) "
        f"on conflict ({', '.join(_KEY)}) do update set {update}",
        [_values(row) for row in rows],
    )


def _values(row: PriceRow) -> list[Any]:
    values = [getattr(row, name) for name in _COLUMNS]
    return [value.isoformat() if isinstance(value, date) else value for value in values]


def _price(row: Mapping[str, Any]) -> PriceRow:
    until = row["valid_to"]
    return PriceRow(
        **{
            **row,
            "valid_from": date.fromisoformat(row["valid_from"]),
            "valid_to": None if until is None else date.fromisoformat(until),
        }
    )


def all_prices(db: Database) -> dict[PriceKey, PriceRow]:
    """The whole price list by key: for an import to compare with."""
    rows = db.query(f"select {', '.join(_COLUMNS)} from price")
    return {key_of(price): price for price in map(_price, rows)}


def prices_of(db: Database, skus: Collection[tuple[str, str]], currency: str) -> Sequence[PriceRow]:
    """All rows, of whatever days, of some (vendor, SKU) in one currency."""
    found: list[PriceRow] = []
    for vendor, sku in sorted(skus):
        rows = db.query(
            f"select {', '.join(_COLUMNS)} from price "
            "where vendor = ? and sku = ? and currency = ? order by id",
            [vendor, sku, currency],
        )
        found += map(_price, rows)
    return found
