"""What is said of an option: by the year, what it saves, what it is, and against the first."""

from __future__ import annotations

from decimal import Decimal

import pytest

from resellerdesk.core.customer_view import CustomerView, ViewLine
from resellerdesk.core.fact import Fact
from resellerdesk.core.period import Period, term
from resellerdesk.core.text import T

from documents.reading import ENGLISH, printed, words_of
from documents.samples import YEAR, alternative, line, lines, quote

TWO = term(YEAR.start, 24)
THREE = term(YEAR.start, 36)


def a_year(number: int, price: int = 10_000, **changes: object) -> ViewLine:
    usual = {"unit_list": price, "quantity": 2, "discount_percent": Decimal(0)}
    return line(number, **{**usual, **changes})


def said(view: CustomerView, letter: str, part: str = ".about") -> str:
    return " ".join(filter(None, (words_of(page, f"option {letter}{part}")
                                  for page in printed(view).pages)))


def with_b(main: list[ViewLine], other: list[ViewLine], **changes: object) -> CustomerView:
    return quote(main, alternatives=(alternative("b", "The other", other),), **changes)


def test_a_price_for_several_years_is_said_by_the_year_too() -> None:
    view = with_b([a_year(0)], [a_year(0, 27_000, period=THREE)])
    assert said(view, "B").startswith(
        "€180.00 a year for 3 years saves €60.00 on 3 yearly renewals at today’s prices"
    )
    assert "a year" not in said(view, "A")


def test_by_the_year_speaks_of_the_lines_for_those_years_alone() -> None:
    view = with_b([a_year(0), a_year(1)], [a_year(0, 18_000, period=TWO), a_year(1)])
    assert said(view, "B").startswith("1 line of it for 2 years: €180.00 a year saves €40.00 on 2")


@pytest.mark.parametrize(
    "period", [YEAR, Period(YEAR.start, THREE.end.replace(day=30)), term(YEAR.start, 18)]
)
def test_where_it_is_not_for_whole_years_there_is_no_price_by_the_year(period: Period) -> None:
    assert "a year" not in said(with_b([a_year(0)], [a_year(0, 15_000, period=period)]), "B")


def test_lines_for_different_years_have_no_one_price_by_the_year() -> None:
    view = with_b([a_year(0), a_year(1)],
                  [a_year(0, 19_000, period=TWO), a_year(1, 27_000, period=THREE)])
    assert "a year" not in said(view, "B")


@pytest.mark.parametrize(
    ("main", "price"),
    [(a_year(0), 30_000), (a_year(0, quantity=3), 27_000), (a_year(1), 27_000),
     (a_year(0, period=TWO), 27_000)],
    ids=["no cheaper", "another quantity", "another entitlement", "not a year"],
)
def test_nothing_is_saved_where_it_cannot_be_compared(main: ViewLine, price: int) -> None:
    assert "saves" not in said(with_b([main], [a_year(0, price, period=THREE)]), "B")


def test_each_option_says_how_it_differs_from_the_first() -> None:
    view = with_b([a_year(0)], [a_year(0, 12_345)])
    assert said(view, "B", ".against") == "+€46.90 against option A"
    assert said(view, "A", ".against") == ""
    assert said(with_b([a_year(0)], [a_year(0, 9_000)]), "B", ".against").startswith("\u2212€20.00")


def fact(value: str, key: str = "response") -> Fact:
    return Fact(key, T("Response"), value)


def test_the_facts_by_which_options_differ_stand_on_each_card() -> None:
    serial = fact("SN-1", "serial")
    view = with_b([a_year(0, facts=(fact("next day"), serial))],
                  [a_year(0, 20_000, facts=(fact("4 hours"), serial))])
    assert "Response: next day" in said(view, "A")
    assert "Response: 4 hours" in said(view, "B")
    assert "SN-1" not in said(view, "A") + said(view, "B")


def test_a_fact_that_is_not_one_for_all_its_lines_is_not_said() -> None:
    view = with_b(
        [a_year(0, facts=(fact("next day"),)), a_year(1, facts=(fact("10 days"),))],
        [a_year(0, 20_000, facts=(fact("4 hours"),)), a_year(1, 20_000, facts=(fact("4 hours"),))],
    )
    assert "Response" not in said(view, "A") + said(view, "B")


def test_lines_that_stay_do_not_tell_the_options_apart() -> None:
    stays = a_year(1, facts=(fact("10 days"),))
    view = with_b([a_year(0, facts=(fact("next day"),)), stays],
                  [a_year(0, 20_000, facts=(fact("4 hours"),)), stays])
    assert "Response: 4 hours" in said(view, "B")


def test_the_quote_itself_is_called_by_its_own_option() -> None:
    view = with_b([a_year(0)], [a_year(0, 5)], own_title=T("{n} months", n=12))
    assert said(view, "A", ".title") == "12 months"
    assert said(with_b([a_year(0)], [a_year(0, 5)]), "A", ".title") == "As listed above"


def test_a_draft_has_nothing_to_tick() -> None:
    view = with_b([a_year(0)], [a_year(0, 5)], number=None, revision=None)
    fields = [field for page in printed(view).pages for placed in page.placed
              for field in placed.block.fields]
    assert fields == []
    assert "Tick" not in said(view, "s.about", "")


def test_an_option_is_ticked_on_its_card_or_where_one_signs() -> None:
    view = with_b(list(lines(2)), [a_year(0)])
    fields = [field for page in printed(view).pages for placed in page.placed
              for field in placed.block.fields if field.kind == "choice"]
    assert [(field.name, field.value) for field in fields] == [("option", "A"), ("option", "B")] * 2
    assert ENGLISH.money(view.alternatives[0].total, "EUR") in said(view, "B", ".total")
