"""What a picked option charges (docs/domain.md, sections 3 to 5)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resellerdesk.sdk import Once, Period, PolicyRow, Product, Recurring, Share

TERM_2027 = Period(date(2027, 1, 1), date(2027, 12, 31))


def test_on_time_only_the_term_is_charged(on_time: Any) -> None:
    assert on_time.offer("essential-12").charges == (
        Recurring("term", "SEP-ESS-REN", 10, TERM_2027, "renewal", "term"),
    )


@pytest.mark.parametrize(
    ("sku", "renews_as"),
    [
        pytest.param("BE-ESS-NEW", "BE-ESS-REN", id="as the catalogue says"),
        pytest.param("ODD-1", "ODD-2", id="as the catalogue says of an odd one"),
        pytest.param("KX-NEW", "KX-REN", id="not in the catalogue: NEW renews as REN"),
        pytest.param("SEP-ESS-REN", "SEP-ESS-REN", id="renewed once already: as itself"),
        pytest.param("NEW-THING", "NEW-THING", id="NEW elsewhere means nothing"),
        pytest.param("PLAIN-NEW", "PLAIN-REN", id="in the catalogue, which does not say"),
    ],
)
def test_a_sku_renews_as_its_catalogue_row_says(case: Any, sku: str, renews_as: str) -> None:
    products = [
        Product("Symantec", "BE-ESS-NEW", "software", "Backup Exec", "BE-ESS-REN"),
        Product("Symantec", "ODD-1", "software", "Odd", "ODD-2"),
        Product("Symantec", "PLAIN-NEW", "software", "Plain"),
    ]
    [term] = case("2026-11-24", sku=sku, products=products).offer("essential-12").charges
    assert term.sku == renews_as


def test_a_lapsed_renewal_pays_for_the_days_missed_and_a_fee_before_its_term(lapsed: Any) -> None:
    arrears, fee, term = lapsed.offer("essential-12").charges
    missed = Period(date(2026, 10, 1), date(2026, 11, 23))
    assert missed.days == 54
    assert arrears == Recurring(
        "arrears", "SEP-ESS-REN", 10, missed, "back_maintenance", "arrears", arrears.title
    )
    assert fee == Share("reinstatement", "arrears", Decimal(20), "reinstatement_fee", fee.title)
    assert term == Recurring(
        "term", "SEP-ESS-REN", 10, Period(date(2026, 11, 24), date(2027, 11, 23)), "renewal", "term"
    )
    assert arrears.title.args == {"product": "Endpoint Protection, Essential"}
    assert fee.title.args == {"percent": Decimal(20)}


def test_the_day_after_the_end_nothing_was_missed_yet(case: Any) -> None:
    late = case("2026-10-01", end="2026-09-30")
    assert late.ctx.situation == "lapsed"
    assert [charge.id for charge in late.offer("essential-12").charges] == ["term"]


def test_in_grace_there_is_neither_arrears_nor_fee(case: Any) -> None:
    grace = PolicyRow("Symantec", "software", "*", "grace_days", date(2026, 1, 1), "30")
    found = case("2026-11-24", end="2026-11-01", rules=[grace])
    assert found.ctx.situation == "in_grace"
    [term] = found.offer("essential-12").charges
    assert term.period.start == date(2026, 11, 2)


@pytest.mark.parametrize(("value", "ids"), [
    ("10", ["arrears", "reinstatement", "term"]),
    ("7.5", ["arrears", "reinstatement", "term"]),
    ("0", ["arrears", "term"]),
])
def test_the_fee_is_the_policy_s_percentage_and_no_line_at_nothing(
    case: Any, value: str, ids: list[str]
) -> None:
    rule = PolicyRow(
        "Symantec", "software", "*", "reinstatement_percent", date(2026, 1, 1), value
    )
    charges = case("2026-11-24", end="2026-09-30", rules=[rule]).offer("essential-12").charges
    assert [charge.id for charge in charges] == ids
    assert [c.percent for c in charges if isinstance(c, Share)] == [Decimal(value)] * (
        len(ids) - 2
    )


def test_back_maintenance_covers_the_quantity_that_is_renewed(lapsed: Any) -> None:
    arrears, _, term = lapsed.offer("essential-12", quantity=4).charges
    assert (arrears.quantity, term.quantity) == (4, 4)


def test_add_ons_follow_the_term_or_are_one_off_in_their_order(on_time: Any) -> None:
    _, *addons = on_time.offer("essential-12+cyber+education=5+premium+consulting=2").charges
    assert [addon.title.message for addon in addons] == [
        "Premium Support", "Education voucher", "Consulting day", "Cyber Security Services"
    ]
    assert addons == [
        Recurring("premium", "SW-PREMIUM", 1, TERM_2027, "support", "support", addons[0].title),
        Once("education", "SVC-EDU", 5, "service", "service", addons[1].title),
        Once("consulting", "SVC-CONS", 2, "service", "service", addons[2].title),
        Recurring("cyber", "SVC-CSS", 1, TERM_2027, "service", "service", addons[3].title),
    ]


def test_the_charge_of_each_add_on_carries_its_key(on_time: Any) -> None:
    """By that the host finds the lines that stand once a quote."""
    keys = {addon.key for addon in on_time.option("essential-12").addons}
    charges = on_time.offer("+".join(["essential-12", *keys])).charges
    assert {charge.id for charge in charges} == keys | {"term"}


def test_of_two_products_for_one_add_on_the_later_row_counts(case: Any) -> None:
    rows = [
        Product("Symantec", "OLD", "software", "Premium", attributes={"addon": "premium"}),
        Product("Symantec", "NEWER", "software", "Premium", attributes={"addon": "premium"}),
    ]
    found = case("2026-11-24", products=rows)
    _, premium = found.offer("essential-12+premium").charges
    assert premium.sku == "NEWER"


def test_add_ons_stand_after_the_term_of_a_lapsed_renewal_too(lapsed: Any) -> None:
    charges = lapsed.offer("essential-12+premium+education").charges
    assert [charge.id for charge in charges] == [
        "arrears", "reinstatement", "term", "premium", "education"
    ]
    premium = charges[3]
    assert premium.period == charges[2].period


@pytest.mark.parametrize("sku", ["SEP-ESS-NEW", "SEP-ESS-REN"])
def test_a_repurchase_charges_the_licence_once(case: Any, sku: str) -> None:
    """Maintenance that was renewed is held under the renewal's SKU, which is no licence."""
    found = case("2026-11-24", end="2024-01-31", sku=sku)
    assert found.offer("repurchase").charges == (Once("term", "SEP-ESS-NEW", 10, "new", "term"),)


