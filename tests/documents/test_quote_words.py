"""What stands on a quote: every figure of the view, and how the parts are worded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from resellerdesk.core.customer_view import CustomerView, ViewLine
from resellerdesk.core.fact import Fact, Table
from resellerdesk.core.period import Period
from resellerdesk.core.tax import TaxLine
from resellerdesk.core.text import T, Text

from documents.reading import ENGLISH, Printed, printed, text_of, words_of
from documents.samples import (
    AS_OF,
    CUSTOMER,
    SELLER,
    alternative,
    line,
    lines,
    quote,
    taxed,
    untaxed,
    vat,
)

REVERSE_CHARGE = T("Reverse charge: VAT is due by the customer. VAT numbers: {seller}, "
                   "{customer}.", seller="FR32512345678", customer="DE123456789")


def text(view: CustomerView) -> str:
    return " ".join(text_of(printed(view).pdf))


def first(view: CustomerView, part: str) -> str:
    return words_of(printed(view).pages[0], part)


def figures_of(lines: Sequence[ViewLine], currency: str) -> list[str]:
    found = []
    for one in lines:
        found += [ENGLISH.amount(n, currency) for n in (one.unit_list, one.unit_net, one.amount)]
        found += [ENGLISH.number(one.quantity), ENGLISH.short_date(one.period.start),
                  ENGLISH.short_date(one.period.end)]
        if one.discount_percent:
            found.append(ENGLISH.percent(one.discount_percent))
    return found


def sums_of(subtotal: int, taxes: Sequence[TaxLine], total: int, currency: str) -> list[str]:
    amounts = [subtotal, total, *(n for tax in taxes for n in (tax.base, tax.amount))]
    return [ENGLISH.amount(n, currency) for n in amounts]


@pytest.mark.parametrize(
    "view",
    [
        quote(lines(1)),
        quote(lines(60)),
        quote([line(0, quantity=1, unit_list=999_999_999_999), line(1, unit_list=12_345_678)]),
        quote([line(0, unit_list=14713), line(1, unit_list=999_999)], currency="JPY"),
        quote(lines(6), alternatives=(
            alternative("a", "Three years", [line(n, unit_list=30_001) for n in range(6)]),
            alternative("b", "Some", [line(0, unit_list=40_001), *lines(6)[1:]]),
        )),
    ],
    ids=["one line", "sixty lines", "twelve digits", "yen", "alternatives"],
)
def test_every_figure_of_the_view_is_printed(view: CustomerView) -> None:
    said = text(view)
    wanted = figures_of(view.lines, view.currency)
    wanted += sums_of(view.subtotal, view.taxes, view.total, view.currency)
    for other in view.alternatives:
        wanted += figures_of([one for one in other.lines if one not in view.lines], view.currency)
        wanted += sums_of(other.subtotal, other.taxes, other.total, view.currency)
    assert [figure for figure in wanted if figure not in said] == []


def test_the_band_says_what_is_to_pay_until_when_and_why() -> None:
    view = quote(lines(3))
    assert first(view, "band.total") == (
        f"Total including tax {ENGLISH.money(view.total, 'EUR')} "
        f"including {ENGLISH.money(view.taxes[0].amount, 'EUR')} of tax"
    )
    assert first(view, "band.valid") == (
        "To be accepted by 19 December 2026 4471882000 (line 1) ends that day"
    )
    assert first(view, "band.subtotal") == (
        f"Before tax {ENGLISH.money(view.subtotal, 'EUR')} 3 lines"
    )


def test_customer_references_and_terms() -> None:
    view = quote(lines(1))
    assert first(view, "customer") == (
        "Customer Horlogerie Marchand SAS 8 rue de la République 25000 Besançon"
    )
    assert first(view, "references") == (
        "References Customer number C-1042 VAT number FR40303265045 "
        "Quote of 24 November 2026 All amounts in EUR"
    )
    assert first(view, "terms") == (
        "Terms Payment within 30 days Prices hold until the day above "
        "Renewals team of the vendor: EMEA_renewals@symantec.com"
    )


def test_a_customer_without_days_of_payment_gets_the_sellers_terms() -> None:
    view = quote(lines(1), customer=replace(CUSTOMER, payment_days=None))
    assert "Payment in advance" in first(view, "terms")


def test_the_sellers_general_terms_are_named_where_there_are_any() -> None:
    view = quote(lines(1), seller=replace(SELLER, conditions="Our terms: example.com/terms"))
    assert "Our terms: example.com/terms" in first(view, "terms")


def test_the_letterhead_names_seller_and_contact() -> None:
    said = first(quote(lines(1)), "seller.")
    assert said == (
        "A Atelier Numérique 12 quai Perrache, 69002 Lyon Camille Rousseau, your contact "
        "+33 4 72 00 00 42 renouvellements@atelier-numerique.example"
    )


def test_a_seller_without_a_legal_line_is_named_in_the_footer() -> None:
    view = quote(lines(1), seller=replace(SELLER, legal_line=""))
    assert first(view, "footer.legal") == (
        "Atelier Numérique, 12 quai Perrache, 69002 Lyon – VAT number FR32512345678"
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Q-2026-0042"),
        ({"revision": 2}, "Q-2026-0042, revision 2"),
        ({"number": None, "revision": None}, "Draft, not an offer"),
    ],
)
def test_number_and_revision(changes: dict[str, object], said: str) -> None:
    assert first(quote(lines(1), **changes), "number") == said


def test_under_a_line_stand_sku_facts_and_how_its_price_came_about() -> None:
    years = Text("{n} year", {"n": 1}, plural="{n} years", count="n")
    how = T("{price} a year: {years} + {rest}", price=T("€120.00"), years=years,
            rest=T("{n} of {of} days", n=91, of=366))
    view = quote([line(0, how=how)])
    assert first(view, "line 1.detail") == (
        "EP-ESS-12 · Renewal ID: 4471882000 · Certificate: SYM-00000 "
        "€120.00 a year: 1 year + 91 of 366 days"
    )


def test_a_line_without_facts_names_its_reference() -> None:
    assert first(quote([line(0, facts=())]), "line 1.detail") == (
        "EP-ESS-12 · reference 4471882000"
    )


def test_facts_are_written_by_their_type_and_empty_ones_left_out() -> None:
    facts = (Fact("seats", T("Seats"), 1250), Fact("since", T("Since"), AS_OF),
             Fact("none", T("Nothing"), None), Fact("fee", T("Fee"), Decimal("7.5")))
    said = first(quote([line(0, reference="", facts=facts)]), "line 1.detail")
    assert said == "EP-ESS-12 · Seats: 1,250 · Since: 24 Nov 2026 · Fee: 7.5"


def test_a_one_off_line_stands_on_one_day() -> None:
    assert first(quote([line(0, period=Period(AS_OF, AS_OF))]), "line 1.period") == "24 Nov 2026"


def test_a_tax_line_names_its_base_and_its_note() -> None:
    view = taxed(quote(lines(2)), replace(vat(1, "0", REVERSE_CHARGE), base=1_575_000))
    said = first(view, "totals.")
    assert "VAT 0 % on 15,750.00" in said
    assert "Reverse charge: VAT is due by the customer." in said
    assert "VAT numbers: FR32512345678, DE123456789." in said
    assert "Total to pay" in said


def test_without_tax_there_is_one_sum() -> None:
    view = untaxed(quote(lines(2), notes=(T("Excluding tax."),)))
    assert first(view, "totals.") == f"Total before tax {ENGLISH.money(view.total, 'EUR')}"
    assert "Excluding tax." in text(view)


def test_what_happens_without_renewal() -> None:
    view = quote(lines(1), lapse=(T("No updates after {day}.", day=AS_OF),))
    assert first(view, "lapse") == "Without renewal No updates after 24 November 2026."


def test_tables_of_the_families_are_printed_as_they_are() -> None:
    table = Table("schedule", T("Certificates"),
                  (("issued", T("Issued")), ("days", T("Days")), ("proof", T("Domain proof"))),
                  ((AS_OF, 200, True), (AS_OF, 84, False)))
    assert first(quote(lines(1), tables=(table,)), "table.") == (
        "Certificates 24 Nov 2026 200 yes 24 Nov 2026 84 no"
    )
    assert "Issued Days Domain proof" in text(quote(lines(1), tables=(table,)))


@pytest.mark.parametrize("name", ["Smith & Co <b>", "株式会社さくら商事", "上海晨光贸易有限公司",
                                  "A\\(B) {c} %d &amp; <para>", "Łódź Ελλάς Москва"])
def test_names_are_printed_as_they_are(name: str) -> None:
    view = quote([line(0, description=name)], customer=replace(CUSTOMER, name=name))
    quoted: Printed = printed(view)
    assert words_of(quoted.pages[0], "line 1.description") == name
    assert f"for {name}" in text_of(quoted.pdf)[0]
    assert text_of(quoted.pdf)[0].count(name) >= 3


def test_no_word_of_cost_or_margin_is_in_the_file() -> None:
    view = quote(lines(6), notes=(T("A note."),), lapse=(T("It ends."),))
    quoted = printed(view).pdf
    said = text(view).lower()
    for word in ("cost", "margin", "derivation", "granted"):
        assert word not in said
        assert word.encode() not in quoted.lower()
