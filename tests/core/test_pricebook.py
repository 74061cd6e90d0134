"""Which row of the price list applies (docs/domain.md, section 3, rule 1)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.pricebook import ONE_OFF, MissingPrice, PriceBook, PriceRow
from resellerdesk.core.refusal import Refusal

from core.building import day, price_row, wanted

GENERAL = price_row("120.00")
REWARDS = price_row("110.00", program="rewards")
FROM_25 = price_row("114.00", min_quantity=25)
FROM_100 = price_row("108.00", min_quantity=100)


def price(rows: list[PriceRow], term: int = 12, **asked: Any) -> int | None:
    found = PriceBook(rows).find(wanted(**asked), term)
    return None if found is None else found.unit_price


@pytest.mark.parametrize(
    ("quantity", "unit_price"),
    [(1, 12000), (24, 12000), (25, 11400), (99, 11400), (100, 10800), (5000, 10800)],
)
def test_the_highest_band_that_the_quantity_reaches(quantity: int, unit_price: int) -> None:
    assert price([FROM_100, GENERAL, FROM_25], quantity=quantity) == unit_price


def test_a_band_that_is_not_reached_gives_no_price() -> None:
    assert price([FROM_25], quantity=24) is None


@pytest.mark.parametrize(
    ("program", "unit_price"), [("rewards", 11000), ("express", 12000), ("", 12000)]
)
def test_a_programs_own_rows_go_before_those_without_a_program(
    program: str, unit_price: int
) -> None:
    assert price([GENERAL, REWARDS], program=program) == unit_price


def test_a_program_with_rows_of_its_own_gets_no_band_of_the_others() -> None:
    assert price([REWARDS, FROM_25], program="rewards", quantity=30) == 11000
    mine = price_row("100.00", program="rewards", min_quantity=50)
    assert price([mine, GENERAL], program="rewards", quantity=30) is None


def test_the_rows_of_another_program_serve_nobody_else() -> None:
    assert price([REWARDS], program="express") is None
    assert price([REWARDS], program="") is None


def test_a_program_without_rows_for_a_term_takes_the_general_row_of_that_term() -> None:
    general_36 = price_row("324.00", term=36)
    assert price([REWARDS, GENERAL, general_36], term=36, program="rewards") == 32400


def test_a_programs_rows_that_are_not_valid_do_not_hide_the_general_ones() -> None:
    old = price_row("99.00", program="rewards", valid_to=day("2026-10-31"))
    assert price([old, GENERAL], program="rewards") == 12000


@pytest.mark.parametrize(
    ("on", "unit_price"),
    [
        ("2025-12-31", None),
        ("2026-01-01", 3120),
        ("2026-12-31", 3120),
        ("2027-01-01", 3245),
        ("2031-05-05", 3245),
    ],
)
def test_a_row_is_valid_on_its_first_and_its_last_day(on: str, unit_price: int | None) -> None:
    rows = [
        price_row("31.20", valid_to=day("2026-12-31")),
        price_row("32.45", valid_from=day("2027-01-01")),
    ]
    assert price(rows, on=day(on)) == unit_price


def test_of_two_rows_for_the_same_the_newer_one_counts() -> None:
    newer = price_row("125.00", valid_from=day("2026-06-01"))
    assert price([newer, GENERAL]) == price([GENERAL, newer]) == 12500


@pytest.mark.parametrize(
    "other",
    [{"sku": "OTHER"}, {"vendor": "Kestrel"}, {"currency": "USD"}],
)
def test_a_price_of_another_sku_vendor_or_currency_is_not_taken(other: dict[str, Any]) -> None:
    assert price([GENERAL], **other) is None


def test_a_one_off_price_is_a_term_of_0_months() -> None:
    assert price([price_row("780.00", term=0)], term=ONE_OFF) == 78000
    assert price([GENERAL], term=ONE_OFF) is None


def test_a_missing_price_is_a_refusal_that_names_what_was_looked_for() -> None:
    asked = wanted(currency="JPY", program="rewards", quantity=25)
    with pytest.raises(MissingPrice) as refused:
        PriceBook([GENERAL]).row(asked, 12)
    assert isinstance(refused.value, Refusal)
    assert refused.value.wanted == asked
    said = {name: refused.value.text.args[name] for name in ("sku", "currency", "program")}
    assert said == {"sku": "MAINT", "currency": "JPY", "program": "rewards"}
    assert refused.value.text.args["quantity"] == 25
    assert refused.value.text.args["on"] == day("2026-11-24")


def test_the_refusal_reads_well_where_nobody_translates_it() -> None:
    with pytest.raises(MissingPrice) as refused:
        PriceBook([]).row(wanted(), 12)
    assert str(refused.value) == (
        "MAINT of Acme has no price for 12 months in EUR, program none, quantity 1, "
        "on 2026-11-24; import a price row for it"
    )


def test_changes_are_the_first_days_of_rows() -> None:
    rows = [
        price_row("32.45", valid_from=day("2027-01-01")),
        price_row("90.00", term=36, valid_from=day("2026-07-01")),
        GENERAL,
        price_row("1.00", sku="OTHER", valid_from=day("2029-01-01")),
        price_row("1.00", currency="USD", valid_from=day("2029-01-01")),
    ]
    assert PriceBook(rows).changes("Acme", "MAINT", "EUR") == [
        day("2026-01-01"), day("2026-07-01"), day("2027-01-01"),
    ]


ROWS = st.lists(
    st.builds(
        price_row,
        st.integers(1, 99).map(str),
        min_quantity=st.sampled_from([1, 5, 25]),
        program=st.sampled_from(["", "rewards"]),
        valid_from=st.sampled_from([day("2026-01-01"), day("2026-06-01"), day("2027-01-01")]),
    ),
    max_size=8,
    unique_by=lambda row: (row.min_quantity, row.program, row.valid_from),
)


@given(ROWS, st.integers(1, 30), st.sampled_from(["", "rewards", "express"]))
def test_what_is_found_fits_what_was_asked(
    rows: list[PriceRow], quantity: int, program: str
) -> None:
    asked = wanted(quantity=quantity, program=program)
    found = PriceBook(rows).find(asked, 12)
    assert PriceBook(rows[::-1]).find(asked, 12) == found
    if found is not None:
        assert found.min_quantity <= quantity
        assert found.program in ("", program)
        assert found.valid_from <= asked.on
