"""What an order's renewals say of it, and whether a vendor shows what was ordered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resellerdesk.core.merging import Columns
from resellerdesk.core.order import Ordered, order_status
from resellerdesk.core.phase import Phase

from core.building import charge, fee_of, item, once, price_row, quote, span

ORDERED, WON, GONE = Phase.ORDERED, Phase.WON, None
YEAR = "2027-01-01 .. 2027-12-31"


@pytest.mark.parametrize(
    ("phases", "given_out", "status"),
    [
        ([ORDERED, ORDERED], False, "new"),
        ([ORDERED, ORDERED], True, "given_out"),
        ([ORDERED, WON], False, "part"),
        ([ORDERED, WON], True, "part"),
        ([WON, WON], True, "done"),
        ([WON], False, "done"),
        ([GONE, GONE], False, "cancelled"),
        ([GONE, GONE], True, "cancelled"),
        ([GONE, ORDERED], False, "new"),
        ([GONE, ORDERED], True, "given_out"),
        ([GONE, WON], True, "done"),
        ([GONE, WON, ORDERED], True, "part"),
        ([], False, "cancelled"),
    ],
)
def test_its_status_follows_from_its_renewals(
    phases: list[Phase | None], given_out: bool, status: str
) -> None:
    assert order_status(phases, given_out) == status


def ordered(*charges: object) -> Ordered:
    line = item(*charges)  # type: ignore[arg-type]
    rows = (price_row("100.00"), price_row("60.00", sku="LICENCE", term=0))
    return Ordered(line, quote([line], *rows).lines, ())


RENEWED = ordered(charge(YEAR, 15, sku="MAINT"))
HELD = Columns("Acme", "C-1", "MAINT-NEW", "Maintenance", 15, "", span("2026-01-01 .. 2026-12-31"),
               {})
SEEN = replace(HELD, sku="MAINT", period=span(YEAR))


def test_its_term_is_the_line_that_the_renewal_moves_on_to() -> None:
    arrears = charge("2026-10-01 .. 2026-11-23", 5, id="arrears", role="arrears",
                     kind="back_maintenance")
    part = ordered(arrears, fee_of("arrears"), charge("2026-11-24 .. 2027-11-23", 5))
    assert part.term is not None
    assert part.term.period == span("2026-11-24 .. 2027-11-23")
    assert ordered(once("LICENCE")).term is None


@pytest.mark.parametrize(
    ("changes", "differs"),
    [
        ({}, False),
        ({"sku": "MAINT-NEW"}, False),  # the vendor still lists what was held
        ({"sku": "OTHER"}, True),
        ({"quantity": 14}, True),
        ({"period": span("2027-01-01 .. 2028-12-31")}, True),
        ({"period": span("2027-02-01 .. 2027-12-31")}, True),
        ({"description": "Other words"}, False),
    ],
)
def test_what_a_vendor_shows_against_what_was_ordered(
    changes: dict[str, object], differs: bool
) -> None:
    assert RENEWED.differs_from(replace(SEEN, **changes), HELD) is differs  # type: ignore[arg-type]


def test_a_one_off_charge_orders_no_days() -> None:
    bought = ordered(replace(once("LICENCE", 15, role="term", kind="new"), id="term"))
    seen = replace(SEEN, sku="LICENCE")
    assert not bought.differs_from(seen, HELD)
    assert bought.differs_from(replace(seen, quantity=3), HELD)
