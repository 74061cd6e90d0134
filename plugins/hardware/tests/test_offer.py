"""What a picked option charges, and what is shown with it (docs/domain.md, sections 3 to 5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import Once, Period, PolicyRow, Product, Recurring
from resellerdesk.translation.translate import Translator

from resellerdesk_hardware.details import Progress

ENGLISH = Translator("en")


@pytest.mark.parametrize(
    ("key", "sku", "title", "end"),
    [
        ("return-to-factory-12", "HW-RTF-SG900", "Return to Factory support, SG900", "2027-11-26"),
        ("standard-plus-24", "HW-SPLUS-SG900", "Standard Plus support, SG900", "2028-11-26"),
        ("next-business-day-36", "HW-NBD-SG900", "Next Business Day support, SG900", "2029-11-26"),
        ("four-hour-12", "HW-4H-SG900", "Four Hour 24x7 support, SG900", "2027-11-26"),
    ],
)
def test_on_time_only_the_level_on_the_model_is_charged(
    on_time: Any, key: str, sku: str, title: str, end: str
) -> None:
    [term] = on_time.offer(key).charges
    period = Period(date(2026, 11, 27), date.fromisoformat(end))
    assert term == Recurring("term", sku, 1, period, "renewal", "term", term.title)
    assert ENGLISH.text(term.title) == title


def test_a_model_with_a_hyphen_keeps_it(case: Any) -> None:
    found = case("2026-11-24", sku="HW-NBD-ASG-S500", model="ASG-S500")
    [term] = found.offer("next-business-day-12").charges
    assert term.sku == "HW-NBD-ASG-S500"


def test_the_period_picked_is_charged(case: Any) -> None:
    found = case("2026-11-24", end_of_support=date(2027, 9, 30))
    [term] = found.offer("return-to-factory-12").charges
    assert term.period == Period(date(2026, 11, 27), date(2027, 9, 30))


def test_a_lapsed_unit_is_inspected_for_a_fee_and_pays_no_back_maintenance(lapsed: Any) -> None:
    inspection, term = lapsed.offer("return-to-factory-12").charges
    assert inspection == Once(
        "inspection", "HW-INSPECT", 1, "inspection_fee", "fee", inspection.title
    )
    assert term.period == Period(date(2026, 11, 24), date(2027, 11, 23))


def test_in_grace_there_is_no_inspection(case: Any) -> None:
    grace = PolicyRow("Symantec", "hardware", "*", "grace_days", date(2026, 1, 1), "30")
    found = case("2026-11-24", end="2026-11-08", rules=[grace])
    [term] = found.offer("return-to-factory-12").charges
    assert term.period.start == date(2026, 11, 9)


def test_a_vendor_that_sells_no_inspection_charges_none(case: Any) -> None:
    care = Product("Kestrel", "KX", "hardware", "Kestrel Care", attributes={"tier": "care"})
    found = case("2026-11-24", end="2026-11-08", vendor="Kestrel", sku="KX-SG900", products=[care])
    assert [charge.sku for charge in found.offer("care-12").charges] == ["KX-SG900"]


def test_a_unit_to_be_replaced_charges_nothing(case: Any) -> None:
    offer = case("2026-11-24", end_of_support=date(2026, 11, 26)).offer("replace")
    assert offer.charges == ()
    assert "serial" in {fact.key for fact in offer.facts}


@pytest.mark.parametrize(
    ("key", "tier", "response"),
    [
        ("return-to-factory-12", "return-to-factory", "10 days after receipt"),
        ("standard-plus-12", "standard-plus", "replacement sent ahead"),
        ("next-business-day-24", "next-business-day", "next business day"),
        ("four-hour-36", "four-hour", "4 hours, 24x7"),
    ],
)
def test_an_option_says_its_level_and_response(
    on_time: Any, key: str, tier: str, response: str
) -> None:
    facts = {fact.key: fact.value for fact in on_time.offer(key).facts}
    assert facts["tier"] == tier
    assert ENGLISH.text(facts["response"]) == response


def test_times_that_are_not_the_vendor_s_stand_as_the_catalogue_says_them(case: Any) -> None:
    own = Product(
        "Symantec", "HW-RTF", "hardware", "Back and forth",
        attributes={"tier": "slow", "response": "some day", "replacement": "some month"},
    )
    facts = {f.key: f.value for f in case("2026-11-24", products=[own]).offer("slow-12").facts}
    assert (facts["response"], facts["replacement"]) == ("some day", "some month")


def test_customers_see_serial_contract_and_response_and_nothing_else(on_time: Any) -> None:
    found = on_time.at("due", Progress(confirmed_on=date(2026, 11, 20)))
    facts = found.offer("return-to-factory-12").facts
    assert {fact.key for fact in facts if not fact.internal} == {"response", "serial", "contract"}
    own = {fact.key: fact.value for fact in facts if fact.internal}
    assert own == {"tier": "return-to-factory", "serial_confirmed": True}


def test_a_contract_that_is_not_known_is_not_shown(case: Any) -> None:
    facts = case("2026-11-24", contract="").offer("four-hour-12").facts
    assert "contract" not in {fact.key for fact in facts}


def test_waiting_a_month_would_charge_the_inspection(on_time: Any) -> None:
    late = on_time.offer("return-to-factory-12").late
    assert late.days == 30
    [inspection] = late.charges
    assert (inspection.sku, inspection.quantity) == ("HW-INSPECT", 1)


def test_a_lapsed_unit_pays_it_on_the_quote(lapsed: Any) -> None:
    assert lapsed.offer("return-to-factory-12").late is None


def test_after_the_end_of_support_life_nobody_inspects(case: Any) -> None:
    found = case("2026-11-24", end_of_support=date(2026, 12, 20))
    assert found.offer("return-to-factory-12").late is None
