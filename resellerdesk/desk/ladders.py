"""The other options of a quote's lines for the same days, priced as if all lines took them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from resellerdesk.core.assembling import bill_of
from resellerdesk.core.charge import Offer
from resellerdesk.core.ladder import Rung, price_each, siblings
from resellerdesk.core.option import Option
from resellerdesk.core.pricing import Bill, price_bills
from resellerdesk.core.quote import Item
from resellerdesk.desk.case import Case
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.offering import market_of, name_of, offer_of, pick, price_rows, skus_of
from resellerdesk.desk.quote_items import Wanted
from resellerdesk.extensions.fault import Faulted
from resellerdesk.store.engine import Database


@dataclass(frozen=True, slots=True)
class _Other:
    """What could have been picked instead for one item, without add-ons."""

    option: Option
    offer: Offer
    bill: Bill


def with_ladders(
    desk: Desk, db: Database, items: Sequence[Item], wanted: Sequence[Wanted]
) -> tuple[Item, ...]:
    """The items, each with its other options, where those charge anything else than it does."""
    others = {
        item.ref: list(_others(desk, item, line))
        for item, line in zip(items, wanted, strict=True)
    }
    amounts = _amounts(db, wanted, others)
    return tuple(replace(item, ladder=_ladder(item.ref, others[item.ref], amounts))
                 for item in items)


def _others(desk: Desk, item: Item, line: Wanted) -> Iterator[_Other]:
    for option in siblings(item.picked, line.options):
        try:
            offer = offer_of(desk, line.case, pick(option, item.picked.period,
                                                   item.picked.quantity))
        except Faulted:
            continue  # what was picked is quoted all the same
        bill = replace(bill_of(item), name=name_of(line.case, offer.charges),
                       charges=offer.charges)
        if offer.charges and offer.charges != item.offer.charges:
            yield _Other(option, offer, bill)


def _amounts(
    db: Database, wanted: Sequence[Wanted], others: Mapping[str, Sequence[_Other]]
) -> dict[str, dict[str, int]]:
    """By the option's key and the item's ref; what has no price is not there."""
    by_key: dict[str, list[Bill]] = {}
    skus: set[tuple[str, str]] = set()
    cases: dict[str, Case] = {line.case.ref: line.case for line in wanted}
    for ref, found in others.items():
        for other in found:
            by_key.setdefault(other.option.key, []).append(other.bill)
            skus |= skus_of(cases[ref], other.offer)
    if not skus:
        return {}
    first = wanted[0].case
    market = market_of(first, price_rows(db, skus, first.customer.currency))
    return {
        key: price_each(bills, lambda bills: price_bills(bills, market))
        for key, bills in by_key.items()
    }


def _ladder(
    ref: str, others: Sequence[_Other], amounts: Mapping[str, Mapping[str, int]]
) -> tuple[Rung, ...]:
    return tuple(
        Rung(other.option.key, other.option.title,
             tuple(fact for fact in other.offer.facts if not fact.internal),
             amounts[other.option.key][ref], other.option.current)
        for other in others if ref in amounts[other.option.key]
    )
