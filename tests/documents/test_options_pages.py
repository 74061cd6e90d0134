"""Alternatives: cards side by side, and what each of them changes."""

from __future__ import annotations

from itertools import pairwise

from resellerdesk.core.customer_view import CustomerView
from resellerdesk.documents.options import options_of

from documents.reading import ENGLISH, printed, text_of, words_of
from documents.samples import alternative, line, lines, quote

MAIN = lines(4)
LONGER = [line(n, unit_list=30_001 + n) for n in range(4)]
MIXED = [MAIN[0], line(1, unit_list=50_001), MAIN[2], MAIN[3]]


def with_options() -> CustomerView:
    return quote(MAIN, alternatives=(
        alternative("e36", "Essential Support, 36 months", LONGER),
        alternative("mixed", "Premium for one", MIXED),
    ))


def part(view: CustomerView, name: str) -> str:
    return " ".join(filter(None, (words_of(page, name) for page in printed(view).pages)))


def test_a_quote_without_alternatives_has_no_options() -> None:
    assert options_of(quote(MAIN), []) == []
    assert "Option A" not in " ".join(text_of(printed(quote(MAIN)).pdf))


def test_the_quote_itself_is_the_first_card_and_each_has_its_own_totals() -> None:
    view = with_options()
    for letter, title, sums in (
        ("A", "As listed above", view), ("B", "Essential Support, 36 months",
                                         view.alternatives[0]),
        ("C", "Premium for one", view.alternatives[1]),
    ):
        said = part(view, f"option {letter}")
        assert said.startswith(f"Option {letter} {title} {ENGLISH.money(sums.subtotal, 'EUR')} "
                               f"before tax {ENGLISH.money(sums.total, 'EUR')} with tax")


def test_cards_of_a_row_are_equally_high_and_do_not_touch() -> None:
    for page in printed(with_options()).pages:
        for _, block, _ in page.placed:
            if any(box.part == "option A" for box in block.boxes):
                cards = sorted((panel for panel in block.panels if panel.w > 100),
                               key=lambda panel: panel.x)
                assert len({card.h for card in cards}) == 1
                assert all(a.x + a.w < b.x for a, b in pairwise(cards))
                return
    raise AssertionError("no cards")


def test_an_alternative_lists_its_own_lines_and_names_those_it_shares() -> None:
    view = with_options()
    assert part(view, "line C1.amount") == ENGLISH.amount(MIXED[1].amount, "EUR")
    assert part(view, "line C2.amount") == ""
    shared = sum(MAIN[n].amount for n in (0, 2, 3))
    assert part(view, "option.same") == (
        f"as in option A: lines 1, 3–4 {ENGLISH.amount(shared, 'EUR')}"
    )


def test_the_band_says_that_there_are_options() -> None:
    assert "option A of 3, see below" in part(with_options(), "band.total")


def test_the_sums_printed_with_an_alternative_add_up() -> None:
    numbered = list(enumerate(MAIN, 1))
    view = with_options()
    for option in options_of(view, numbered):
        own = sum(one.amount for one in option.changed)
        shared = sum(dict(numbered)[number].amount for number in option.same)
        assert own + shared == option.sums.subtotal
        assert option.sums.subtotal + sum(t.amount for t in option.sums.taxes) == option.sums.total


def test_equal_lines_of_one_entitlement_are_matched_one_by_one() -> None:
    twice = (MAIN[0], MAIN[0])
    view = quote(twice, alternatives=(alternative("a", "One of them", [MAIN[0]]),
                                      alternative("b", "Three", [MAIN[0]] * 3)))
    _, one, three = options_of(view, list(enumerate(twice, 1)))
    assert (one.same, one.changed) == ((1,), ())
    assert (three.same, three.changed) == ((1, 2), (MAIN[0],))
