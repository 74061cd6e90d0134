"""What the worklist sorts by stands beside each renewal too: repeated wherever it changes."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

_REPEATED = (
    "update renewal set family = e.family, ends = e.ends, currency = c.currency, "
    "customer_name = c.name_folded from entitlement e join customer c on c.id = e.customer_id "
    "where e.id = renewal.entitlement_id"
)


def repeat_beside_renewals(db: Database, entitlement_ids: Iterable[int]) -> None:
    """To be called after entitlements were changed."""
    db.conn.executemany(
        f"{_REPEATED} and renewal.entitlement_id = ?", ((id_,) for id_ in entitlement_ids)
    )


def repeat_of_customers(db: Database, customer_ids: Iterable[str]) -> None:
    """To be called after customers were changed."""
    db.conn.executemany(f"{_REPEATED} and e.customer_id = ?", ((id_,) for id_ in customer_ids))
