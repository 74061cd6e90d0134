"""Which entitlements a family is asked about, and on which days."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from pydantic import ValidationError

from resellerdesk.core.entitlement import AnyEntitlement, Holding
from resellerdesk.core.period import DAY
from resellerdesk.core.phase import Phase
from resellerdesk.core.policy import EVERYWHERE, PolicyRow
from resellerdesk.core.situation import gone_after, grace_end
from resellerdesk.sdk.family import AnyFamily, Read
from resellerdesk.sdk.testing.by_type import Around
from resellerdesk.sdk.testing.case import Case
from resellerdesk.sdk.testing.situating import entitlement, policy_of, situate
from resellerdesk.sdk.testing.values import instances

DRAWN = 50
"""How many entitlements a hypothesis strategy is asked for."""

_THOROUGHLY = 3
"""How many of the entitlements given are asked on every day worth asking."""
_FLEET = 12
_FAR = timedelta(days=5 * 365)


@dataclass(frozen=True, slots=True)
class Subject:
    """One entitlement, with rules and holdings around it; `thorough`: asked on many days."""

    held: AnyEntitlement
    thorough: bool
    rules: tuple[PolicyRow, ...] = ()
    holdings: tuple[Holding[Any], ...] = ()


def given_entitlements(family: AnyFamily, given: Any) -> Sequence[AnyEntitlement]:
    """Those of a list or a hypothesis strategy; where nothing is given, some are made up."""
    if given is None:
        return made_up(family)
    return list(given) if isinstance(given, Iterable) else _drawn(given)


def made_up(family: AnyFamily) -> Sequence[AnyEntitlement]:
    """One of each product of the family's catalogue, its details drawn."""
    skus = [product.sku for product in family.catalogue if product.vendor == family.vendor]
    return [
        entitlement(family, reference=f"KIT-{number}", sku=sku, quantity=10)
        for number, sku in enumerate(skus or ["SKU-1"], 1)
    ]


def subjects(family: AnyFamily, held: Sequence[AnyEntitlement]) -> Iterator[Subject]:
    """The entitlements given; the first one also with each of its details varied, in a term of
    grace, and among many, so that no situation depends on what a sample happens to hold."""
    for number, one in enumerate(held):
        yield Subject(one, number < _THOROUGHLY, holdings=_holdings(family, one, 1))
    first = held[0]
    grace = PolicyRow(first.vendor, family.key, EVERYWHERE, "grace_days", date.min, "30")
    latest = [row for row in family.policy if row.name == "grace_days"]
    yield Subject(first, True, (*(replace(row, value="30") for row in latest), grace),
                  _holdings(family, first, 1))
    for details in varied_details(family, first):
        other = replace(first, details=details)
        yield Subject(other, False, holdings=_holdings(family, other, 1))
    if Read.HOLDINGS in family.reads:
        yield Subject(first, False, holdings=())
        yield Subject(first, False, holdings=_holdings(family, first, _FLEET))


def varied_details(family: AnyFamily, held: AnyEntitlement) -> Iterator[Any]:
    """The details of an entitlement with one value changed at a time."""
    around = Around(held.reference, held.period.end, held.period.end)
    known = {name: getattr(held.details, name) for name in held.details.model_fields_set}
    for drawn in instances(family.details, around):
        for name in drawn.model_fields_set:
            changed = {**known, name: getattr(drawn, name)}
            try:
                varied = family.details.model_validate(changed)
            except ValidationError:
                continue  # details that have to fit each other
            if varied != held.details:
                yield varied


def days_of(subject: Subject, family: AnyFamily) -> Iterator[date]:
    """Days on both sides of each border: the end, grace, what is gone, days in the details."""
    held, end = subject.held, subject.held.period.end
    early = end - timedelta(days=30)
    if not subject.thorough:
        yield from (early, end + DAY, end + timedelta(days=1_000), *_dates_of(held))
        return
    policy = policy_of(family, early, rules=subject.rules, vendor=held.vendor)
    borders = [grace_end(end, policy), gone_after(end, policy), *_dates_of(held)]
    yield from (end - timedelta(days=400), end - timedelta(days=100), early, end, end + DAY)
    for border in borders:
        yield from (border, border + DAY)


def situated(family: AnyFamily, subject: Subject, day: date) -> Case:
    """A subject on a day."""
    return situate(
        family, subject.held, day, rules=subject.rules, holdings=subject.holdings
    )


def _dates_of(held: AnyEntitlement) -> list[date]:
    """The days in its details, where a last day or a ceiling may lie."""
    days = [value for _, value in held.details if type(value) is date]
    return [day for day in days if abs(day - held.period.end) < _FAR]


def _holdings(family: AnyFamily, held: AnyEntitlement, many: int) -> tuple[Holding[Any], ...]:
    """What the customer holds of the family, this one included; for families that read it."""
    if Read.HOLDINGS not in family.reads:
        return ()
    others = [replace(held, reference=f"{held.reference}-{n}") for n in range(1, many)]
    return tuple(Holding(one, Phase.OPEN) for one in (held, *others))


def _drawn(strategy: Any) -> Sequence[AnyEntitlement]:
    """What a hypothesis strategy brings, the same in each run."""
    hypothesis = sys.modules["hypothesis"]
    found: list[AnyEntitlement] = []

    @hypothesis.settings(  # type: ignore[untyped-decorator]
        max_examples=DRAWN, derandomize=True, database=None, deadline=None
    )
    @hypothesis.given(strategy)  # type: ignore[untyped-decorator]
    def take(held: AnyEntitlement) -> None:
        found.append(held)

    take()
    return found
