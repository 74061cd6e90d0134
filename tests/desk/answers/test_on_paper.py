"""A family that nobody here imagined, all the way to the paper that its customer signs."""

from __future__ import annotations

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.issuing import issued_pdf

from desk.answers.harbour import BREW2, MAIL, quoted
from documents.reading import text_of


def paper(desk: Desk, number: str) -> str:
    return " ".join(" ".join(text_of(issued_pdf(desk, number))).split())


def test_coffee_machines_are_quoted_on_paper_with_their_facts_and_table(harbour: Desk) -> None:
    number = quoted(harbour, BREW2, option="barista-12", language="en")
    printed = paper(harbour, number)
    quote = stored_quote(harbour, number).quote
    [item] = quote.items
    assert item.offer.tables
    shown = [fact for fact in item.offer.facts if not fact.internal]
    hidden = [fact for fact in item.offer.facts if fact.internal]
    assert shown
    assert hidden
    for fact in shown:
        assert str(fact.title) in printed
    for fact in hidden:
        assert str(fact.title) not in printed
    for table in item.offer.tables:
        assert (str(table.title) in printed) is not table.internal
    assert "300.00" in printed


def test_they_stand_beside_another_family_under_its_own_head(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, BREW2, language="en")
    printed = paper(harbour, number)
    for item in stored_quote(harbour, number).quote.items:
        assert str(item.family_title) in printed
        assert item.reference in printed
