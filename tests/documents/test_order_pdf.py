"""The sheet that goes to a vendor: all that is ordered and what it costs, nothing of its sale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from resellerdesk.core.fact import Fact
from resellerdesk.core.money import Money
from resellerdesk.core.order import Order
from resellerdesk.core.period import Period
from resellerdesk.core.text import T
from resellerdesk.documents.boxes import Page
from resellerdesk.documents.order_pdf import order_pages, order_pdf
from resellerdesk.documents.order_words import Sheet
from resellerdesk.documents.paper import A4
from resellerdesk.translation.translate import Translator

from documents.orders import AS_OF, CUSTOMER, YEAR, line, order, ordered
from documents.reading import (
    ENGLISH,
    Glyph,
    check_apart,
    check_around,
    check_words,
    glyphs_of,
    text_of,
    words_of,
)

LONG = ("Smith & Co <b>Renewals, Trading and Import-Export Company of the Northern Provinces</b> "
        + "x" * 120 + " ") * 2
UNKNOWN = ordered(1, [line(1, unit_cost=None)])
ODD = {
    "one": order(1),
    "sixty": order(60),
    "sixty of one entitlement": order([ordered(0, [line(0) for _ in range(60)])]),
    "twelve digits": order([ordered(0, [line(0, unit_cost=999_999_999_999, quantity=100_000)])]),
    "twelve digits of yen": order([ordered(0, [line(0, unit_cost=999_999_999_999)])],
                                  currency="JPY"),
    "unknown costs": order([ordered(0), UNKNOWN]),
    "no cost known": order([UNKNOWN]),
    "long names": order(
        [ordered(0, [line(0, description=LONG, sku=LONG)], reference="r" * 300),
         replace(ordered(1), for_vendor=(Fact("request", T("Request"), "MIIC" * 600),))],
        number="O" * 120, vendor=LONG, quote="Q" * 200, purchase_order=LONG, revision=12,
        customer=replace(CUSTOMER, name=LONG, street=LONG, city="c" * 200, id="C" * 200),
    ),
    "japanese": order(2, customer=replace(CUSTOMER, name="株式会社さくら商事", country="JP")),
    "chinese": order(2, customer=replace(CUSTOMER, name="上海晨光贸易有限公司", country="CN")),
    "odd characters": order(
        [ordered(0, [line(0, description="a\x00b\x1b[2J\u202egnp.exe\u2066 \U0001f680 שלום")])]
    ),
    "endless": order([ordered(0, [line(0, description="word " * 3000)]), ordered(1)]),
    "nothing charged": order([ordered(0, [])]),
}


def pages(made: Order, language: str = "en") -> tuple[Page, ...]:
    return order_pages(Sheet(made, Translator(language)))


def text(made: Order) -> str:
    return " ".join(text_of(order_pdf(made, ENGLISH)))


def first(made: Order, part: str) -> str:
    return words_of(pages(made)[0], part)


def total(made: Order) -> str:
    return words_of(pages(made)[-1], "total")


def check_layout(made: Order, language: str = "en") -> None:
    """Words lie in their boxes, boxes apart and on the paper."""
    pdf = order_pdf(made, Translator(language))
    for page, glyphs in zip(pages(made, language), glyphs_of(pdf), strict=True):
        boxes = list(page.boxes())
        check_words(boxes, [_with_hyphen(glyph) for glyph in glyphs])
        check_apart(boxes)
        for box in boxes:
            assert A4.left - 0.01 <= box.x, box
            assert box.x + box.w <= A4.right + 0.01, box
            assert 0 < box.y <= box.y + box.h < A4.height, box
        for y, block, _ in page.placed:
            check_around(y, block)


def _with_hyphen(glyph: Glyph) -> Glyph:
    """PDFium reads a hyphen before a line that begins with a letter as one of hyphenation."""
    return replace(glyph, char="-") if glyph.char == "\ufffe" else glyph


@pytest.mark.parametrize("name", ODD)
def test_words_lie_in_their_boxes_and_nothing_over_anything(name: str) -> None:
    check_layout(ODD[name])


@pytest.mark.parametrize("language", ["fr", "de"])
@pytest.mark.parametrize("name", ["sixty", "unknown costs", "long names"])
def test_the_same_holds_in_other_languages(name: str, language: str) -> None:
    check_layout(ODD[name], language)


names = st.text(st.characters(codec="utf-8") | st.sampled_from("é &<>/ー。（）株さ贸\u202f\u200b"),
                max_size=300)


@settings(max_examples=25)
@given(names, names, st.none() | st.integers(0, 10**12), st.integers(1, 10**6),
       st.integers(0, 20))
def test_whatever_names_and_costs_are_the_layout_holds(
    name: str, sku: str, cost: int | None, quantity: int, more: int
) -> None:
    odd = line(0, description=name, sku=sku, unit_cost=cost, quantity=quantity)
    check_layout(order([ordered(0, [odd]), *(ordered(n) for n in range(1, more + 1))],
                       vendor=name, purchase_order=sku))


def test_the_head_says_what_to_whom_when_and_for_which_purchase_order() -> None:
    made = order(1)
    assert first(made, "title") == "Order O-2026-0001"
    assert first(made, "subtitle") == "To Symantec, 24 November 2026"
    assert first(made, "references") == (
        "References The customer's purchase order: PO-4711 Our quote: Q-2026-0042 "
        "All amounts in EUR"
    )


def test_a_revised_quote_is_named_with_its_revision() -> None:
    assert "Our quote: Q-2026-0042, revision 2" in first(order(1, revision=2), "references")


def test_the_end_customer_with_number_and_address() -> None:
    assert first(order(1), "customer") == (
        "End customer Horlogerie Marchand SAS 8 rue de la République 25000 Besançon France "
        "Customer number C-1042"
    )


@pytest.mark.parametrize("count", [1, 60])
def test_every_line_is_there_with_its_figures_and_costs(count: int) -> None:
    made = order(count)
    said = text(made)
    wanted = ["31 December 2027"]
    for part in made.ordered:
        [one] = part.lines
        assert one.unit_cost is not None
        wanted += [part.item.reference, one.sku, ENGLISH.number(one.quantity)]
        wanted += [ENGLISH.amount(n, "EUR") for n in (one.unit_cost, one.unit_cost * one.quantity)]
        wanted += [f"{fact.title}: {fact.value}" for fact in part.for_vendor]
    wanted.append(ENGLISH.money(sum((391_026 + 11 * n) * (250 + n) for n in range(count)), "EUR"))
    assert [figure for figure in wanted if figure not in said] == []


def test_a_line_reads_from_reference_to_cost() -> None:
    one = line(0, quantity=3, unit_cost=10_050)
    assert first(order([ordered(0, [one])]), "line.") == (
        "4471882000 EP-ESS-00 Endpoint Protection 14, maintenance Essential "
        "1 January 2027 – 31 December 2027 3 100.50 301.50"
    )


def test_a_one_off_line_stands_on_one_day() -> None:
    made = order([ordered(0, [line(0, period=Period(AS_OF, AS_OF))])])
    assert first(made, "line.period") == "24 November 2026"


def test_under_an_entitlement_stands_what_its_vendor_asks_for() -> None:
    """Under its last line, once."""
    made = order([ordered(0, [line(0), line(0, description="Premium Support")]), ordered(1)])
    found = [box for box in pages(made)[0].boxes() if box.part in {"asked", "line.description"}]
    assert [box.words for box in found if box.part == "asked"] == [
        "Renewal ID: RN-00000 · Certificate: SYM-00000",
        "Renewal ID: RN-00001 · Certificate: SYM-00001",
    ]
    above = found[: [box.part for box in found].index("asked")]
    assert above[-1].words == "Premium Support"


def test_what_is_asked_for_is_written_by_its_type_and_left_out_where_empty() -> None:
    facts = (Fact("seats", T("Seats"), 1250), Fact("since", T("Since"), date(2026, 3, 4)),
             Fact("none", T("Nothing"), None), Fact("blank", T("Blank"), ""),
             Fact("fee", T("Fee"), Money(750, "EUR")), Fact("proof", T("Proof"), False))
    made = order([replace(ordered(0), for_vendor=facts)])
    assert first(made, "asked") == "Seats: 1,250 · Since: 4 March 2026 · Fee: €7.50 · Proof: no"


def test_a_vendor_that_asks_for_nothing_gets_lines_alone() -> None:
    made = order([replace(ordered(0), for_vendor=())])
    assert "asked" not in {box.part for box in pages(made)[0].boxes()}


def test_the_total_is_of_all_lines() -> None:
    made = order([ordered(0, [line(0, quantity=2, unit_cost=150)]),
                  ordered(1, [line(1, quantity=3, unit_cost=1000)])])
    assert total(made) == "2 lines €33.00 Total cost"


def test_a_cost_that_is_not_known_is_said_and_not_in_the_total() -> None:
    made = order([ordered(0, [line(0, quantity=2, unit_cost=150)]), UNKNOWN, UNKNOWN])
    assert words_of(pages(made)[0], "line.cost") == "3.00 – –"
    assert total(made) == (
        "3 lines €3.00 Total of the known costs "
        "The cost of 2 lines is not known; it is not in the total."
    )


def test_a_line_that_costs_nothing_is_known() -> None:
    made = order([ordered(0, [line(0, unit_cost=0)])])
    assert total(made) == "1 line €0.00 Total cost"


def test_where_no_cost_is_known_there_is_no_total() -> None:
    assert total(order([UNKNOWN])) == "1 line The cost of these lines is not known."


def test_an_entitlement_that_charges_nothing_is_still_named() -> None:
    assert first(ODD["nothing charged"], "line.") == (
        "4471882000 Endpoint Protection 14, maintenance Essential – – –"
    )


@pytest.mark.parametrize("count", [1, 60])
def test_no_price_of_the_sale_is_on_the_sheet(count: int) -> None:
    made = order(count)
    said = text(made)
    lines = [one for part in made.ordered for one in part.lines]
    sold = [n for one in lines for n in (one.unit_list, one.unit_net, one.amount, one.margin)]
    sold += [sum(one.amount for one in lines), sum(one.margin or 0 for one in lines)]
    assert [n for n in sold if n and ENGLISH.amount(n, "EUR") in said] == []
    for words in ("7.25", "7,048.17", "camille", "discount", "margin", "net", "list", "vat"):
        assert words not in said.lower().replace("network", "")
    assert ENGLISH.percent(Decimal("7.25")) not in said


def test_sixty_lines_repeat_the_head_of_the_table_on_every_page() -> None:
    made = pages(order(60))
    assert len(made) > 2
    for page in made:
        assert words_of(page, "head.") == (
            "Reference SKU Description Period Qty Unit cost Cost, EUR"
        )


def test_a_long_entitlement_repeats_it_too() -> None:
    made = pages(ODD["sixty of one entitlement"])
    assert len(made) > 2
    assert [words_of(page, "head.reference") for page in made] == ["Reference"] * len(made)
    assert sum(box.part == "line.quantity" for page in made for box in page.boxes()) == 60


def test_every_line_is_printed_once_and_in_order() -> None:
    found = [box.words for page in pages(order(60)) for box in page.boxes()
             if box.part == "line.reference"]
    assert found == [f"44718820{number:02d}" for number in range(60)]


@pytest.mark.parametrize("count", range(6, 20))
def test_an_entitlement_and_what_is_asked_for_it_stay_on_one_page(count: int) -> None:
    made = pages(order([ordered(n, [line(n)] * 3) for n in range(count)]))
    for page in made:
        assert words_of(page, "line.reference").split()[::3] == [
            words.replace("RN-000", "44718820") for words in words_of(page, "asked").split()
            if words.startswith("RN-")
        ]


@pytest.mark.parametrize("count", range(1, 30))
def test_the_total_has_a_line_beside_it(count: int) -> None:
    [page] = [page for page in pages(order(count)) if words_of(page, "total.title")]
    assert words_of(page, "line.reference")


@pytest.mark.parametrize("name", ["one", "sixty", "endless"])
def test_pages_are_counted(name: str) -> None:
    made = pages(ODD[name])
    assert [words_of(page, "footer.page") for page in made] == [
        f"O-2026-0001 · page {n} of {len(made)}" for n in range(1, len(made) + 1)
    ]


def test_pages_after_the_first_say_which_order_it_is_and_for_whom() -> None:
    _, *following = pages(order(60))
    assert following
    for page in following:
        assert words_of(page, "running.title") == "Order O-2026-0001"
        assert words_of(page, "running.about") == "Horlogerie Marchand SAS"


@pytest.mark.parametrize("name", ["Smith & Co <b>", "株式会社さくら商事", "Łódź Ελλάς Москва",
                                  "A\\(B) {c} %d &amp; <para>"])
def test_names_are_printed_as_they_are(name: str) -> None:
    made = order([ordered(0, [line(0, description=name)])], vendor=name, purchase_order=name,
                 customer=replace(CUSTOMER, name=name))
    assert first(made, "line.description") == name
    assert first(made, "subtitle") == f"To {name}, 24 November 2026"
    # One of them is wrapped, where its column ends.
    assert text(made).replace(" ", "").count(name.replace(" ", "")) == 4


def test_the_same_order_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    once = order_pdf(order(30), ENGLISH)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert order_pdf(order(30), Translator("en")) == once
    assert order_pdf(order(29), ENGLISH) != once


def test_the_file_says_which_order_it_is_and_of_which_day() -> None:
    about = PdfReader(BytesIO(order_pdf(order(1), ENGLISH))).metadata
    assert about is not None
    assert about.title == "Order O-2026-0001"
    assert about.author == "Atelier Numérique"
    assert about["/CreationDate"] == "D:20261124000000+00'00'"


def test_it_is_a4_wherever_the_customer_is() -> None:
    made = order_pdf(order(1, customer=replace(CUSTOMER, country="US")), ENGLISH)
    [page] = PdfReader(BytesIO(made)).pages
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
        (A4.width, A4.height), abs=0.01
    )


def test_periods_cannot_be_read_in_two_ways() -> None:
    assert "01/01/2027" not in text(order(1))
    assert ENGLISH.date(YEAR.start) in text(order(1))
