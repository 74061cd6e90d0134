"""From charges to priced lines (docs/domain.md, section 3)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.charge import Once, Recurring, Role
from resellerdesk.core.derivation import Discount
from resellerdesk.core.period import DAY, Period
from resellerdesk.core.pricebook import MissingPrice, PriceRow
from resellerdesk.core.pricing import Bill, Line, discounted, price_bills

from core.building import (
    bill,
    charge,
    day,
    fee_of,
    figures,
    market,
    once,
    percent_off,
    price_row,
    span,
)

A_YEAR = price_row("120.00")
THREE_YEARS = price_row("324.00", term=36)
IN_2027 = "2027-01-01 .. 2027-12-31"


def lines(made: Bill, rows: tuple[PriceRow, ...] = (A_YEAR,)) -> list[Line]:
    return price_bills([made], market(*rows))


@pytest.mark.parametrize(
    ("period", "unit_list", "unit_net", "amount"),
    [
        ("2027-01-01 .. 2027-12-31", "120.00", "111.00", "2775.00"),
        ("2027-01-01 .. 2028-03-31", "149.84", "138.60", "3465.00"),
        ("2028-01-01 .. 2028-03-31", "29.84", "27.60", "690.00"),
        ("2027-07-01 .. 2030-06-30", "324.00", "299.70", "7492.50"),
        ("2027-07-01 .. 2030-09-30", "354.25", "327.68", "8192.00"),
        ("2028-02-29 .. 2029-02-28", "120.33", "111.31", "2782.75"),
        ("2027-03-15 .. 2029-03-14", "240.00", "222.00", "5550.00"),
        ("2027-06-16 .. 2028-12-31", "185.42", "171.51", "4287.75"),
    ],
)
def test_worked_with_25_units_and_7_5_percent_off(
    period: str, unit_list: str, unit_net: str, amount: str
) -> None:
    made = bill(charge(period, 25), discount=percent_off("7.5"))
    [line] = lines(made, rows=(A_YEAR, THREE_YEARS))
    assert figures(line) == (unit_list, unit_net, amount)
    assert (line.period, line.quantity) == (span(period), 25)


def test_worked_in_yen() -> None:
    made = bill(charge("2027-04-01 .. 2028-09-30", 7), discount=percent_off("10"))
    [line] = price_bills([made], market(price_row("9800", currency="JPY"), currency="JPY"))
    assert figures(line, "JPY") == ("14713", "13242", "92694")


def test_worked_by_begun_months() -> None:
    made = bill(charge("2027-06-16 .. 2028-12-31", 2), stub="monthly")
    [line] = lines(made)
    assert figures(line) == ("190.00", "190.00", "380.00")


def test_worked_margin() -> None:
    row = price_row("28.08", cost="22.46")
    [line] = lines(bill(charge(IN_2027, 250), discount=percent_off("7.5")), rows=(row,))
    assert figures(line) == ("28.08", "25.97", "6492.50")
    assert (line.unit_cost, line.margin) == (2246, 87750)


def test_an_unknown_cost_makes_the_margin_unknown() -> None:
    [line] = lines(bill(charge(IN_2027)))
    assert (line.unit_cost, line.margin) == (None, None)


def test_worked_reinstatement() -> None:
    made = bill(
        charge("2026-10-01 .. 2026-11-23", 10, id="back", kind="back_maintenance", role="arrears"),
        fee_of("back"),
        charge("2026-11-24 .. 2027-11-23", 10),
    )
    back, fee, renewal = lines(made)
    assert figures(back) == ("17.75", "17.75", "177.50")
    assert figures(fee) == ("3.55", "3.55", "35.50")
    assert figures(renewal) == ("120.00", "120.00", "1200.00")
    assert back.period.days == 54
    assert (fee.period, fee.quantity, fee.sku, fee.role) == (back.period, 10, "MAINT", "fee")
    assert back.amount + fee.amount + renewal.amount == 141300


def test_a_fee_is_taken_from_the_discounted_price_and_not_discounted_itself() -> None:
    back = charge("2026-10-11 .. 2026-11-23", 5, id="back", role="arrears")
    made = bill(back, fee_of("back"), discount=percent_off("10", named=True))
    arrears, fee = lines(made, rows=(price_row("31.20", cost="24.96"),))
    assert figures(arrears) == ("3.76", "3.38", "16.90")
    assert figures(fee) == ("0.68", "0.68", "3.40")
    assert fee.discount == Discount()
    assert (arrears.unit_cost, fee.unit_cost) == (301, 60)
    assert fee.margin == 40


def test_a_fee_of_an_unknown_cost_has_an_unknown_cost() -> None:
    back = charge("2026-10-11 .. 2026-11-23", id="back", role="arrears")
    assert [line.unit_cost for line in lines(bill(back, fee_of("back")))] == [None, None]


@pytest.mark.parametrize(
    ("role", "named", "discounted_to"),
    [
        ("term", False, "111.00"),
        ("arrears", False, "111.00"),
        ("support", False, "111.00"),
        ("service", False, "120.00"),
        ("fee", False, "120.00"),
        ("term", True, "111.00"),
        ("arrears", True, "111.00"),
        ("support", True, "111.00"),
        ("service", True, "111.00"),
        ("fee", True, "111.00"),
    ],
)
def test_what_a_discount_reaches(role: Role, named: bool, discounted_to: str) -> None:
    discount = percent_off("7.5", named=named)
    [line] = lines(bill(charge(IN_2027, role=role), discount=discount))
    assert figures(line)[1] == discounted_to
    assert line.discount == (discount if discounted_to == "111.00" else Discount())


@pytest.mark.parametrize(
    ("unit_list", "percent", "net"),
    [
        (14984, "7.5", 13860),
        (100, "0.5", 100),  # 99.5 goes up
        (101, "50", 51),
        (12000, "0", 12000),
        (12000, "100", 0),
        (14713, "10", 13242),
    ],
)
def test_unit_net_is_rounded_half_away_from_zero(unit_list: int, percent: str, net: int) -> None:
    assert discounted(unit_list, Decimal(percent)) == net


def test_a_one_off_line_stands_on_the_as_of_date() -> None:
    voucher = price_row("780.00", term=0, sku="EDU", cost="624.00")
    [line] = lines(bill(once("EDU", 5)), rows=(voucher,))
    assert line.period == span("2026-11-24 .. 2026-11-24")
    assert figures(line) == ("780.00", "780.00", "3900.00")
    assert line.margin == 78000


def test_a_line_is_named_by_its_charge_or_by_what_is_renewed() -> None:
    [line] = lines(bill(charge(IN_2027)))
    assert line.description == "Maintenance"


def test_a_line_without_a_price_is_refused_naming_it() -> None:
    with pytest.raises(MissingPrice) as refused:
        lines(bill(charge(IN_2027, sku="UNKNOWN"), ref="any:4711"))
    assert refused.value.text.args["ref"] == "any:4711"
    assert refused.value.why.args["sku"] == "UNKNOWN"


ROLES = st.sampled_from(["term", "arrears", "support", "service", "fee"])
PERIODS = st.builds(
    lambda start, days: Period(day(start), day(start) + days * DAY),
    st.sampled_from(["2026-11-24", "2027-01-31", "2027-06-16", "2028-02-29"]),
    st.integers(0, 1200) | st.just(364),
)
RECURRING = st.builds(
    Recurring, st.sampled_from("abc"), st.sampled_from(["MAINT", "OTHER"]), st.integers(1, 60),
    PERIODS, st.just("renewal"), ROLES,
)
ONCE = st.builds(
    Once, st.sampled_from("xyz"), st.just("EDU"), st.integers(1, 9), st.just("service"), ROLES
)
DISCOUNTS = st.builds(
    Discount, st.decimals(0, 100, places=2), st.booleans(), st.sampled_from(["marie", "jonas"])
)
BILLS = st.lists(
    st.builds(
        lambda charges, discount, program: bill(*charges, discount=discount, program=program),
        st.lists(RECURRING | ONCE, min_size=1, max_size=4, unique_by=lambda c: c.id),
        DISCOUNTS,
        st.sampled_from(["", "rewards"]),
    ),
    min_size=1,
    max_size=5,
).map(lambda bills: [replace(made, ref=f"any:{n}") for n, made in enumerate(bills)])
ROWS = (
    price_row("31.20"),
    price_row("29.64", min_quantity=25),
    price_row("300.00", term=36),
    price_row("30.05", program="rewards"),
    price_row("80.03", sku="OTHER", cost="60.00"),
    price_row("780.00", sku="EDU", term=0, cost="624.00"),
    price_row("9.99", sku="EDU", term=0, min_quantity=20),
)


@given(BILLS)
def test_every_figure_of_a_line_recomputes_from_those_beside_it(bills: list[Bill]) -> None:
    for line in price_bills(bills, market(*ROWS)):
        assert line.unit_net == discounted(line.unit_list, line.discount.percent)
        assert line.amount == line.unit_net * line.quantity
        if line.margin is not None:
            assert line.unit_cost is not None
            assert line.margin == line.amount - line.unit_cost * line.quantity


@given(BILLS, st.randoms(use_true_random=False))
def test_no_order_of_lines_changes_a_line(bills: list[Bill], random: Random) -> None:
    mixed = list(bills)
    random.shuffle(mixed)
    of_ref = {(line.ref, line.charge): line for line in price_bills(mixed, market(*ROWS))}
    assert [of_ref[line.ref, line.charge] for line in price_bills(bills, market(*ROWS))] == (
        price_bills(bills, market(*ROWS))
    )
