"""Text that is copied or extracted: every figure of the data is on the pages, in reading order."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from resellerdesk.core.customer_view import CustomerView
from resellerdesk.desk.printed_figures import missing_figure, replaced_figure
from resellerdesk.documents.figures import digits_of, figures_in
from resellerdesk.documents.quote_pdf import quote_pdf, words_of
from resellerdesk.translation.translate import Translator

from documents.samples import line, lines, quote
from documents.test_layout import ODD

READ = {name: ODD[name] for name in ("one", "sixty", "full", "twelve digits",
                                     "twelve digits of yen", "japanese", "untaxed")}


def pages(view: CustomerView, language: str) -> list[str]:
    pdf = quote_pdf(view, Translator(language))
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("language", ["en", "fr", "de", "ja", "zh", "fr-CA", "de-CH"])
@pytest.mark.parametrize("name", READ)
def test_every_figure_is_there_in_the_order_in_which_it_is_drawn(name: str, language: str) -> None:
    words, read = Translator(language), pages(READ[name], language)
    assert missing_figure(READ[name], words, read) is None
    drawn = [page.replace("\u00a0", " ") for page in words_of(READ[name], words)]
    assert [figures_in(page) for page in read] == [figures_in(page) for page in drawn]


def test_a_figure_that_is_not_there_is_named() -> None:
    view = quote(lines(3))
    other = replace(view, lines=(*view.lines[:2], replace(view.lines[2], amount=view.total + 1)))
    found = missing_figure(other, Translator("en"), pages(view, "en"))
    assert found is not None
    assert str(found.what) == "line 3: amount"


def test_one_that_two_lines_have_has_to_be_there_twice() -> None:
    view = quote([line(0), line(0)])
    words, [page] = Translator("en"), pages(view, "en")
    assert missing_figure(view, words, [page]) is None
    net = words.amount(view.lines[0].unit_net, "EUR")
    found = missing_figure(view, words, [page.replace(net, "–", 1)])
    assert found is not None
    assert found.said == net


def test_a_figure_exchanged_for_another_is_found_and_another_layout_is_not() -> None:
    drawn = ["total 1,200.00, tax 200.00", "total 1,200.00"]
    assert replaced_figure(drawn, drawn) is None
    assert replaced_figure(drawn, [drawn[0], "total 2,100.00"]) == ("1,200.00", "2,100.00")
    assert replaced_figure(drawn, [drawn[0], ""]) is None
    assert replaced_figure(drawn, [*drawn, "per month 100.00"]) is None


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("1 389,50 €, 5 lignes", ["1", "389,50", "5"]),
        ("1\u202f389,50 € 5 lignes", ["1\u202f389,50", "5"]),
        ("€1,389.50, 12.5%.", ["1,389.50", "12.5"]),
        ("1’389.50 / 1.389,50", ["1’389.50", "1.389,50"]),
        ("2026年12月1日 ￥92,694", ["2026", "12", "1", "92,694"]),
        ("SEP-ESS-12 v3..4", ["12", "3", "4"]),
        ("none", []),
    ],
)
def test_figures_are_found_in_every_way_of_writing(text: str, figures: list[str]) -> None:
    assert figures_in(text) == figures


def test_the_same_figure_is_the_same_however_it_is_set_off() -> None:
    assert {digits_of(one) for one in ("1,389.50", "1.389,50", "1\u202f389,50", "1’389.50")} == {
        "138950"
    }
