"""What it would cost to wait: charged late, at today's list prices, besides the new term."""

from __future__ import annotations

from resellerdesk.core.charge import Late
from resellerdesk.core.late import LateCost, late_costs

from core.building import bill, charge, fee_of, market, once, percent_off, price_row

YEAR = "2027-01-01 .. 2027-12-31"
ROWS = (price_row("120.00"), price_row("100.00", min_quantity=25),
        price_row("60.00", sku="CHECK", term=0))
BACK = charge("2027-01-01 .. 2027-01-30", 10, id="back", role="arrears")
REINSTATED = Late(30, (BACK, fee_of("back")))
INSPECTED = Late(30, (once("CHECK", role="fee"),))


def test_a_month_of_back_maintenance_and_its_fee() -> None:
    """30 of 365 days of 120.00 are 9.86 a unit, 20 % of that 1.97: ten units, 118.30."""
    offered = [(bill(charge(YEAR, 10)), REINSTATED)]
    assert late_costs(offered, market(*ROWS)) == (LateCost(30, ("any:1",), 11_830),)


def test_no_discount_is_promised_for_later() -> None:
    offered = [(bill(charge(YEAR, 10), discount=percent_off("50", named=True)), REINSTATED)]
    assert late_costs(offered, market(*ROWS)) == (LateCost(30, ("any:1",), 11_830),)


def test_the_bands_are_those_of_the_terms() -> None:
    """25 units in terms: the price from 25 on holds for the 10 of back maintenance too."""
    offered = [(bill(charge(YEAR, 15)), REINSTATED), (bill(charge(YEAR, 10), ref="any:2"), None)]
    [cost] = late_costs(offered, market(*ROWS))
    assert (cost.refs, cost.amount) == (("any:1",), 10 * (822 + 164))


def test_several_are_added_up_by_their_days() -> None:
    offered = [(bill(charge(YEAR), ref="any:1"), INSPECTED),
               (bill(charge(YEAR), ref="any:2"), INSPECTED),
               (bill(charge(YEAR), ref="any:3"), Late(15, INSPECTED.charges))]
    assert late_costs(offered, market(*ROWS)) == (
        LateCost(15, ("any:3",), 6_000), LateCost(30, ("any:1", "any:2"), 12_000),
    )


def test_what_is_already_charged_late_under_the_same_name_stays_apart() -> None:
    offered = [(bill(BACK, charge(YEAR, 10)), REINSTATED)]
    assert late_costs(offered, market(*ROWS)) == (LateCost(30, ("any:1",), 11_830),)


def test_without_a_price_nothing_is_said() -> None:
    unknown = Late(30, (once("UNKNOWN"),))
    offered = [(bill(charge(YEAR), ref="any:1"), unknown),
               (bill(charge(YEAR), ref="any:2"), INSPECTED)]
    assert late_costs(offered, market(*ROWS)) == (LateCost(30, ("any:2",), 6_000),)
    assert late_costs([(bill(charge(YEAR)), None)], market(*ROWS)) == ()
