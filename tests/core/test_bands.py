"""How many units count for a quantity band (docs/domain.md, section 3, rule 1)."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.pricebook import PriceRow
from resellerdesk.core.pricing import Bill, Line, band_quantities, price_bills

from core.building import bill, charge, fee_of, figures, market, percent_off, price_row

IN_2027 = "2027-01-01 .. 2027-12-31"
BANDS = (
    price_row("31.20"),
    price_row("29.64", min_quantity=25),
    price_row("28.08", min_quantity=100),
)


def lines(*bills: Bill, rows: tuple[PriceRow, ...] = BANDS, agreed: int = 0) -> list[Line]:
    return price_bills(bills, market(*rows, agreed=agreed))


def unit_lists(found: list[Line]) -> list[str]:
    return [figures(line)[0] for line in found]


def test_15_and_10_units_reach_the_band_of_25_together() -> None:
    both = bill(charge(IN_2027, 15)), bill(charge(IN_2027, 10), ref="any:2")
    assert unit_lists(lines(*both)) == ["29.64", "29.64"]
    [alone] = lines(both[0])
    assert unit_lists([alone]) == ["31.20"]
    # Only the 15 taken of the quote of 25: the lost band shows in the amount.
    assert alone.amount - lines(*both)[0].amount == 2340


def test_the_level_agreed_with_a_customer_counts_if_it_is_more() -> None:
    made = bill(charge(IN_2027, 30))
    assert [unit_lists(lines(made, agreed=n)) for n in (0, 10, 100)] == [
        ["29.64"], ["29.64"], ["28.08"],
    ]


def test_back_maintenance_counts_for_no_band_but_takes_that_of_its_sku() -> None:
    back = charge("2026-01-01 .. 2026-11-23", 40, id="back", role="arrears")
    late = bill(back, fee_of("back"), charge(IN_2027, 15))
    key = ("Acme", "MAINT")
    assert band_quantities([late], 0) == {key: 15}
    other = bill(charge(IN_2027, 10), ref="any:2")
    arrears = lines(late, other)[0]
    assert arrears.prices == (BANDS[1],)


def test_an_entitlement_counts_once_for_a_band() -> None:
    parts = bill(charge(IN_2027, 15), charge("2028-01-01 .. 2028-12-31", 15, id="next"))
    assert band_quantities([parts], 0) == {("Acme", "MAINT"): 15}


def test_bands_are_counted_by_vendor_and_sku() -> None:
    other_sku = bill(charge(IN_2027, 20, sku="OTHER"), ref="any:2")
    other_vendor = replace(bill(charge(IN_2027, 5), ref="any:3"), vendor="Kestrel")
    counted = band_quantities([bill(charge(IN_2027, 15)), other_sku, other_vendor], 0)
    assert counted == {("Acme", "MAINT"): 15, ("Acme", "OTHER"): 20, ("Kestrel", "MAINT"): 5}


def test_support_beside_a_term_goes_by_its_own_quantity() -> None:
    made = bill(
        charge(IN_2027, 30), charge(IN_2027, 1, id="premium", sku="PREMIUM", role="support")
    )
    rows = price_row("9500.00", sku="PREMIUM"), price_row("9000.00", sku="PREMIUM", min_quantity=25)
    assert unit_lists(lines(made, rows=(*BANDS, *rows))) == ["29.64", "9500.00"]


@given(
    falling=st.dictionaries(st.integers(2, 200), st.integers(1, 9999), max_size=5),
    quantity=st.integers(1, 300),
    more=st.integers(0, 300),
    percent=st.decimals(0, 100, places=1),
    days=st.sampled_from([IN_2027, "2028-02-29 .. 2029-02-28", "2027-01-31 .. 2029-10-31"]),
)
def test_with_bands_that_do_not_rise_more_units_never_cost_more_each(
    falling: dict[int, int], quantity: int, more: int, percent: object, days: str
) -> None:
    prices = sorted(falling.values(), reverse=True)
    rows = [
        replace(BANDS[0], min_quantity=floor, unit_price=cents)
        for floor, cents in zip([1, *sorted(falling)], [9999, *prices], strict=True)
    ]
    discount = percent_off(str(percent))
    [few], [many] = (
        lines(bill(charge(days, n), discount=discount), rows=tuple(rows))
        for n in (quantity, quantity + more)
    )
    assert many.unit_list <= few.unit_list
    assert many.unit_net <= few.unit_net
