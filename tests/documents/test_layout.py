"""Every quote: words lie in their boxes, boxes apart, nothing cut off, pages counted."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resellerdesk.core.customer_view import CustomerView
from resellerdesk.core.fact import Fact, Table
from resellerdesk.core.last_year import LastYear
from resellerdesk.core.late import LateCost
from resellerdesk.core.text import T
from resellerdesk.core.view_ladder import ViewLadder, ViewRung

from documents.any_quotes import any_quote
from documents.reading import check_layout, printed, text_of, words_of
from documents.samples import (
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

LONG = ("Smith & Co <b>Renewals, Trading and Import-Export Company of the Northern Provinces</b> "
        + "x" * 120 + " ") * 2
REVERSE_CHARGE = T("Reverse charge: VAT is due by the customer. VAT numbers: {seller}, "
                   "{customer}.", seller="FR32512345678", customer="DE123456789")
NOTE = T("Periods are aligned: they end together on {end}, for one order next time.",
         end=line(0).period.end)
LAPSE = T("Maintenance of {reference} ends on {end}.", reference="4471882000",
          end=line(0).period.start)
SCHEDULE = Table(
    "schedule", T("Certificates"),
    (("issued", T("Issued")), ("days", T("Days")), ("proof", T("Domain proof")),
     ("about", T("About"))),
    tuple((line(0).period.start, n, n % 2 == 0, LONG if n == 3 else "as planned")
          for n in range(40)),
)
LADDER = ViewLadder((line(2).ref, line(4).ref), (
    ViewRung("basic", T("Basic"), (), 0, True, True),
    ViewRung("gold", LONG, (Fact("response", T("Response"), LONG),), 12_345, False, False),
))
LATE = LateCost(30, (line(0).ref, line(3).ref), 99_999)
FULL = quote(
    lines(7), notes=(NOTE,) * 12, lapse=(LAPSE,) * 3, tables=(SCHEDULE,), revision=3,
    last_year=LastYear(120_000, 130_000, 7, False), ladders=(LADDER,), late=(LATE,),
    alternatives=(
        alternative("e36", T("{level} Support, {months} months", level="Essential", months=36),
                    [line(n, unit_list=30000 + n) for n in range(7)]),
        alternative("long", LONG, [line(0, unit_list=5000), *lines(7)[1:]]),
        alternative("same", "The same again", lines(7)),
    ),
)
HUGE = quote([line(0, quantity=1, unit_list=999_999_999_999, discount_percent=Decimal("12.25")),
              line(1, quantity=100_000, unit_list=9_999_999, discount_percent=Decimal(0))])
ODD = {
    "one": quote(lines(1)),
    "three": quote(lines(3), lapse=(LAPSE,), notes=(NOTE,)),
    "sixty": quote(lines(60)),
    "full": FULL,
    "full on Letter": replace(FULL, customer=replace(CUSTOMER, country="US")),
    "long names": quote(
        [line(0, description=LONG, sku=LONG), line(1, reference="r" * 300, facts=())],
        customer=replace(CUSTOMER, name=LONG, street=LONG, city="c" * 200),
        seller=replace(SELLER, name=LONG, contact=LONG, email="e" * 150, legal_line=LONG),
        valid_reason=T("the price of {sku} is valid until that day", sku="S" * 80),
        teams=(LONG, "second@example.com"),
    ),
    "japanese": taxed(quote(
        [line(0, description="エンドポイント保守（十二か月）、プレミアムサポート付き、終日対応"),
         line(1, description="ｴﾝﾄﾞﾎﾟｲﾝﾄ ㈱髙﨑")],
        currency="JPY", customer=replace(CUSTOMER, name="株式会社さくら商事", country="JP"),
    ), vat(1, "10")),
    "chinese": quote(lines(2), customer=replace(CUSTOMER, name="上海晨光贸易有限公司",
                                                country="CN")),
    "odd characters": quote(
        [line(0, description="a\x00b\x1b[2J\u202egnp.exe\u2066 \U0001f680 \U00020bb7 שלום ไทย")]
    ),
    "twelve digits": HUGE,
    "twelve digits of yen": replace(HUGE, currency="JPY"),
    "untaxed": untaxed(quote(lines(2), notes=(T("Excluding tax."),))),
    "reverse charge": taxed(quote(lines(2)), vat(1, "0", REVERSE_CHARGE)),
    "draft": quote(lines(2), number=None, revision=None),
    "nobody": quote(lines(1), seller=replace(SELLER, name="", contact="", phone="", email="",
                                             legal_line="", street="", city="", accent="")),
    "light accent": quote(lines(1), seller=replace(SELLER, accent="#FFE14D")),
    "endless": quote([line(0, description="word " * 3000), *lines(3)]),
}


@pytest.mark.parametrize("name", ODD)
def test_words_lie_in_their_boxes_and_nothing_over_anything(name: str) -> None:
    check_layout(printed(ODD[name]))


@pytest.mark.parametrize("language", ["fr", "de", "ja", "zh"])
def test_the_same_holds_in_other_languages(language: str) -> None:
    check_layout(printed(FULL, language))


@pytest.mark.parametrize("name", ["one", "sixty", "full", "draft"])
def test_pages_are_counted(name: str) -> None:
    quoted = printed(ODD[name])
    texts = text_of(quoted.pdf)
    for number, text in enumerate(texts, 1):
        assert f"page {number} of {len(texts)}" in text


def test_pages_after_the_first_say_whose_they_are() -> None:
    _, *following = printed(ODD["sixty"]).pages
    assert following
    for page in following:
        assert words_of(page, "running.title") == "Renewal quote Q-2026-0042"
        assert words_of(page, "running.about") == (
            "Horlogerie Marchand SAS · valid until 19 December 2026"
        )


@settings(max_examples=40)
@given(any_quote(), st.sampled_from(["en", "fr", "de", "ja", "zh"]))
def test_whatever_names_and_amounts_are_the_layout_holds(
    view: CustomerView, language: str
) -> None:
    check_layout(printed(view, language))
