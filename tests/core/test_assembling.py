"""A quote put together: totals, shared add-ons, alternatives, validity (docs/domain.md, 3, 4)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from resellerdesk.core.assembling import Exchange
from resellerdesk.core.charge import Charge
from resellerdesk.core.fact import Fact, Table
from resellerdesk.core.money import percent_of, round_half_up
from resellerdesk.core.option import AddOn, Picked
from resellerdesk.core.pricebook import MissingPrice
from resellerdesk.core.quote import Item, OpenPoint, Quote
from resellerdesk.core.text import T

from core.building import (
    FRENCH_CUSTOMER,
    FRENCH_SELLER,
    charge,
    day,
    fee_of,
    item,
    once,
    option,
    percent_off,
    price_row,
    quote,
    span,
    term_of,
)

IN_2027 = "2027-01-01 .. 2027-12-31"
BANDS = price_row("31.20"), price_row("29.64", min_quantity=25)
EDU = price_row("780.00", sku="EDU", term=0)
PREMIUM = price_row("9500.00", sku="PREMIUM")
SHARED = (AddOn("edu", T("Education"), per_quote=True), AddOn("sugar", T("Sugar")))


def with_addons(ref: str, *addons: Charge, vendor: str = "Acme") -> Item:
    period = span(IN_2027)
    picked = Picked(option(period.start, addons=SHARED), period, 1, {"edu": 1})
    return item(charge(period), *addons, ref=ref, vendor=vendor, picked=picked)


def test_subtotal_tax_and_total_are_sums_of_what_is_printed() -> None:
    made = quote(
        [item(charge(IN_2027, 15)), item(charge(IN_2027, 10), ref="any:2")], *BANDS
    )
    assert [line.amount for line in made.lines] == [44460, 29640]
    assert made.subtotal == 74100
    assert [(line.base, line.rate, line.amount) for line in made.tax.lines] == [
        (74100, Decimal(20), 14820),
    ]
    assert made.total == 88920


def test_tax_is_rounded_once_on_the_sum() -> None:
    many = [item(charge(IN_2027), ref=f"any:{n}") for n in range(3)]
    made = quote(many, price_row("0.02"))
    assert (made.subtotal, made.total) == (6, 7)  # 20 % of 0.06 is 0.012; of each 0.004


def test_a_quote_with_a_line_that_has_no_price_is_refused_naming_it() -> None:
    lines = [item(charge(IN_2027)), item(charge(IN_2027, sku="OTHER"), ref="any:2")]
    with pytest.raises(MissingPrice) as refused:
        quote(lines, *BANDS)
    assert refused.value.text.args["ref"] == "any:2"


def test_the_level_agreed_with_the_customer_counts() -> None:
    loyal = replace(FRENCH_CUSTOMER, agreed_quantity=25)
    assert quote([item(charge(IN_2027))], *BANDS, customer=loyal).lines[0].unit_list == 2964


def test_a_price_is_never_taken_from_another_currency() -> None:
    with pytest.raises(MissingPrice):
        quote([item(charge(IN_2027))], *BANDS, customer=replace(FRENCH_CUSTOMER, currency="USD"))


def test_a_shared_add_on_stands_once_on_the_first_line_that_asks_for_it() -> None:
    lines = [
        item(charge(IN_2027)),
        with_addons("any:2", once("EDU", 1)),
        with_addons("any:3", once("EDU", 5)),
    ]
    made = quote(lines, *BANDS, EDU)
    assert [(line.ref, line.sku, line.quantity) for line in made.lines if line.sku == "EDU"] == [
        ("any:2", "EDU", 1),
    ]


def test_a_fee_on_a_shared_add_on_goes_with_it() -> None:
    lines = [with_addons(ref, once("EDU"), fee_of("edu")) for ref in ("any:1", "any:2")]
    made = quote(lines, *BANDS, EDU)
    assert [line.charge for line in made.lines] == ["term", "edu", "fee", "term"]


def test_an_add_on_of_the_line_or_of_another_vendor_is_not_shared() -> None:
    sugar = price_row("1.00", sku="SUGAR", term=0)
    kestrels = replace(BANDS[0], vendor="Kestrel"), replace(EDU, vendor="Kestrel")
    lines = [
        with_addons("any:1", once("SUGAR"), once("EDU")),
        with_addons("any:2", once("SUGAR")),
        with_addons("any:3", once("EDU"), vendor="Kestrel"),
    ]
    made = quote(lines, *BANDS, EDU, sugar, *kestrels)
    assert [line.sku for line in made.lines if line.sku != "MAINT"] == [
        "SUGAR", "EDU", "SUGAR", "EDU",
    ]


def test_an_alternative_has_its_own_lines_and_totals_and_counts_for_no_band() -> None:
    three_years = item(charge("2027-01-01 .. 2029-12-31", 24))
    exchange = Exchange("plain-36", T("Three years"), (three_years,))
    made = quote([item(charge(IN_2027, 24))], *BANDS, exchanges=[exchange])
    assert made.subtotal == 24 * 3120
    [other] = made.alternatives
    assert (other.key, other.subtotal) == ("plain-36", 24 * 3 * 3120)
    assert other.total == other.subtotal + other.tax.lines[0].amount


def test_an_alternative_has_the_shared_add_on_once_too() -> None:
    lines = tuple(with_addons(ref, once("EDU")) for ref in ("any:1", "any:2"))
    made = quote(lines, *BANDS, EDU, exchanges=[Exchange("same", T("The same"), lines)])
    assert made.alternatives[0].subtotal == made.subtotal


@pytest.mark.parametrize(
    ("until", "valid_until"),
    [(None, "2026-12-24"), ("2026-12-10", "2026-12-10"), ("2027-12-31", "2026-12-24")],
)
def test_a_quote_is_no_longer_valid_than_the_prices_it_used(
    until: str | None, valid_until: str
) -> None:
    row = price_row("120.00", valid_to=day(until) if until else None)
    unused = price_row("1.00", sku="OTHER", valid_to=day("2026-11-25"))
    assert quote([item(charge(IN_2027))], row, unused).validity.until == day(valid_until)


def test_the_prices_of_an_alternative_are_used_prices_too() -> None:
    rows = BANDS[0], price_row("80.00", term=36, valid_to=day("2026-12-10"))
    three_years = Exchange("plain-36", T("3"), (item(charge("2027-01-01 .. 2029-12-31")),))
    made = quote([item(charge(IN_2027))], *rows, exchanges=[three_years])
    assert made.validity.until == day("2026-12-10")


def test_a_line_that_ends_soon_limits_the_quote() -> None:
    soon = item(charge("2026-11-27 .. 2027-11-26"), held="2025-11-27 .. 2026-11-26")
    made = quote([item(charge(IN_2027)), replace(soon, ref="any:2")], *BANDS)
    assert made.validity.until == day("2026-11-26")


def test_what_is_missing_is_listed_by_line_and_for_the_whole() -> None:
    unproved = item(charge(IN_2027), ref="any:7", open_points=(T("ownership not verified"),))
    private = replace(FRENCH_CUSTOMER, country="DE", vat_number="")
    made = quote([item(charge(IN_2027)), unproved], *BANDS, customer=private)
    assert made.open_points[0] == OpenPoint("any:7", T("ownership not verified"))
    assert [point.ref for point in made.open_points] == ["any:7", ""]
    assert quote([item(charge(IN_2027))], *BANDS).open_points == ()


def test_the_rows_it_was_made_from_stay_with_the_quote() -> None:
    assert quote([item(charge(IN_2027))], *BANDS, EDU).prices == (*BANDS, EDU)


def test_a_stored_quote_comes_back_as_it_was() -> None:
    told = Fact("gap", T("Gap until {on}", on=day("2026-11-24")), Decimal("1.5"))
    cells = ((day("2027-06-11"), Decimal("7.5"), "text", 3, None),)
    shown = Table("plan", T("Plan"), (("last_day", T("Last day")),), cells)
    late = item(
        charge("2026-10-01 .. 2026-11-23", id="back", role="arrears"), fee_of("back"), once("EDU"),
        charge("2026-11-24 .. 2028-03-31", 10), discount=percent_off("7.5"),
    )
    late = replace(late, offer=replace(late.offer, facts=(told,), tables=(shown,)))
    made = quote([late], *BANDS, EDU, exchanges=[Exchange("again", T("Again"), (late,))])
    form = TypeAdapter(Quote)
    assert form.validate_json(form.dump_json(made)) == made


QUANTITIES = st.lists(st.integers(1, 40), min_size=1, max_size=5)
PERCENTS = st.decimals(0, 100, places=1).map(str)
TERMS = st.lists(st.integers(1, 40), min_size=5, max_size=5)


@given(QUANTITIES, TERMS, PERCENTS, st.randoms(use_true_random=False))
def test_totals_equal_the_sum_of_what_is_printed_in_whatever_order(
    quantities: list[int], months: list[int], percent: str, random: Random
) -> None:
    items = [
        item(
            charge(term_of("2027-01-31", months[n]), quantity), once("EDU", quantity),
            ref=f"any:{n}", discount=percent_off(percent, named=n % 2 == 0),
        )
        for n, quantity in enumerate(quantities)
    ]
    mixed = list(items)
    random.shuffle(mixed)
    made, other = quote(items, *BANDS, EDU), quote(mixed, *BANDS, EDU)
    assert made.subtotal == sum(line.unit_net * line.quantity for line in made.lines)
    [tax] = made.tax.lines
    assert tax.amount == round_half_up(percent_of(made.subtotal, tax.rate))
    assert made.total == made.subtotal + tax.amount
    assert (other.subtotal, other.tax, other.total) == (made.subtotal, made.tax, made.total)
    assert made.seller == FRENCH_SELLER
