"""How an amount came about, step by step (docs/domain.md, section 3, rule 5)."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.derivation import Step
from resellerdesk.core.money import Money
from resellerdesk.core.pricebook import PriceRow
from resellerdesk.core.pricing import Bill, Line, price_bills
from resellerdesk.core.text import Text, Value

from core.building import bill, charge, day, fee_of, market, once, percent_off, price_row

A_YEAR = price_row("120.00", cost="84.00", valid_to=day("2026-12-31"))
THREE_YEARS = price_row("324.00", term=36)


def euros(cents: int) -> Money:
    return Money(cents, "EUR")


def only_line(made: Bill, *rows: PriceRow) -> Line:
    [line] = price_bills([made], market(*rows))
    return line


def steps(line: Line) -> dict[str, object]:
    return {step.step: step.value for step in line.derivation}


def args(value: object) -> dict[str, object]:
    assert isinstance(value, Text)
    return dict(value.args)


def test_a_price_with_a_remainder_names_row_years_days_fraction_rounding_and_discount() -> None:
    made = bill(charge("2027-01-01 .. 2028-03-31", 25), discount=percent_off("7.5"))
    line = only_line(made, A_YEAR)
    assert [step.step for step in line.derivation] == [
        "price_row", "whole_years", "stub", "exact", "rounding",
        "unit_list", "discount", "unit_net", "quantity", "amount", "unit_cost",
    ]
    said = steps(line)
    row = args(said["price_row"])
    assert (row["sku"], row["price"], row["quantity"]) == ("MAINT", euros(12000), 1)
    assert (row["start"], row["until"]) == (day("2026-01-01"), day("2026-12-31"))
    assert args(said["whole_years"]) == {"years": 1, "price": euros(12000)}
    assert args(said["stub"]) == {"n": 91, "of": 366, "price": euros(12000)}
    assert "914000/61" in str(said["exact"])
    assert args(said["discount"])["percent"] == Decimal("7.5")
    assert args(said["discount"])["who"] == "marie"
    assert (said["unit_list"], said["unit_net"]) == (euros(14984), euros(13860))
    assert (said["quantity"], said["amount"], said["unit_cost"]) == (
        25, euros(346500), euros(10489),
    )


def test_a_whole_term_names_its_own_row_and_no_remainder() -> None:
    said = steps(only_line(bill(charge("2027-07-01 .. 2030-06-30")), A_YEAR, THREE_YEARS))
    assert args(said["price_row"])["price"] == euros(32400)
    assert args(said["whole_years"])["months"] == 36
    assert "stub" not in said
    assert said["unit_cost"] == Text("unknown")


def test_two_rows_are_two_steps() -> None:
    line = only_line(bill(charge("2027-07-01 .. 2030-09-30")), A_YEAR, THREE_YEARS)
    rows = [args(step.value)["price"] for step in line.derivation if step.step == "price_row"]
    assert rows == [euros(32400), euros(12000)]
    assert line.prices == (THREE_YEARS, A_YEAR)


def test_begun_months_are_named_as_such() -> None:
    made = bill(charge("2027-06-16 .. 2028-12-31"), stub="monthly")
    assert args(steps(only_line(made, A_YEAR))["stub"]) == {"n": 7, "price": euros(12000)}


def test_a_fee_names_the_charge_it_is_taken_from() -> None:
    back = charge("2026-10-01 .. 2026-11-23", id="back", role="arrears")
    _, fee = price_bills([bill(back, fee_of("back"))], market(A_YEAR))
    assert args(steps(fee)["share"]) == {
        "percent": Decimal(20), "charge": "back", "base": euros(1775),
    }
    assert "355" in str(steps(fee)["exact"])


def test_a_one_off_price_has_neither_years_nor_a_remainder() -> None:
    line = only_line(bill(once("EDU")), price_row("780.00", sku="EDU", term=0))
    assert not {"whole_years", "stub"} & set(steps(line))
    assert line.how is None


def how(made: Bill, *rows: PriceRow) -> Text:
    found = only_line(made, *rows).how
    assert found is not None
    return found


def test_the_customer_reads_120_a_year_1_year_and_91_of_366_days() -> None:
    found = how(bill(charge("2027-01-01 .. 2028-03-31")), A_YEAR)
    assert found.message == "{price} a year: {years} + {rest}"
    assert found.args["price"] == euros(12000)
    assert args(found.args["years"]) == {"n": 1}
    assert args(found.args["rest"]) == {"n": 91, "of": 366}


def test_below_a_year_the_customer_reads_the_days_alone() -> None:
    found = how(bill(charge("2028-01-01 .. 2028-03-31")), A_YEAR)
    assert found.message == "{price} a year: {rest}"


def test_beside_a_row_for_the_whole_term_a_year_speaks_of_the_remainder_alone() -> None:
    found = how(bill(charge("2027-07-01 .. 2030-09-30")), A_YEAR, THREE_YEARS)
    assert (found.args["whole"], found.args["price"]) == (euros(32400), euros(12000))


def test_a_price_of_whole_years_needs_no_words() -> None:
    assert only_line(bill(charge("2027-01-01 .. 2028-12-31")), A_YEAR).how is None


@given(st.integers(1, 2000), st.integers(1, 99), st.decimals(0, 100, places=1))
def test_the_derivation_holds_the_figures_of_its_line(
    days: int, quantity: int, percent: Decimal
) -> None:
    start = day("2026-11-24")
    period = f"{start} .. {start.fromordinal(start.toordinal() + days)}"
    made = bill(charge(period, quantity), discount=percent_off(str(percent)))
    line = only_line(made, A_YEAR)
    figures: dict[str, Value] = {
        "unit_list": euros(line.unit_list),
        "unit_net": euros(line.unit_net),
        "quantity": line.quantity,
        "amount": euros(line.amount),
    }
    assert all(Step(name, value) in line.derivation for name, value in figures.items())
