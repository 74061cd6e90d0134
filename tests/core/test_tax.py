"""Which tax stands on a quote, and why (docs/domain.md, section 9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.core.customer import Customer
from resellerdesk.core.money import percent_of, round_half_up
from resellerdesk.core.party import Seller
from resellerdesk.core.tax import Tax, TaxLine, tax_on
from resellerdesk.core.tax_rates import in_eu, standard_rate
from resellerdesk.core.text import Text

from core.building import AS_OF, day


def seller(country: str, vat_number: str = "FR65402002000") -> Seller:
    return Seller("Revendeur SA", country, vat_number)


def customer(country: str, vat_number: str = "", **changes: object) -> Customer:
    made = Customer("C-1", "Acme Freight", country, "EUR", vat_number=vat_number)
    return replace(made, **changes)  # type: ignore[arg-type]


def tax(ours: str, theirs: Customer | str, on: date = AS_OF, base: int = 10000) -> Tax:
    buyer = customer(theirs) if isinstance(theirs, str) else theirs
    return tax_on(base, seller(ours), buyer, on)


def only_line(found: Tax) -> TaxLine:
    [line] = found.lines
    return line


def note(line: TaxLine) -> Text:
    assert isinstance(line.note, Text)
    return line.note


def test_1_a_customers_own_rate_goes_before_every_rule() -> None:
    museum = customer("FR", tax_rate=Decimal("5.5"), tax_note="Certificate 4711")
    for ours in ("FR", "DE", "US", ""):
        found = tax(ours, museum)
        line = only_line(found)
        assert (line.rate, line.base, line.amount) == (Decimal("5.5"), 10000, 550)
        assert line.note == "Certificate 4711"
        assert (found.notes, found.open_points) == ((), ())


def test_1_a_customers_own_rate_may_be_0() -> None:
    exempt = customer("US", tax_rate=Decimal(0), tax_note="Exempt")
    assert only_line(tax("US", exempt)).amount == 0


def test_2_within_the_united_states_no_tax_line_but_a_word() -> None:
    found = tax("US", "US")
    assert (found.lines, found.open_points) == ((), ())
    assert [text.message for text in found.notes] == ["Excluding sales tax."]


@pytest.mark.parametrize(
    ("country", "on", "rate"),
    [
        ("FR", "2026-11-24", "20"),
        ("FR", "2016-05-08", "20"),
        ("BE", "2026-11-24", "21"),
        ("GB", "2026-11-24", "20"),
        ("AU", "2026-11-24", "10"),
        ("CN", "2026-11-24", "6"),
        ("DE", "2020-06-30", "19"),
        ("DE", "2020-07-01", "16"),
        ("DE", "2020-12-31", "16"),
        ("DE", "2021-01-01", "19"),
        ("JP", "2016-10-03", "8"),
        ("JP", "2019-09-30", "8"),
        ("JP", "2019-10-01", "10"),
        ("SG", "2022-12-31", "7"),
        ("SG", "2023-01-01", "8"),
        ("SG", "2023-12-31", "8"),
        ("SG", "2024-01-01", "9"),
    ],
)
def test_3_at_home_the_standard_rate_of_the_day(country: str, on: str, rate: str) -> None:
    found = tax(country, country, day(on))
    line = only_line(found)
    assert (line.rate, line.amount) == (Decimal(rate), int(rate) * 100)
    assert (found.notes, found.open_points) == ((), ())


def test_3_at_home_a_vat_number_changes_nothing() -> None:
    assert only_line(tax("FR", customer("FR", "FR82402003008"))).rate == 20


@pytest.mark.parametrize("country", ["IT", "BR", "CH"])
def test_3_a_rate_that_is_not_in_the_data_is_an_open_point(country: str) -> None:
    found = tax(country, country)
    assert found.lines == ()
    assert [text.message for text in found.notes] == ["Excluding tax."]
    [point] = found.open_points
    assert point.args["country"] == country


def test_4_across_the_union_with_a_vat_number_the_customer_owes_the_tax() -> None:
    found = tax("FR", customer("DE", "DE290010961"))
    line = only_line(found)
    assert (line.rate, line.base, line.amount) == (Decimal(0), 10000, 0)
    assert note(line).message.startswith("Reverse charge")
    assert set(note(line).args.values()) == {"FR65402002000", "DE290010961"}
    assert found.open_points == ()


def test_4_a_reverse_charge_without_the_resellers_number_is_an_open_point() -> None:
    found = tax_on(10000, seller("FR", ""), customer("DE", "DE290010961"), AS_OF)
    assert only_line(found).rate == 0
    assert len(found.open_points) == 1


def test_5_across_the_union_without_a_vat_number_the_resellers_rate_and_a_finding() -> None:
    found = tax("FR", "DE")
    assert only_line(found).rate == 20
    [point] = found.open_points
    assert point.args["customer"] == "Acme Freight"


@pytest.mark.parametrize(
    ("ours", "theirs"), [("FR", "US"), ("FR", "JP"), ("JP", "FR"), ("US", "BR"), ("FR", "CH")]
)
def test_6_otherwise_it_is_outside_the_scope(ours: str, theirs: str) -> None:
    found = tax(ours, customer(theirs, "DE290010961"))
    line = only_line(found)
    assert (line.rate, line.amount) == (Decimal(0), 0)
    assert note(line).message == "Outside the scope of VAT; local taxes may be due."
    assert found.open_points == ()


@pytest.mark.parametrize(
    ("on", "first_words"),
    [("2020-12-31", "Reverse charge"), ("2021-01-01", "Outside the scope")],
)
def test_the_united_kingdom_was_in_the_union_until_the_end_of_2020(
    on: str, first_words: str
) -> None:
    line = only_line(tax("FR", customer("GB", "GB340058392"), day(on)))
    assert note(line).message.startswith(first_words)
    line = only_line(tax("GB", customer("FR", "FR65402002000"), day(on)))
    assert note(line).message.startswith(first_words)


def test_a_reseller_without_a_country_states_no_tax_and_is_told() -> None:
    found = tax("", "FR")
    assert found.lines == ()
    assert [text.message for text in found.notes] == ["Excluding tax."]
    assert "reseller.country" in found.open_points[0].message
    assert tax("", "").lines == ()


def test_the_union_has_27_members_today() -> None:
    members = {a + b for a in map(chr, range(65, 91)) for b in map(chr, range(65, 91))}
    assert sum(in_eu(code, AS_OF) for code in members) == 27
    assert sum(in_eu(code, day("2020-12-31")) for code in members) == 28


@given(st.integers(0, 10**9), st.sampled_from(["FR", "DE", "JP", "SG", "AU"]))
def test_the_tax_is_the_rounded_share_of_the_base(base: int, country: str) -> None:
    line = only_line(tax(country, country, base=base))
    rate = standard_rate(country, AS_OF)
    assert rate == line.rate
    assert line.base == base
    assert line.amount == round_half_up(percent_of(base, line.rate))


CODES = st.sampled_from(["", "FR", "DE", "GB", "US", "JP", "IT", "BR"])


@given(CODES, CODES, st.sampled_from(["", "DE290010961"]), st.integers(0, 10**6))
def test_every_quote_says_something_about_tax(
    ours: str, theirs: str, vat_number: str, base: int
) -> None:
    found = tax_on(base, seller(ours), customer(theirs, vat_number), AS_OF)
    assert found.lines or found.notes
    assert len(found.lines) <= 1
