"""Which ways there are to go on, in each situation (docs/domain.md, sections 2, 4 and 5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import PolicyRow, Product
from resellerdesk.translation.translate import Translator

GRACE = PolicyRow("Symantec", "hardware", "*", "grace_days", date(2026, 1, 1), "30")
TOO_LATE = PolicyRow("Symantec", "hardware", "*", "repurchase_after_days", date(2026, 1, 1), "10")
LEVELS = ["return-to-factory", "standard-plus", "next-business-day", "four-hour"]
FOR_A_YEAR = [f"{level}-12" for level in LEVELS]
FOR_LONGER = [f"{level}-{months}" for months in (12, 24, 36) for level in LEVELS]


@pytest.mark.parametrize(
    ("as_of", "end", "last", "rules", "keys", "start", "until"),
    [
        pytest.param("2026-11-24", "2026-11-26", "2031-06-30", [], FOR_LONGER,
                     "2026-11-27", "2027-11-26", id="on time"),
        pytest.param("2026-11-26", "2026-11-26", None, [], FOR_LONGER,
                     "2026-11-27", "2027-11-26", id="on its last day, end of life unknown"),
        pytest.param("2026-11-24", "2026-11-26", "2027-09-30", [], FOR_A_YEAR,
                     "2026-11-27", "2027-09-30", id="cut below the minimum"),
        pytest.param("2026-11-24", "2026-11-26", "2027-11-26", [], FOR_A_YEAR,
                     "2026-11-27", "2027-11-26", id="a year fits to the day, no longer term"),
        pytest.param("2026-11-24", "2026-11-26", "2028-11-26", [], FOR_LONGER[:8],
                     "2026-11-27", "2027-11-26", id="two years fit to the day"),
        pytest.param("2026-11-24", "2026-11-26", "2028-11-25", [], FOR_A_YEAR,
                     "2026-11-27", "2027-11-26", id="two years would be cut"),
        pytest.param("2026-11-24", "2026-11-26", "2026-11-27", [], FOR_A_YEAR,
                     "2026-11-27", "2026-11-27", id="one day left"),
        pytest.param("2026-11-24", "2026-11-26", "2026-11-26", [], ["replace"],
                     "2026-11-27", "2027-11-26", id="no day left, still supported"),
        pytest.param("2026-12-26", "2026-11-26", "2031-06-30", [GRACE], FOR_LONGER,
                     "2026-11-27", "2027-11-26", id="last day of grace"),
        pytest.param("2026-12-20", "2026-11-26", "2026-12-19", [GRACE], ["replace"],
                     "2026-11-27", "2027-11-26", id="in grace, the days left are over"),
        pytest.param("2026-11-27", "2026-11-26", "2031-06-30", [], FOR_LONGER,
                     "2026-11-27", "2027-11-26", id="lapsed since today"),
        pytest.param("2026-12-27", "2026-11-26", "2031-06-30", [GRACE], FOR_LONGER,
                     "2026-12-27", "2027-12-26", id="lapsed after grace"),
        pytest.param("2030-11-24", "2026-11-26", "2031-06-30", [], FOR_A_YEAR,
                     "2030-11-24", "2031-06-30", id="four years late and cut"),
        pytest.param("2031-06-30", "2026-11-26", "2031-06-30", [], FOR_A_YEAR,
                     "2031-06-30", "2031-06-30", id="lapsed, one day left"),
        pytest.param("2031-07-01", "2026-11-26", "2031-06-30", [], ["replace"],
                     "2031-07-01", "2032-06-30", id="gone"),
        pytest.param("2026-12-07", "2026-11-26", "2031-06-30", [TOO_LATE], ["replace"],
                     "2026-12-07", "2027-12-06", id="gone by a desk's own policy"),
    ],
)
def test_every_level_runs_from_the_right_day_and_never_past_the_end_of_support_life(
    case: Any, as_of: str, end: str, last: str | None, rules: list[PolicyRow], keys: list[str],
    start: str, until: str,
) -> None:
    end_of_support = date.fromisoformat(last) if last else None
    found = case(as_of, end=end, rules=rules, end_of_support=end_of_support)
    assert found.option_keys() == keys
    period = found.options()[0].period
    assert (period.start.isoformat(), period.end.isoformat()) == (start, until)
    assert [option.recommended for option in found.options()].count(True) == 1


@pytest.mark.parametrize("last", [None, date(2026, 11, 26)])
def test_one_serial_number_is_one_unit_in_every_option(case: Any, last: date | None) -> None:
    found = case("2026-11-24", end_of_support=last)
    assert {(option.quantity, option.quantity_fixed) for option in found.options()} == {(1, True)}


def test_levels_have_a_floor_of_a_year_and_say_what_cuts_them(case: Any) -> None:
    found = case("2026-11-24", end_of_support=date(2027, 9, 30))
    for option in found.options():
        assert (option.floor, option.quantity, option.aligns, option.is_cut) == (12, 1, True, True)
        assert Translator("en").text(option.ceiling_why) == (
            "Model SG900 reaches its end of support life on 30 September 2027: cover ends there."
        )


@pytest.mark.parametrize(
    ("sku", "today"),
    [("HW-RTF-SG900", "return-to-factory-12"), ("HW-4H-SG900", "four-hour-12"),
     ("HW-NBD", "next-business-day-12")],
)
def test_todays_level_for_twelve_months_is_recommended(case: Any, sku: str, today: str) -> None:
    options = case("2026-11-24", sku=sku).options()
    assert [option.key for option in options if option.current] == [today]
    assert [option.key for option in options if option.recommended] == [today]


def test_the_title_names_level_and_term_or_the_day_that_cuts_it(case: Any, on_time: Any) -> None:
    cut = case("2026-11-24", end_of_support=date(2027, 9, 30))
    titles = [found.title for found in (on_time.option("four-hour-24"), cut.option("four-hour-12"))]
    assert [Translator("en").text(title) for title in titles] == [
        "Four Hour 24x7 support, 24 months", "Four Hour 24x7 support, until 30 September 2027"
    ]


def test_with_no_day_left_the_unit_is_replaced_at_no_price(case: Any) -> None:
    [option] = case("2026-11-24", end_of_support=date(2026, 11, 26)).options()
    assert (option.mode, option.aligns, option.current, option.ceiling) == (
        "replace", False, False, None
    )
    assert Translator("en").text(option.unpriced) == (
        "no day of support is left: its end of support life is 26 November 2026"
    )


def test_too_late_by_policy_is_another_reason_than_no_day_left(case: Any) -> None:
    [option] = case("2026-12-07", rules=[TOO_LATE]).options()
    assert Translator("en").text(option.unpriced) == (
        "its support ended on 26 November 2026, too long ago to be taken up again"
    )


def level(sku: str, tier: str, rank: str = "") -> Product:
    attributes = {"tier": tier} | ({"rank": rank} if rank else {})
    return Product("Symantec", sku, "hardware", sku.title(), attributes=attributes)


@pytest.mark.parametrize(
    ("products", "keys"),
    [
        pytest.param([level("B", "gold", "2"), level("A", "silver", "1")],
                     ["silver", "gold"], id="by rank"),
        pytest.param([level("C", "odd"), level("B", "gold", "2"), level("A", "silver", "x")],
                     ["gold", "odd", "silver"], id="without a rank last"),
        pytest.param([level("OLD", "gold", "1"), level("NEWER", "gold", "1")],
                     ["gold"], id="of two for one the later"),
    ],
)
def test_the_ladder_is_what_the_catalogue_says(
    case: Any, products: list[Product], keys: list[str]
) -> None:
    found = case("2026-11-24", sku=f"{products[-1].sku}-SG900", products=products)
    for_a_year = [key for key in found.option_keys() if key.endswith("-12")]
    assert for_a_year == [f"{key}-12" for key in keys]


def test_a_level_that_no_catalogue_knows_can_be_renewed_all_the_same(case: Any) -> None:
    found = case("2026-11-24", sku="KX_CARE-SG900", service_level="Care")
    assert found.option_keys()[:5] == ["kx-care-12", *FOR_A_YEAR]
    assert found.option("kx-care-12").recommended
    [term] = found.offer("kx-care-12").charges
    assert term.sku == "KX_CARE-SG900"
