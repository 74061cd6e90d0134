"""What a family offers, checked: its options, and the charges of one; ready to be priced."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import cast

from resellerdesk.core.charge import Charge, Offer, Share
from resellerdesk.core.derivation import Discount
from resellerdesk.core.option import Option, Picked
from resellerdesk.core.period import Period
from resellerdesk.core.pricebook import PriceBook, PriceRow
from resellerdesk.core.pricing import Bill, Market
from resellerdesk.core.proration import Stub
from resellerdesk.core.text import Label
from resellerdesk.desk.case import Case
from resellerdesk.desk.desk import Desk
from resellerdesk.extensions.fault import Faulted, PluginFault
from resellerdesk.sdk.answers import offer_lacks, options_lack
from resellerdesk.store.engine import Database
from resellerdesk.store.prices import prices_of

DAILY: Stub = "daily"


def options_of(desk: Desk, case: Case) -> tuple[Option, ...]:
    """The family's options, checked: keys once each, exactly one recommended.

    Raises Faulted where the family fails or breaks that.
    """
    where = case.where("options")
    found = desk.extensions.guard.several(
        where, Option, case.family.options, case.entitlement, case.ctx
    )
    lacks = options_lack(found)
    if lacks:
        raise Faulted(PluginFault(where, lacks))
    return found


def pick(
    option: Option, period: Period | None = None, quantity: int | None = None,
    addons: Mapping[str, int] | None = None,
) -> Picked:
    """An option as picked; its own period and quantity where none is given."""
    wanted = option.quantity if quantity is None else quantity
    return Picked(option, period or option.period, wanted, addons or {})


def offer_of(desk: Desk, case: Case, picked: Picked) -> Offer:
    """The family's offer, checked. Raises Faulted where it fails or is not sound."""
    where = case.where("offer")
    offer = desk.extensions.guard.one(
        where, Offer, case.family.offer, case.entitlement, picked, case.ctx
    )
    lacks = offer_lacks(offer)
    if lacks:
        raise Faulted(PluginFault(where, lacks))
    return offer


def stub_of(case: Case) -> Stub:
    """How the vendor counts the remainder of a year: policy `stub`."""
    return cast(Stub, case.ctx.policy.value("stub") or DAILY)


def name_of(case: Case, charges: Iterable[Charge]) -> Label:
    """What a term is called: its product's title, else what is held."""
    for charge in charges:
        if not isinstance(charge, Share) and charge.role == "term":
            product = case.ctx.catalogue.product(charge.sku)
            if product is not None:
                return product.title
    return case.entitlement.description


def bill(case: Case, charges: Sequence[Charge], discount: Discount) -> Bill:
    """The charges of one case, ready to be priced."""
    return Bill(
        case.ref, case.entitlement.family, case.entitlement.vendor, case.entitlement.program,
        name_of(case, charges), stub_of(case), tuple(charges), discount,
    )


def skus_of(case: Case, offer: Offer) -> set[tuple[str, str]]:
    """The (vendor, SKU) of every charge that is priced by a row of its own."""
    return {
        (case.entitlement.vendor, charge.sku)
        for charge in offer.charges
        if not isinstance(charge, Share)
    }


def price_rows(
    db: Database, skus: Collection[tuple[str, str]], currency: str
) -> tuple[PriceRow, ...]:
    """All rows, of whatever days, of some (vendor, SKU) in one currency."""
    return tuple(prices_of(db, skus, currency))


def market_of(case: Case, rows: Sequence[PriceRow]) -> Market:
    """Where one case alone is priced."""
    customer = case.customer
    return Market(PriceBook(rows), customer.currency, case.ctx.as_of, customer.agreed_quantity)
