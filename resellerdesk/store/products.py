"""The catalogue's imported rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from resellerdesk.core.catalogue import Product


def put_products(db: Database, products: Iterable[Product]) -> None:
    """Adds products, or replaces those of the same vendor, family and SKU."""
    db.conn.executemany(
        "insert into product (vendor, family, sku, title, renews_as, attributes) "
        "values (?, ?, ?, ?, ?, ?) on conflict (vendor, family, sku) do update set "
        "title = excluded.title, renews_as = excluded.renews_as, attributes = excluded.attributes",
        [
            (p.vendor, p.family, p.sku, p.title, p.renews_as,
             json.dumps(dict(p.attributes), ensure_ascii=False))
            for p in products
        ],
    )


def all_products(db: Database) -> Sequence[Product]:
    """In the order of vendor, family and SKU, which is also the order of the catalogue."""
    rows = db.query(
        "select vendor, sku, family, title, renews_as, attributes from product "
        "order by vendor, family, sku"
    )
    return [Product(**{**row, "attributes": json.loads(row["attributes"])}) for row in rows]