def test_customers_see_renewal_id_and_certificate_and_nothing_else(on_time: Any) -> None:
    facts = on_time.offer("essential-12").facts
    shown = {fact.key: fact.value for fact in facts if not fact.internal}
    own = {fact.key: fact.value for fact in facts if fact.internal}
    assert shown == {"renewal_id": "3623879480", "certificate": "M76262352"}
    assert own == {"licensed": 10, "ownership_verified": False}


def test_a_certificate_that_is_not_known_is_not_shown(case: Any) -> None:
    facts = case("2026-11-24", certificate="").offer("essential-12").facts
    assert "certificate" not in {fact.key for fact in facts}


def test_waiting_a_month_would_charge_its_days_and_a_fee(on_time: Any) -> None:
    late = on_time.offer("essential-12").late
    arrears, fee = late.charges
    assert late.days == 30
    assert arrears.period == Period(date(2027, 1, 1), date(2027, 1, 30))
    assert (arrears.role, arrears.quantity, fee.of, fee.percent) == ("arrears", 10, "arrears", 20)


def test_with_grace_the_month_begins_after_it(case: Any) -> None:
    rules = [PolicyRow("Symantec", "software", "*", "grace_days", date(2026, 1, 1), "15")]
    late = case("2026-10-10", end="2026-09-30", rules=rules).offer("essential-12").late
    assert (late.days, late.charges[0].period.days) == (45, 45)


def test_who_is_late_already_pays_it_on_the_quote(lapsed: Any) -> None:
    assert lapsed.offer("essential-12").late is None
