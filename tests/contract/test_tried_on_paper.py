"""The contract is right when each of these fits without a special case in the host.

One test for each need that software or coffee machines can show; the families of cloud, hardware
and ssl bring their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from resellerdesk.core.coterm import Align, Chosen, periods
from resellerdesk.core.derivation import Discount
from resellerdesk.core.pricing import Line, band_quantities
from resellerdesk.core.refusal import Refusal
from resellerdesk.sdk import Entitlement, Holding, On, Period, Phase, Picked, PolicyRow
from resellerdesk.sdk.testing import Case, Refused, bill, price, price_row, situate

from resellerdesk_software.details import Software
from resellerdesk_software.family import SoftwareFamily
from toy_family.family import CoffeeFamily
from toy_family.machine import House, Machine

SOFTWARE, COFFEE = SoftwareFamily(), CoffeeFamily()
day = date.fromisoformat
AS_OF = day("2026-11-24")
PRICES = [
    price_row("Symantec", "SEP-ESS-REN", 120_00),
    price_row("Symantec", "SEP-ESS-REN", 100_00, min_quantity=15),
    price_row("Symantec", "SEP-ESS-NEW", 400_00, term_months=0),
    price_row("Symantec", "SW-PREMIUM", 9_500_00),
    price_row("Symantec", "SVC-EDU", 780_00, term_months=0),
    price_row("Kestrel", "KX-REN", 120_00),
    price_row("Crema", "COF-BASIC", 180_00), price_row("Crema", "COF-BARISTA", 300_00),
    price_row("Crema", "COF-DESCALE", 24_50, term_months=0),
    price_row("Crema", "COF-CHECK", 60_00, term_months=0),
]


def licences(end: str = "2026-12-31", quantity: int = 10, *, vendor: str = "Symantec",
             sku: str = "SEP-ESS-NEW", reference: str = "3623879480", licensed: int = 10,
             rules: list[PolicyRow] | None = None) -> Case:
    held = Entitlement(
        "software", reference, vendor, "C-1009", sku, "Endpoint Protection", quantity,
        Period(day("2020-01-01"), day(end)), "", Software(licensed=licensed),
    )
    return situate(SOFTWARE, held, AS_OF, rules=rules or [])


def machine(reference: str = "BREW-01", *, end: str = "2026-12-19", sku: str = "COF-BASIC",
            spares: str | None = None, holdings: list[Holding[Machine]] | None = None,
            settings: House | None = None, as_of: str = "2026-11-24") -> Case:
    until = day(spares) if spares else None
    held = Entitlement(
        "coffee", reference, "Crema", "C-1009", sku, "Moka 3", 1,
        Period(day("2025-12-20"), day(end)), "",
        Machine(model="Moka 3", cups=8_200, spares_until=until),
    )
    return situate(COFFEE, held, day(as_of), holdings=holdings or [], settings=settings)


def priced(case: Case, typed: str | Picked, discount: str = "0") -> dict[str, Line]:
    return price(bill(case, typed, Discount(Decimal(discount))), PRICES, AS_OF)


def align(cases: Mapping[str, Case], to: Align) -> dict[str, Picked]:
    """Cases by the option chosen for each, co-termed."""
    chosen = [Chosen(case.held.ref, case.option(key)) for key, case in cases.items()]
    spans = periods(chosen, to)
    return {
        key: case.pick(key, period=span)
        for (key, case), span in zip(cases.items(), spans, strict=True)
    }


# Add-ons beside a term; a voucher that is one-off


def test_add_ons_stand_beside_a_term_and_a_voucher_is_one_off() -> None:
    found = licences()
    lines = priced(found, "essential-12+premium+education=5")
    assert {id_: line.amount for id_, line in lines.items()} == {
        "term": 1_200_00, "premium": 9_500_00, "education": 3_900_00
    }
    assert lines["premium"].period == lines["term"].period
    assert lines["education"].period == Period(AS_OF, AS_OF)


def test_an_add_on_may_stand_once_a_quote_or_once_a_line() -> None:
    assert all(addon.per_quote for addon in licences().option("essential-12").addons)
    assert not any(addon.per_quote for addon in machine().option("basic-12").addons)


# A fee that is a percentage of another line; a line for a past period that does not count


def test_a_fee_is_a_share_and_arrears_are_priced_for_a_past_period() -> None:
    """The worked example of docs/domain.md, section 4."""
    found = licences("2026-09-30")
    lines = priced(found, "essential-12")
    assert [(id_, line.unit_list, line.amount) for id_, line in lines.items()] == [
        ("arrears", 17_75, 177_50), ("reinstatement", 3_55, 35_50), ("term", 120_00, 1_200_00)
    ]
    assert sum(line.amount for line in lines.values()) == 1_413_00


def test_arrears_do_not_count_for_bands() -> None:
    """10 units in two lines would reach the band of 15, were both counted."""
    found = licences("2026-09-30")
    charged = bill(found, "essential-12")
    assert band_quantities([charged], 0) == {("Symantec", "SEP-ESS-REN"): 10}


def test_a_discount_reaches_arrears_and_premium_but_never_the_fee_or_a_voucher() -> None:
    """docs/domain.md, section 11, in round figures."""
    found = licences("2026-09-30")
    picked = found.pick("essential-12+premium+education")
    lines = priced(found, picked, "10")
    assert {id_: line.discount.percent for id_, line in lines.items()} == {
        "arrears": Decimal(10), "reinstatement": Decimal(0), "term": Decimal(10),
        "premium": Decimal(10), "education": Decimal(0),
    }
    assert lines["reinstatement"].unit_net == 3_20  # 20 % of 15.98, the net of 17.75


# Fewer than are licensed


def test_fewer_than_are_licensed_is_a_quantity_of_the_host_and_a_note_of_the_family() -> None:
    found = licences()
    picked = found.pick("essential-12", quantity=4)
    lines = priced(found, picked)
    assert lines["term"].amount == 480_00
    [note] = found.offer(picked).notes
    assert note.args["rest"] == 6


def test_once_fewer_are_covered_a_finding_follows() -> None:
    fewer = licences(quantity=4)
    keys = [finding.key for finding in SOFTWARE.findings(fewer.held, fewer.ctx)]
    assert keys == ["uncovered_licences"]


# Proof of purchase before ordering; shown as missing before anything is typed


def test_what_an_order_misses_is_known_when_the_quote_is_made() -> None:
    found = licences()
    picked = found.pick("essential-12")
    quoted = found.store_quote(picked)
    [point] = quoted.open_points(picked)
    assert point.args == {"reference": "3623879480"}
    verified = quoted.take("verify", renewal_id="3623879480")
    assert verified.open_points(picked) == []


def test_ordering_waits_for_the_proof_and_then_goes_through_to_the_next_renewal() -> None:
    found = licences()
    quoted = found.store_quote(found.pick("essential-12"))
    with pytest.raises(Refused, match="is not verified"):
        quoted.happen(On.ACCEPTED, purchase_order="PO-7")
    verified = quoted.take("verify", renewal_id="3623879480")
    ordered = verified.happen(On.ACCEPTED, purchase_order="PO-7")
    assert ordered.ctx.renewal.phase is Phase.ORDERED
    assert [fact.key for fact in ordered.last.for_vendor] == ["renewal_id"]
    won = ordered.take("fulfil", certificate="M1")
    assert won.ctx.renewal.phase is Phase.WON
    assert won.last.finish is not None
    assert won.last.finish.carry.activation_pending


# A step back; facts that a step records; an option accepted by a step of its own


def test_two_options_are_accepted_by_two_steps() -> None:
    basic, barista = machine(), machine()
    booked = basic.store_quote(basic.pick("basic-12")).at("offered", descaled_on=AS_OF)
    signed = barista.store_quote(barista.pick("barista-12"))
    assert booked.happen(On.ACCEPTED, purchase_order="1").ctx.renewal.state == "booked"
    assert signed.happen(On.ACCEPTED, purchase_order="2").ctx.renewal.state == "signed"


def test_only_the_guard_of_the_option_s_own_step_stands_in_its_way() -> None:
    found = machine()
    quoted = found.store_quote(found.pick("basic-12"))
    assert len(quoted.open_points(found.pick("basic-12"))) == 1
    assert quoted.open_points(found.pick("barista-12")) == []


def test_an_order_that_comes_to_nothing_goes_back_to_open_with_what_happened_recorded() -> None:
    found = machine()
    booked = found.store_quote(found.pick("basic-12")).at("booked", descaled_on=AS_OF)
    back = booked.take("no_show")
    assert back.ctx.renewal.phase is Phase.OPEN
    assert back.ctx.renewal.facts.missed_visits == 1
    assert back.ctx.renewal.facts.descaled_on == AS_OF


# Today's plan beside the others


def test_today_s_plan_stands_beside_the_others_and_the_host_takes_the_difference() -> None:
    found = machine(sku="COF-BARISTA")
    offered = [option for option in found.options() if option.unpriced is None]
    totals = {
        option.key: priced(found, option.key)["term"].amount
        for option in offered
    }
    [today] = [option.key for option in offered if option.current]
    assert today == "barista-12"
    assert {key: total - totals[today] for key, total in totals.items()} == {
        "basic-12": -120_00, "barista-12": 0
    }


def test_an_option_without_a_price_says_why_and_charges_nothing() -> None:
    found = machine()
    scrap = found.option("scrap")
    assert scrap.mode == "replace"
    assert scrap.unpriced is not None
    assert found.offer(found.pick("scrap")).charges == ()


def test_facts_have_an_audience() -> None:
    facts = machine().offer(machine().pick("basic-12")).facts
    assert {fact.key: fact.internal for fact in facts} == {"model": False, "cups": True}


# A period cut at a ceiling, below the minimum


def test_a_ceiling_cuts_the_period_below_its_floor_and_says_why() -> None:
    option = machine(spares="2027-03-31").option("basic-12")
    assert option.floor == 6
    assert option.period == Period(day("2026-12-20"), day("2027-03-31"))
    assert option.is_cut
    assert option.ceiling_why is not None


def test_with_no_day_left_the_one_option_is_unpriced() -> None:
    [option] = machine(spares="2026-12-19").options()
    assert (option.key, option.recommended) == ("scrap", True)


def test_a_line_that_is_cut_keeps_its_own_end_when_others_are_aligned() -> None:
    cut, whole = machine("BREW-02", spares="2027-03-31"), licences()
    picked = align({"basic-12": cut, "essential-12": whole}, "auto")
    assert picked["basic-12"].period.end == day("2027-03-31")
    assert picked["essential-12"].period.end == day("2027-12-31")


def test_each_family_s_own_floor_counts_when_aligning() -> None:
    soon = day("2027-06-30")
    coffee = align({"basic-12": machine()}, soon)["basic-12"]
    assert coffee.period.end == soon
    with pytest.raises(Refusal, match=r"software:3623879480.*2027-12-31"):
        align({"essential-12": licences()}, soon)


# Recommended by how many the customer holds


def others(*ends: str, phase: Phase = Phase.OPEN) -> list[Holding[Machine]]:
    return [
        Holding(machine(f"BREW-{n}", end=end).held, phase) for n, end in enumerate(ends, 10)
    ]


@pytest.mark.parametrize(
    ("holdings", "recommended"),
    [
        pytest.param([], "basic-12", id="alone"),
        pytest.param(others("2027-01-31"), "basic-12", id="two"),
        pytest.param(others("2027-01-31", "2026-11-24"), "barista-12", id="three"),
        pytest.param(others("2027-01-31", "2026-11-23"), "basic-12", id="one is past its end"),
        pytest.param(others("2027-01-31", "2027-01-31", phase=Phase.LOST), "basic-12", id="lost"),
    ],
)
def test_what_is_recommended_follows_what_the_customer_holds(
    holdings: list[Holding[Machine]], recommended: str
) -> None:
    [found] = [option for option in machine(holdings=holdings).options() if option.recommended]
    assert found.key == recommended


def test_from_how_many_on_is_a_setting_of_the_family() -> None:
    found = machine(settings=House(fleet_size=1))
    assert found.option("barista-12").recommended


# A comparison as a table; a result that changes the options


def test_a_step_leaves_a_table_and_facts_and_the_facts_change_the_options() -> None:
    found = machine().take("descale", cups=9_000, burnt_out=True)
    [table] = found.last.tables
    assert (table.key, table.rows, table.internal) == ("counter", ((8_200, 9_000),), True)
    assert found.held.details.cups == 9_000
    assert [option.key for option in found.options()] == ["scrap"]


def test_a_guard_reads_what_was_typed() -> None:
    with pytest.raises(Refused, match="8000 cups are fewer than the 8200"):
        machine().take("descale", cups=8_000)


# A schedule under rules of future days


def test_a_schedule_follows_the_rule_of_each_of_its_days() -> None:
    """Two visits a year, from June 2027 on three."""
    found = machine()
    [table] = found.offer(found.pick("basic-12")).tables
    assert table.rows == (
        (1, day("2026-12-20")), (2, day("2027-06-20")), (3, day("2027-10-20"))
    )


def test_ordering_may_wait_for_a_day() -> None:
    early = machine(as_of="2026-09-01")
    assert early.option("basic-12").opens == day("2026-10-20")
    assert machine(as_of="2026-10-20").option("basic-12").opens is None


# Not a renewal but a new purchase; plans that do not align


def test_what_is_gone_is_bought_anew_and_does_not_align() -> None:
    found = licences("2024-06-30")
    [option] = found.options()
    assert (option.mode, option.aligns) == ("new", False)
    lines = priced(found, "repurchase")
    assert {line.kind: line.amount for line in lines.values()} == {"new": 4_000_00}
    with pytest.raises(Refusal, match="nothing to align"):
        align({"repurchase": found}, "auto")


def test_a_new_purchase_may_close_the_old_entitlement_under_a_new_reference() -> None:
    found = licences("2024-06-30")
    ordered = found.at("ordered", picked=found.pick("repurchase"), ordered_on=AS_OF)
    fulfilled = ordered.take("fulfil", certificate="M1", renewal_id="5550001111")
    assert fulfilled.last.finish.reference == "5550001111"
    assert fulfilled.last.finish.period == Period(day("2026-11-24"), day("2027-11-23"))


def test_a_plan_may_keep_its_own_end() -> None:
    picked = align({"barista-12": machine(), "essential-12": licences()}, "auto")
    assert picked["barista-12"].period.end == day("2027-12-19")


# Another vendor, other rules


KESTREL = [
    PolicyRow("Kestrel", "software", "*", name, day("2020-01-01"), value)
    for name, value in {
        "grace_days": "15", "stub": "monthly", "reinstatement_percent": "10"
    }.items()
]


def test_another_vendor_has_its_own_grace_stub_and_fee() -> None:
    grace = licences("2026-11-09", vendor="Kestrel", sku="KX-NEW", rules=KESTREL)
    lapsed = licences("2026-11-08", vendor="Kestrel", sku="KX-NEW", rules=KESTREL)
    assert (grace.ctx.situation, lapsed.ctx.situation) == ("in_grace", "lapsed")
    assert set(priced(grace, "essential-12")) == {"term"}
    lines = priced(lapsed, "essential-12")
    assert lines["arrears"].unit_list == 10_00  # one begun month of 120.00 a year
    assert lines["reinstatement"].unit_list == 1_00


def test_another_vendor_s_rules_do_not_touch_the_first() -> None:
    """Without grace, 15 days of arrears are 4.93 of 120.00, and a fifth of that the fee."""
    found = licences("2026-11-08", rules=KESTREL)
    lines = priced(found, "essential-12")
    assert (lines["arrears"].unit_list, lines["reinstatement"].unit_list) == (4_93, 99)
