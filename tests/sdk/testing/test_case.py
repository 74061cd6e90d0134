"""A host in miniature, by which plugins test theirs: from an entitlement to its next renewal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from resellerdesk.core.pricebook import MissingPrice
from resellerdesk.core.refusal import Refusal
from resellerdesk.sdk import Holding, On, Phase, PolicyRow, Situation
from resellerdesk.sdk.testing import (
    Case,
    Refused,
    bill,
    entitlement,
    from_export,
    policy_of,
    price,
    price_list,
    price_row,
    situate,
)

import toy_family
from toy_family.export import MachineList
from toy_family.family import CoffeeFamily
from toy_family.machine import House

COFFEE = CoffeeFamily()
SAMPLES = Path(toy_family.__file__).parent / "samples"
AS_OF, END = date(2026, 11, 24), date(2026, 12, 19)


def brewing(as_of: date = AS_OF, **details: object) -> Case:
    held = entitlement(COFFEE, {"cups": 900} | details, reference="BREW-01", end=END)
    return situate(COFFEE, held, as_of)


def test_what_is_held_needs_no_more_than_the_family_s_details_require() -> None:
    held = brewing().held
    assert (held.ref, held.vendor, held.sku, held.quantity) == (
        "coffee:BREW-01", "Crema", "COF-BASIC", 1
    )
    assert (held.period.start, held.period.end) == (date(2025, 12, 20), END)
    assert (held.details.model, held.details.cups) == ("BREW-01", 900)


@pytest.mark.parametrize(
    ("as_of", "situation"),
    [(END, "on_time"), (date(2026, 12, 29), "in_grace"), (date(2026, 12, 30), "lapsed"),
     (date(2028, 12, 19), "gone")],
)
def test_a_day_makes_the_situation_by_the_rules_that_are_shipped(
    as_of: date, situation: str
) -> None:
    assert brewing(as_of).ctx.situation == situation
    assert brewing().on(as_of).ctx.situation == situation


def test_more_rules_holdings_and_settings_are_as_a_desk_has_them() -> None:
    longer = PolicyRow("Crema", "coffee", "*", "grace_days", date(2026, 1, 1), "60")
    held = brewing().held
    case = situate(COFFEE, held, date(2027, 1, 30), rules=[longer],
                   holdings=[Holding(held, Phase.OPEN)], settings=House(fleet_size=1))
    assert case.ctx.situation is Situation.IN_GRACE
    assert case.recommended == "barista-12"
    assert policy_of(COFFEE, AS_OF, rules=[longer]).days("grace_days", 0) == 60
    assert case.among().ctx.holdings == ()


def test_an_option_is_picked_as_it_is_typed() -> None:
    picked = brewing().pick("basic-12+kit=3", quantity=2)
    assert (picked.option.key, picked.quantity, dict(picked.addons)) == ("basic-12", 2, {"kit": 3})
    assert brewing().option_keys() == ["basic-12", "barista-12", "scrap"]
    with pytest.raises(Refusal, match="has no option gold"):
        brewing().pick("gold")


def test_it_is_priced_by_the_sample_list() -> None:
    rows = price_list(SAMPLES / "coffee-prices.csv")
    lines = price(bill(brewing(), "basic-12+kit=2"), rows, AS_OF)
    assert {key: line.amount for key, line in lines.items()} == {"term": 180_00, "kit": 49_00}
    with pytest.raises(MissingPrice, match="COF-DESCALE"):
        price(bill(brewing(), "basic-12+kit"), [price_row("Crema", "COF-BASIC", 1)], AS_OF)


def test_a_quote_is_stored_accepted_and_leads_on_to_the_next_renewal() -> None:
    quoted = brewing().store_quote("barista-12")
    assert (quoted.ctx.renewal.phase, quoted.ctx.renewal.picked) == (
        Phase.QUOTED, brewing().pick("barista-12")
    )
    ordered = quoted.happen(On.ACCEPTED, purchase_order="PO-7")
    assert [fact.key for fact in ordered.last.for_vendor] == ["tag"]
    assert ordered.on(date(2027, 6, 1)).ctx.situation is Situation.ON_TIME  # kept while ordered
    won = ordered.take("service", day=AS_OF, tag="BREW-99")
    assert won.ctx.renewal.phase is Phase.WON
    after = won.onward()
    assert (after.held.reference, after.ctx.renewal.state) == ("BREW-99", "brewing")
    assert (after.held.period.start, after.held.period.end) == (
        date(2026, 12, 20), date(2027, 12, 19)
    )
    assert after.ctx.renewal.picked is None


def test_a_step_that_a_rule_refuses_says_so_before_and_with_values() -> None:
    quoted = brewing().store_quote("basic-12")
    [point] = quoted.open_points(quoted.pick("basic-12"))
    assert str(point) == "BREW-01 is not descaled: take the step descale"
    assert quoted.why_not("book") == point
    with pytest.raises(Refused, match="is not descaled"):
        quoted.happen(On.ACCEPTED, purchase_order="PO-7")
    assert brewing().why_not("descale") is None  # nothing is typed yet
    assert brewing().why_not("descale", cups=1) is not None
    descaled = quoted.take("descale", cups=1_000)
    assert descaled.held.details.cups == 1_000
    assert descaled.why_not("book") is None
    assert quoted.at("booked", missed_visits=2).take("no_show").ctx.renewal.picked is None


def test_what_there_is_not_is_named() -> None:
    with pytest.raises(LookupError, match="no step fly from brewing; there are descale, offer"):
        brewing().why_not("fly")
    with pytest.raises(LookupError, match="state brewing has no step bound to accepted"):
        brewing().happen(On.ACCEPTED, purchase_order="1")
    with pytest.raises(LookupError, match="no step has finished the renewal of coffee:BREW-01"):
        brewing().onward()


def test_an_export_becomes_what_is_held_without_the_rows_that_it_rejects(tmp_path: Path) -> None:
    sample = (SAMPLES / "coffee-machines.csv").read_text("utf-8")
    path = tmp_path / "machines.csv"
    wrong = sample.replace("2027-04-30", "soon").replace("BREW-02,C-1009,☕☕☕", "B,C-1009,tea")
    path.write_text(wrong, "utf-8")
    held = from_export(COFFEE, MachineList(), path)
    assert [one.reference for one in held] == ["BREW-01", "BREW-03", "BREW-04", "BREW-05"]
    assert held[0].details.cups == 8_200
