"""The ways to go on with one entitlement, each with its price (docs/cli.md, options)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from resellerdesk.core.charge import Offer
from resellerdesk.core.derivation import Discount
from resellerdesk.core.fact import Fact, Table
from resellerdesk.core.option import AddOn, Option
from resellerdesk.core.period import Period
from resellerdesk.core.pricebook import MissingPrice, PriceRow
from resellerdesk.core.pricing import Line, price_bills
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.desk.case import Case, load_case
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.offering import (
    bill,
    market_of,
    offer_of,
    options_of,
    pick,
    price_rows,
    skus_of,
)
from resellerdesk.desk.resolving import resolve
from resellerdesk.desk.rules import load_rules
from resellerdesk.extensions.fault import Faulted
from resellerdesk.store.engine import Database


@dataclass(frozen=True, slots=True)
class PricedAddOn:
    """An add-on with what it comes to, in minor units; None where it has no price."""

    addon: AddOn
    total: int | None


@dataclass(frozen=True, slots=True)
class PricedOption:
    """An option with its period and total before tax, in minor units; None with a `why`.

    `difference` is to the option that the customer has today.
    """

    option: Option
    period: Period
    total: int | None
    difference: int | None
    why: Text | None
    addons: tuple[PricedAddOn, ...]
    facts: tuple[Fact, ...]
    tables: tuple[Table, ...]
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """All options of one entitlement, in its family's order."""

    ref: str
    currency: str
    options: tuple[PricedOption, ...]


def choices(desk: Desk, ref: str, as_of: date) -> Choices:
    """The options of an entitlement with their prices. Raises Refusal for an unknown REF, a
    family that is not loaded, or a plugin that fails."""
    with desk.store.read() as db:
        case = load_case(desk, db, load_rules(desk, db, as_of), resolve(db, ref))
        try:
            priced = [_priced(desk, db, case, option) for option in options_of(desk, case)]
        except Faulted as faulted:
            raise Refusal(faulted.fault.text) from faulted
    return Choices(case.ref, case.customer.currency, tuple(_with_differences(priced)))


def _priced(desk: Desk, db: Database, case: Case, option: Option) -> PricedOption:
    if option.unpriced is not None:
        offer = offer_of(desk, case, pick(option))
        return _unpriced(case, option, offer, option.unpriced)
    everything = offer_of(
        desk, case, pick(option, addons={addon.key: 1 for addon in option.addons})
    )
    rows = price_rows(db, skus_of(case, everything), case.customer.currency)
    offer = offer_of(desk, case, pick(option))
    try:
        lines = _lines(case, offer, rows)
    except MissingPrice as missing:
        why = T("price on request: {missing}", missing=missing.why)
        return _unpriced(case, option, offer, why)
    addons = tuple(PricedAddOn(a, _addon_total(case, everything, a, rows)) for a in option.addons)
    return PricedOption(
        option, option.period, sum(line.amount for line in lines), None, None, addons,
        offer.facts, offer.tables, _notes(case, option, offer),
    )


def _unpriced(case: Case, option: Option, offer: Offer, why: Text) -> PricedOption:
    return PricedOption(
        option, option.period, None, None, why, (), offer.facts, offer.tables,
        _notes(case, option, offer),
    )


def _notes(case: Case, option: Option, offer: Offer) -> tuple[Text, ...]:
    notes = [option.ceiling_why] if option.is_cut and option.ceiling_why else []
    if option.opens is not None and option.opens > case.ctx.as_of:
        notes.append(T("It can be ordered from {day} on.", day=option.opens))
    return (*notes, *offer.notes)


def _lines(case: Case, offer: Offer, rows: Iterable[PriceRow]) -> list[Line]:
    return price_bills([bill(case, offer.charges, Discount())], market_of(case, tuple(rows)))


def _addon_total(
    case: Case, everything: Offer, addon: AddOn, rows: Iterable[PriceRow]
) -> int | None:
    """What an add-on comes to: its charge carries its key; without a charge it is free."""
    charges = tuple(charge for charge in everything.charges if charge.id == addon.key)
    try:
        return sum(line.amount for line in _lines(case, replace(everything, charges=charges), rows))
    except MissingPrice:
        return None


def _with_differences(priced: list[PricedOption]) -> Iterable[PricedOption]:
    today = next((item.total for item in priced if item.option.current), None)
    for item in priced:
        if today is None or item.total is None:
            yield item
        else:
            yield replace(item, difference=item.total - today)
