"""The band on top: total, last day, and how it compares with what the customer paid before."""

from __future__ import annotations

import pytest

from resellerdesk.core.last_year import LastYear

from documents.reading import ENGLISH, check_layout, printed, words_of
from documents.samples import alternative, line, lines, quote, untaxed


def band(known: LastYear | None, part: str = "band.last_year") -> str:
    return words_of(printed(quote(lines(3), last_year=known)).pages[0], part)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (LastYear(100_000, 120_000, 3, True),
         "Against last year +€200.00 +20% on €1,000.00 a year, before tax"),
        (LastYear(120_000, 100_000, 3, True),
         "Against last year \u2212€200.00 \u221216.7% on €1,200.00 a year, before tax"),
        (LastYear(100_000, 100_000, 3, True),
         "Against last year €0.00 0% on €1,000.00 a year, before tax"),
        (LastYear(100_000, 50_000, 3, False),
         ("Against last year \u2212€500.00 \u221250% on €1,000.00 a year, before tax "
          "quantities have changed")),
        (LastYear(0, 100_000, 3, True), "Against last year +€1,000.00"),
    ],
    ids=["dearer", "cheaper", "the same", "fewer", "of nothing"],
)
def test_the_change_against_last_year(known: LastYear, said: str) -> None:
    assert band(known) == said


def test_the_sum_before_tax_then_stands_below_the_total() -> None:
    view = quote(lines(3))
    before_tax = f"{ENGLISH.money(view.subtotal, 'EUR')} before tax"
    assert before_tax in band(LastYear(1, 2, 3, True), "band.total")
    assert before_tax not in band(None, "band.total")


def test_without_a_comparison_nothing_is_said_of_last_year() -> None:
    [page] = printed(quote(lines(3))).pages
    assert "last year" not in words_of(page, "band")


def test_the_band_says_that_there_are_options() -> None:
    view = quote(lines(2), alternatives=(alternative("b", "B", lines(1)),))
    assert "option A of 2, see below" in words_of(printed(view).pages[0], "band.total")


@pytest.mark.parametrize("language", ["en", "fr", "de", "ja", "zh"])
def test_it_fits_in_every_language_with_twelve_digits(language: str) -> None:
    huge = LastYear(999_999_999_999, 111_111_111_111, 3, False)
    check_layout(printed(quote(lines(1), last_year=huge), language))
    check_layout(printed(untaxed(quote(lines(1), last_year=huge)), language))


def test_a_total_stands_on_one_line_however_it_is_written() -> None:
    """The yen sign of Japanese is a wide one, and wide signs may be parted elsewhere."""
    view = quote([line(0, quantity=1, unit_list=350_065_995_913)], currency="JPY")
    for page in printed(view, "ja").pages:
        assert len([box for box in page.boxes() if box.part == "band.total"]) in (0, 1)
