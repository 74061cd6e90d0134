"""How an amount came about, step by step, for the reseller alone (docs/domain.md, 3, rule 5)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from resellerdesk.core.money import Money
from resellerdesk.core.pricebook import ONE_OFF, PriceRow
from resellerdesk.core.proration import UnitPrice
from resellerdesk.core.text import StoredValue, T, Text


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way to an amount: its name and what it gave."""

    step: str
    value: StoredValue


@dataclass(frozen=True, slots=True)
class Discount:
    """A discount in percent: on the whole quote, or `named` for one entitlement; who gave it."""

    percent: Decimal = Decimal(0)
    named: bool = False
    granted_by: str = ""


def unit_steps(unit: UnitPrice) -> list[Step]:
    """From the price rows to the rounded unit list price."""
    steps = [Step("price_row", _row_text(row)) for row in unit.rows]
    if unit.years and unit.whole is not None:
        steps.append(Step("whole_years", _years_text(unit.years, unit.whole)))
    if unit.parts and unit.annual is not None:
        steps.append(Step("stub", _stub_text(unit, unit.annual)))
    steps.append(Step("exact", f"{unit.exact} minor units"))
    steps.append(Step("rounding", T("once, half away from zero, to the minor unit")))
    return steps


def share_steps(of: str, percent: Decimal, base: Money, exact: str) -> list[Step]:
    """From another charge's unit net to a fee's unit price."""
    return [
        Step("share", T("{percent} % of the unit net of {charge}, {base}",
                        percent=percent, charge=of, base=base)),
        Step("exact", f"{exact} minor units"),
        Step("rounding", T("once, half away from zero, to the minor unit")),
    ]


def line_steps(unit_list: Money, discount: Discount, unit_net: Money, quantity: int,
               amount: Money, unit_cost: Money | None) -> list[Step]:
    """From the unit list price to the amount, and what it costs."""
    return [
        Step("unit_list", unit_list),
        Step("discount", _discount_text(discount)),
        Step("unit_net", unit_net),
        Step("quantity", quantity),
        Step("amount", amount),
        Step("unit_cost", unit_cost if unit_cost is not None else T("unknown")),
    ]


def how_it_came_about(unit: UnitPrice) -> Text | None:
    """In the customer's words, for a price with a remainder; None where there is none.

    "120.00 a year: 1 year + 91 of 366 days".
    """
    if not unit.parts or unit.annual is None:
        return None
    rest = T("{n} of {of} days", n=unit.parts, of=unit.whole_parts)
    if unit.stub == "monthly":
        rest = T("{n} of 12 months", n=unit.parts)
    price = Money(unit.annual.unit_price, unit.annual.currency)
    if unit.years == 0 or unit.whole is None:
        return T("{price} a year: {rest}", price=price, rest=rest)
    years = _count_of_years(unit.years)
    if unit.whole.term_months == 12:
        return T("{price} a year: {years} + {rest}", price=price, years=years, rest=rest)
    whole = Money(unit.whole.unit_price, unit.whole.currency)
    return T("{years} at {whole}, then {price} a year: {rest}",
             years=years, whole=whole, price=price, rest=rest)


def _count_of_years(years: int) -> Text:
    return Text("{n} year", {"n": years}, plural="{n} years", count="n")


def _row_text(row: PriceRow) -> Text:
    price = Money(row.unit_price, row.currency)
    term = T("one-off") if row.term_months == ONE_OFF else T("{n} months", n=row.term_months)
    until = row.valid_to if row.valid_to is not None else T("further notice")
    return T(
        "{sku} {price} ({term}, program {program}, from {quantity} units, "
        "valid {start} to {until})",
        sku=row.sku, price=price, term=term, program=row.program or T("any"),
        quantity=row.min_quantity, start=row.valid_from, until=until,
    )


def _years_text(years: int, whole: PriceRow) -> Text:
    price = Money(whole.unit_price, whole.currency)
    if whole.term_months == 12:
        return T("{years} x {price}", years=years, price=price)
    return T("{years} by the row for {months} months, {price}",
             years=_count_of_years(years), months=whole.term_months, price=price)


def _stub_text(unit: UnitPrice, annual: PriceRow) -> Text:
    price = Money(annual.unit_price, annual.currency)
    if unit.stub == "monthly":
        return T("{n} begun months of 12 of {price}", n=unit.parts, price=price)
    return T("{n} of {of} days of {price}", n=unit.parts, of=unit.whole_parts, price=price)


def _discount_text(discount: Discount) -> Text:
    if not discount.percent:
        return T("none")
    scope = T("for this entitlement") if discount.named else T("on the quote")
    return T("{percent} % {scope}, granted by {who}",
             percent=discount.percent, scope=scope, who=discount.granted_by)
