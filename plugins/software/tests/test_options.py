"""Which ways there are to go on, in each situation (docs/domain.md, sections 2, 4 and 5)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import PolicyRow, Product

GRACE = PolicyRow("Symantec", "software", "*", "grace_days", date(2026, 1, 1), "30")


@pytest.mark.parametrize(
    ("as_of", "end", "rules", "start"),
    [
        pytest.param("2026-11-24", "2026-12-31", [], "2027-01-01", id="on time"),
        pytest.param("2026-12-31", "2026-12-31", [], "2027-01-01", id="on its last day"),
        pytest.param("2026-11-24", "2026-10-25", [GRACE], "2026-10-26", id="last day of grace"),
        pytest.param("2026-11-24", "2026-10-24", [GRACE], "2026-11-24", id="a day after grace"),
        pytest.param("2026-11-24", "2026-09-30", [], "2026-11-24", id="lapsed"),
        pytest.param("2026-11-24", "2024-11-24", [], "2026-11-24", id="730 days after the end"),
    ],
)
def test_essential_support_runs_one_two_or_three_years_from_the_right_day(
    case: Callable[..., Any], as_of: str, end: str, rules: list[PolicyRow], start: str
) -> None:
    options = case(as_of, end=end, rules=rules).options()
    assert [(option.key, option.months, option.floor) for option in options] == [
        ("essential-12", 12, 12), ("essential-24", 24, 12), ("essential-36", 36, 12)
    ]
    assert {option.start for option in options} == {date.fromisoformat(start)}
    assert {(option.mode, option.aligns, option.quantity) for option in options} == {
        ("renew", True, 10)
    }


def test_twelve_months_are_what_the_customer_has_and_what_is_recommended(on_time: Any) -> None:
    options = on_time.options()
    assert [option.key for option in options if option.current] == ["essential-12"]
    assert [option.key for option in options if option.recommended] == ["essential-12"]


def test_long_gone_maintenance_leaves_only_the_licences_to_buy_again(gone: Any) -> None:
    [option] = gone.options()
    assert (option.key, option.mode, option.start) == ("repurchase", "new", date(2026, 11, 24))
    assert option.recommended
    assert not option.current
    assert not option.aligns
    assert option.unpriced is None


def test_how_long_it_can_be_reinstated_is_a_matter_of_policy(case: Any) -> None:
    sooner = PolicyRow(
        "Symantec", "software", "*", "repurchase_after_days", date(2026, 1, 1), "60"
    )
    found = case("2026-11-24", end="2026-09-24", rules=[sooner])
    assert [option.key for option in found.options()] == ["repurchase"]


def test_the_title_names_the_level_that_is_held(case: Any) -> None:
    essential = case("2026-11-24").option("essential-24").title
    standard = case("2026-11-24", support_level="Standard").option("essential-24").title
    unsaid = case("2026-11-24", support_level="").option("essential-24").title
    assert essential.args == {"level": "Essential", "months": 24}
    assert standard.args == {"level": "Standard", "months": 24}
    assert unsaid == essential


def test_every_term_has_the_add_ons_of_the_catalogue_each_once_a_quote(on_time: Any) -> None:
    for option in on_time.options():
        assert [addon.key for addon in option.addons] == [
            "premium", "education", "consulting", "cyber"
        ]
        assert all(addon.per_quote for addon in option.addons)


def test_a_vendor_without_add_ons_in_its_catalogue_offers_none(case: Any) -> None:
    own = Product("Kestrel", "KX-CARE", "software", "Kestrel Care", attributes={"addon": "premium"})
    assert case("2026-11-24", vendor="Kestrel").option("essential-12").addons == ()
    [addon] = case("2026-11-24", vendor="Kestrel", products=[own]).option("essential-12").addons
    assert addon.key == "premium"


def test_the_repurchase_has_no_add_ons(gone: Any) -> None:
    assert gone.option("repurchase").addons == ()
