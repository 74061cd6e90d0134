"""A colleague is a moment earlier: between what somebody saw and what they store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from resellerdesk.core.quote import Numbered
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.accepting import Answer, accept
from resellerdesk.desk.assigning import note
from resellerdesk.desk.checking import check
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ending_quotes import decline, withdraw
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.listing_quotes import list_quotes
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.revising import revise
from resellerdesk.desk.showing import show
from resellerdesk.desk.stepping import advance
from resellerdesk.desk.undoing import undo
from resellerdesk.store.engine import Database, Store

from together.exports import licences

TODAY = date(2026, 11, 24)
ONE, TWO = "software:2368167839", "software:5617590589"
BOTH = QuoteRequest((ONE, TWO))

Does = Callable[[Desk, Path], object]


@dataclass(frozen=True)
class Interrupted(Store):
    """A store at which a colleague gets in before the first unit of work that writes, or before
    a later one."""

    colleague: Callable[[], object]
    turn: int
    begun: list[int] = field(default_factory=list)

    @contextmanager
    def write(self) -> Iterator[Database]:
        self.begun.append(self.turn)
        if len(self.begun) == self.turn:
            self.colleague()
        with Store.write(self) as db:
            yield db


@pytest.fixture
def jonas(desk: Desk) -> Iterator[Desk]:
    """A colleague at the same database; afterwards all is as it should be there."""
    yield replace(desk, user="jonas")
    assert not [found for found in check(desk) if found.problem is not None]


def interrupted(desk: Desk, colleague: Callable[[], object], turn: int = 1) -> Desk:
    return replace(desk, store=Interrupted(desk.store.path, colleague, turn))


def verified(desk: Desk) -> None:
    for ref in (ONE, TWO):
        advance(desk, ref, "verify", {"renewal_id": ref.partition(":")[2]}, TODAY)


def quoted(desk: Desk) -> str:
    number = make_quote(desk, BOTH, TODAY).number
    assert number is not None
    return number


def numbers(desk: Desk) -> list[tuple[str, int, str]]:
    return [(q.number, q.revision, q.status) for q in list_quotes(desk, "", TODAY)]


def steps(desk: Desk, ref: str) -> list[str]:
    return [f"{event.by} {event.data.get('step', event.what)}"
            for event in show(desk, ref, TODAY).history[1:]]


def told_by_jonas(refused: pytest.ExceptionInfo[Refusal]) -> str:
    line = str(refused.value)
    assert "jonas" in line
    assert "\n" not in line
    return line


BEFORE_A_QUOTE: dict[str, tuple[Does, str]] = {
    "a step": (lambda desk, _: advance(desk, TWO, "notify", {}, TODAY), "notify"),
    "a quote": (lambda desk, _: make_quote(desk, QuoteRequest((TWO,)), TODAY), "quote"),
    "a note": (lambda desk, _: note(desk, TWO, "wants less"), "noted"),
    "a refusal": (
        lambda desk, _: advance(desk, TWO, "decline", {"reason": "price"}, TODAY), "decline",
    ),
    "a later end": (
        lambda desk, folder: import_files(
            desk, [licences(folder, (TWO, "02-DEC-2026", "01-DEC-2027", 50))]
        ),
        "decline",
    ),
    "another quantity": (
        lambda desk, folder: import_files(
            desk, [licences(folder, (TWO, "02-DEC-2025", "01-DEC-2026", 55))]
        ),
        "changed",
    ),
}


@pytest.mark.parametrize(("does", "word"), BEFORE_A_QUOTE.values(), ids=BEFORE_A_QUOTE)
def test_a_quote_is_not_stored_over_what_it_did_not_see(
    desk: Desk, jonas: Desk, tmp_path: Path, does: Does, word: str
) -> None:
    """None of its lines is stored, and no number is used up."""
    with pytest.raises(Refusal) as refused:
        make_quote(interrupted(desk, lambda: does(jonas, tmp_path)), BOTH, TODAY)
    assert f"{TWO}: jonas changed it meanwhile ({word})" in told_by_jonas(refused)
    assert not steps(desk, ONE)
    before = len(numbers(desk))
    again = make_quote(desk, QuoteRequest((ONE,)), TODAY)
    assert again.number == f"Q-2026-{before + 1:04d}"


def yes(desk: Desk, number: str) -> Numbered:
    return accept(desk, Answer(number, "PO-1", TODAY))


BEFORE_A_REVISION: dict[str, tuple[Callable[[Desk, str], object], str]] = {
    "a revision": (
        lambda desk, number: revise(desk, number, QuoteRequest((), discount=Decimal(3)), TODAY),
        "made revision 2 meanwhile",
    ),
    "a yes": (yes, "is accepted"),
    "a no": (lambda desk, number: decline(desk, number, "price", ""), "is declined"),
    "a withdrawal": (withdraw, "is withdrawn"),
    "a note": (lambda desk, _: note(desk, TWO, "wants less"), "changed it meanwhile (noted)"),
}


@pytest.mark.parametrize(("does", "words"), BEFORE_A_REVISION.values(), ids=BEFORE_A_REVISION)
def test_a_revision_is_not_stored_over_what_it_did_not_see(
    desk: Desk, jonas: Desk, does: Callable[[Desk, str], object], words: str
) -> None:
    verified(desk)
    number = quoted(desk)
    given = QuoteRequest((), discount=Decimal(5))
    with pytest.raises(Refusal) as refused:
        revise(interrupted(desk, lambda: does(jonas, number)), number, given, TODAY)
    assert words in told_by_jonas(refused)
    [(_, revision, status)] = numbers(desk)
    assert (revision, status) != (2, "superseded")
    assert "marie quoted" not in steps(desk, ONE)


BEFORE_AN_UNDO: dict[str, Callable[[Desk], object]] = {
    "the same undo": lambda desk: undo(desk, ONE),
    "a note": lambda desk: note(desk, ONE, "they called"),
}


@pytest.mark.parametrize("does", BEFORE_AN_UNDO.values(), ids=BEFORE_AN_UNDO)
def test_an_undo_takes_back_nothing_that_its_author_did_not_see(
    desk: Desk, jonas: Desk, does: Callable[[Desk], object]
) -> None:
    verified(desk)
    quoted(desk)
    with pytest.raises(Refusal) as refused:
        undo(interrupted(desk, lambda: does(jonas)), ONE)
    assert "changed it meanwhile" in told_by_jonas(refused)
    assert not [step for step in steps(desk, ONE) if step.startswith("marie quote_ended")]


def test_a_step_that_accepts_finds_the_quote_withdrawn(desk: Desk, jonas: Desk) -> None:
    verified(desk)
    number = quoted(desk)
    # The second turn lies between looking for the quote and accepting it.
    between = interrupted(desk, lambda: withdraw(jonas, number), turn=2)
    with pytest.raises(Refusal) as refused:
        advance(between, ONE, "order", {"purchase_order": "PO-1"}, TODAY)
    assert f"{number} is withdrawn" in told_by_jonas(refused)
    assert show(desk, ONE, TODAY).record.cycle.state == "due"
