"""What a test needs around a family: an entitlement, the rules and products of a day, prices."""

from __future__ import annotations

import csv
import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from resellerdesk.core.catalogue import Catalogue, Product
from resellerdesk.core.entitlement import AnyEntitlement, Context, Entitlement, Holding, Renewal
from resellerdesk.core.period import DAY, Period, months_later
from resellerdesk.core.policy import Policy, PolicyBook, PolicyRow
from resellerdesk.core.situation import Situation
from resellerdesk.sdk.family import AnyFamily
from resellerdesk.sdk.layout import AnyLayout, Cell, Imported
from resellerdesk.sdk.reading import Unreadable
from resellerdesk.sdk.testing.by_type import Around
from resellerdesk.sdk.testing.case import Case, situation
from resellerdesk.sdk.testing.values import plainest

END = date(2026, 12, 31)
"""The last day covered, where a test names no other."""


def situate(
    family: AnyFamily, held: AnyEntitlement, as_of: date, *, rules: Sequence[PolicyRow] = (),
    products: Iterable[Product] | None = None, holdings: Sequence[Holding[Any]] = (),
    settings: BaseModel | None = None, region: str = "EMEA", currency: str = "EUR",
) -> Case:
    """An entitlement on a day, as a desk would hand it to its family.

    `rules` join the shipped ones as a desk's own rows do; `products` replace the catalogue.
    """
    policy = policy_of(family, as_of, rules=rules, region=region, vendor=held.vendor)
    known = family.catalogue if products is None else products
    first = family.workflow.first
    ctx: Context[Any, Any, Any] = Context(
        as_of, region, Situation.ON_TIME, settings or family.settings(),
        Renewal(first.key, first.phase, family.facts()), policy,
        Catalogue([product for product in known if product.vendor == held.vendor]),
        tuple(holdings), currency,
    )
    return Case(family, held, replace(ctx, situation=situation(family, held, ctx)))


def policy_of(
    family: AnyFamily, as_of: date, *, rules: Sequence[PolicyRow] = (), region: str = "EMEA",
    vendor: str = "",
) -> Policy:
    """The shipped rules of a vendor on a day, joined by others; without a vendor its own."""
    book = PolicyBook([*family.policy, *rules])
    return Policy(book, vendor or family.vendor, family.key, region, as_of)


def entitlement(
    family: AnyFamily, details: Mapping[str, Any] = types.MappingProxyType({}), *,
    reference: str = "4711", sku: str = "", end: date = END, quantity: int = 1,
    vendor: str = "", customer: str = "C-1", description: str = "", program: str = "",
) -> AnyEntitlement:
    """Something held for the year until `end`; of the details, what is required and not given
    is drawn. Without a SKU it is the first product of the family's catalogue."""
    vendor = vendor or family.vendor
    skus = [product.sku for product in family.catalogue if product.vendor == vendor]
    around = Around(reference, end, end)
    return Entitlement(
        family.key, reference, vendor, customer, sku or next(iter(skus), "SKU-1"),
        description or reference, quantity, Period(months_later(end + DAY, -12), end), program,
        plainest(family.details, around, details),
    )


def held_as(family: AnyFamily, row: Imported[Any]) -> AnyEntitlement:
    """What a row of an export becomes on a desk."""
    return Entitlement(
        family.key, row.reference, row.vendor or family.vendor, row.customer, row.sku,
        row.description, row.quantity, Period(row.start, row.end), row.program, row.details,
    )


def from_export(
    family: AnyFamily, layout: AnyLayout, path: Path, *, encoding: str = "utf-8-sig",
    delimiter: str = ",",
) -> Sequence[AnyEntitlement]:
    """The entitlements of a CSV file, read by a layout; rows that it rejects are left out."""
    with path.open(encoding=encoding, newline="") as file:
        rows = [_read(layout, cells) for cells in csv.DictReader(file, delimiter=delimiter)]
    return [held_as(family, row) for row in rows if isinstance(row, Imported)]


def _read(layout: AnyLayout, cells: Mapping[str, Cell]) -> object:
    try:
        return layout.row(cells)
    except Unreadable as unreadable:
        return unreadable.rejected
