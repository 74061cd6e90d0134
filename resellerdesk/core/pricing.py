"""From charges to priced lines (docs/domain.md, section 3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from resellerdesk.core.charge import DISCOUNTED_WITH_THE_QUOTE, Charge, Once, Recurring, Role, Share
from resellerdesk.core.derivation import (
    Discount,
    Step,
    how_it_came_about,
    line_steps,
    share_steps,
    unit_steps,
)
from resellerdesk.core.money import Money, percent_of, round_half_up
from resellerdesk.core.period import Period
from resellerdesk.core.pricebook import MissingPrice, PriceBook, PriceRow, Wanted
from resellerdesk.core.proration import Stub, one_off_price, period_price
from resellerdesk.core.text import StoredLabel, Text


@dataclass(frozen=True, slots=True)
class Bill:
    """The charges of one entitlement, with all that pricing must know of it.

    `name` describes what is renewed, where a charge has no title of its own; no term may run
    past `ceiling`.
    """

    ref: str
    family: str
    vendor: str
    program: str
    name: StoredLabel
    stub: Stub
    charges: tuple[Charge, ...]
    discount: Discount
    ceiling: date | None = None


@dataclass(frozen=True, slots=True)
class Market:
    """What all lines of a quote share: prices, currency, day, and the customer's level."""

    book: PriceBook
    currency: str
    as_of: date
    agreed_quantity: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A priced charge; amounts in minor units of the quote's currency.

    `how` says in the customer's words how a price with a remainder came about; `unit_cost` and
    `derivation` are the reseller's own.
    """

    ref: str
    family: str
    vendor: str
    charge: str
    sku: str
    description: StoredLabel
    kind: str
    role: Role
    period: Period
    quantity: int
    unit_list: int
    discount: Discount
    unit_net: int
    amount: int
    unit_cost: int | None
    how: Text | None
    derivation: tuple[Step, ...]
    prices: tuple[PriceRow, ...]

    @property
    def margin(self) -> int | None:
        """Amount less cost; None where the cost is unknown."""
        return None if self.unit_cost is None else self.amount - self.unit_cost * self.quantity


def price_bills(bills: Sequence[Bill], market: Market) -> list[Line]:
    """The lines of a quote, in the order of its bills. Raises MissingPrice, naming the row."""
    bands = band_quantities(bills, market.agreed_quantity)
    return [line for bill in bills for line in _price_bill(bill, market, bands)]


def band_quantities(bills: Sequence[Bill], agreed: int) -> Mapping[tuple[str, str], int]:
    """How much counts for the bands of each (vendor, SKU): term charges, each entitlement once,
    or the customer's agreed level if that is more."""
    per_bill: dict[tuple[str, str], dict[str, int]] = {}
    for bill in bills:
        for charge in bill.charges:
            if not isinstance(charge, Share) and charge.role == "term":
                of_sku = per_bill.setdefault((bill.vendor, charge.sku), {})
                of_sku[bill.ref] = max(of_sku.get(bill.ref, 0), charge.quantity)
    return {key: max(agreed, sum(counts.values())) for key, counts in per_bill.items()}


@dataclass(frozen=True, slots=True)
class _Unit:
    """One unit of a charge: what it lists at and costs, for which days, and why."""

    sku: str
    quantity: int
    role: Role
    period: Period
    unit_list: int
    unit_cost: int | None
    steps: list[Step]
    how: Text | None = None
    prices: tuple[PriceRow, ...] = ()


def _price_bill(bill: Bill, market: Market, bands: Mapping[tuple[str, str], int]) -> list[Line]:
    lines: dict[str, Line] = {}
    for charge in bill.charges:
        if isinstance(charge, Share):
            unit = _unit_of_share(charge, lines[charge.of], market.currency)
        else:
            try:
                unit = _unit_of(bill, charge, market, bands)
            except MissingPrice as missing:
                raise missing.on_line(bill.ref) from None
        lines[charge.id] = _line(bill, charge, unit, market.currency)
    return list(lines.values())


def _unit_of(
    bill: Bill, charge: Recurring | Once, market: Market, bands: Mapping[tuple[str, str], int]
) -> _Unit:
    level = max(charge.quantity, market.agreed_quantity)
    wanted = Wanted(
        bill.vendor, charge.sku, market.currency, bill.program,
        bands.get((bill.vendor, charge.sku), level), market.as_of,
    )
    if isinstance(charge, Recurring):
        period, unit = charge.period, period_price(market.book, wanted, charge.period, bill.stub)
    else:
        # A one-off line stands on the as-of date: start = end, one day.
        period, unit = Period(market.as_of, market.as_of), one_off_price(market.book, wanted)
    return _Unit(
        charge.sku, charge.quantity, charge.role, period, unit.amount, unit.cost,
        unit_steps(unit), how_it_came_about(unit), unit.rows,
    )


def _unit_of_share(share: Share, base: Line, currency: str) -> _Unit:
    exact = percent_of(base.unit_net, share.percent)
    cost = base.unit_cost
    if cost is not None:
        cost = round_half_up(percent_of(cost, share.percent))
    steps = share_steps(share.of, share.percent, Money(base.unit_net, currency), str(exact))
    return _Unit(
        base.sku, base.quantity, "fee", base.period, round_half_up(exact), cost, steps
    )


def _line(bill: Bill, charge: Charge, unit: _Unit, currency: str) -> Line:
    undiscounted = isinstance(charge, Share) or not _reaches(bill.discount, unit.role)
    discount = Discount() if undiscounted else bill.discount
    net = discounted(unit.unit_list, discount.percent)
    amount = net * unit.quantity
    cost = None if unit.unit_cost is None else Money(unit.unit_cost, currency)
    steps = unit.steps + line_steps(
        Money(unit.unit_list, currency), discount, Money(net, currency), unit.quantity,
        Money(amount, currency), cost,
    )
    return Line(
        bill.ref, bill.family, bill.vendor, charge.id, unit.sku, charge.title or bill.name,
        charge.kind, unit.role, unit.period, unit.quantity, unit.unit_list, discount, net, amount,
        unit.unit_cost, unit.how, tuple(steps), unit.prices,
    )


def discounted(unit_list: int, percent: Decimal) -> int:
    """Unit net: list less the discount, rounded half away from zero to the minor unit."""
    return round_half_up(Fraction(unit_list) * (100 - Fraction(percent)) / 100)


def _reaches(discount: Discount, role: Role) -> bool:
    return discount.named or role in DISCOUNTED_WITH_THE_QUOTE
