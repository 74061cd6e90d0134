"""When the next whole term costs less than the period asked for (docs/domain.md, 3, rule 7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from resellerdesk.core.charge import Charge, Recurring, Share
from resellerdesk.core.money import Money
from resellerdesk.core.period import Period, measure, term
from resellerdesk.core.pricebook import MissingPrice
from resellerdesk.core.pricing import Bill, Line, Market, band_quantities, price_bills
from resellerdesk.core.text import T, Text


def cheaper_terms(bills: Sequence[Bill], lines: Sequence[Line], market: Market) -> list[Text]:
    """A note for each line with a remainder that a longer whole term would undercut."""
    bands = band_quantities(bills, market.agreed_quantity)
    by_charge = {(line.ref, line.charge): line for line in lines if line.how is not None}
    notes = []
    for bill in bills:
        for charge in bill.charges:
            if not isinstance(charge, Share) and (bill.ref, charge.id) in by_charge:
                line = by_charge[bill.ref, charge.id]
                notes += _note(bill, charge, line, market, bands)
    return notes


def _note(
    bill: Bill, charge: Charge, line: Line, market: Market,
    bands: Mapping[tuple[str, str], int],
) -> list[Text]:
    if not isinstance(charge, Recurring) or charge.role != "term":
        return []
    longer = _next_whole_term(charge.period)
    if bill.ceiling is not None and longer.end > bill.ceiling:
        return []
    alone = replace(bill, charges=(replace(charge, period=longer),))
    level = bands[bill.vendor, charge.sku]
    try:
        [dearer] = price_bills([alone], replace(market, agreed_quantity=level))
    except MissingPrice:
        return []
    if dearer.unit_net >= line.unit_net:
        return []
    return [
        T(
            "{sku}: a term until {end} costs {price} a unit, less than the period quoted.",
            sku=line.sku, end=longer.end, price=Money(dearer.unit_net, market.currency),
        )
    ]


def _next_whole_term(period: Period) -> Period:
    return term(period.start, 12 * (measure(period).years + 1))
