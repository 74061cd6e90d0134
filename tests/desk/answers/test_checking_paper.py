"""`check` reads issued PDFs again: the data inside and what they print is what the quote says."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from resellerdesk.desk.checking import check
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.issuing import issued_pdf
from resellerdesk.translation.translate import Translator

from desk.answers.harbour import BREW2, KESTREL, MAIL, OTHER, S10, S15, quoted
from desk.answers.test_checking import behind
from documents.viewers import reprinted, scanned, with_data, without_data


@pytest.fixture
def paper(harbour: Desk) -> Desk:
    """Quotes of every kind, each with its PDF: alternatives, another language, another family."""
    for refs, wishes in (
        ((S15, S10), {"alternatives": ("essential-24", "essential-36"), "discount": "7.5"}),
        ((MAIL, BREW2, KESTREL), {"language": "de"}),
        ((OTHER,), {"language": "ja"}),
    ):
        issued_pdf(harbour, quoted(harbour, *refs, **wishes))
    return harbour


def documents(desk: Desk) -> str | None:
    [problem] = [item.problem for item in check(desk) if item.what == "documents"]
    return None if problem is None else str(problem)


def put_in_place(desk: Desk, number: str, change: Callable[[bytes], bytes]) -> None:
    """Somebody changes an issued PDF, and its hash so that nobody notices."""
    content = change(issued_pdf(desk, number))
    with behind(desk) as db:
        db.execute("update document set content = ?, sha256 = ? where number = ?",
                   [content, hashlib.sha256(content).hexdigest(), number])


def test_what_was_issued_says_what_its_quote_does(paper: Desk) -> None:
    assert documents(paper) is None


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (b'"amount": "411.30"', b'"amount": "41.13"',
         "says lines 1 amount 41.13 in its data; the quote says 411.30"),
        (b'"quantity": 10', b'"quantity": 1', "says lines 2 quantity 1 in its data"),
        (b'"number": "Q-2026-0001"', b'"number": "Q-2026-0002"',
         "says number Q-2026-0002 in its data; the quote says Q-2026-0001"),
        (b'"revision": 1', b'"revision": 2', "says revision 2 in its data"),
        (b'"ref": "software:S-15"', b'"ref": "software:S-51"', "says lines 1 ref software:S-51"),
        (b"{", b"[", "holds data that cannot be read"),
    ],
)
def test_changed_data_is_found(paper: Desk, before: bytes, after: bytes, said: str) -> None:
    def changed(data: bytes) -> bytes:
        assert before in data
        return data.replace(before, after, 1)

    put_in_place(paper, "Q-2026-0001", lambda pdf: with_data(pdf, changed))
    problem = documents(paper)
    assert problem is not None
    assert problem.startswith(f"the PDF of Q-2026-0001 revision 1 {said}")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("411,30", "41,13", "does not print 411,30 (line 1: amount) where the quote has it"),
        ("27,42", "72,24", "does not print 27,42 (line 1: unit net) where the quote has it"),
        ("Q-2026-0001", "Q-2026-0101", "does not name the quote"),
    ],
)
def test_a_changed_figure_on_the_page_is_found(
    paper: Desk, before: str, after: str, said: str
) -> None:
    put_in_place(paper, "Q-2026-0001", lambda pdf: reprinted_everywhere(pdf, before, after))
    assert documents(paper) == f"the PDF of Q-2026-0001 revision 1 {said}"


def reprinted_everywhere(pdf: bytes, before: str, after: str) -> bytes:
    for page in range(3):
        try:
            pdf = reprinted(pdf, before, after, page)
        except (AssertionError, IndexError):
            continue
    return pdf


@pytest.mark.parametrize("page", [0, -1])
def test_the_total_has_to_stand_wherever_it_is_said(paper: Desk, page: int) -> None:
    total = Translator("fr").amount(stored_quote(paper, "Q-2026-0001").quote.total, "EUR")
    put_in_place(paper, "Q-2026-0001", lambda pdf: reprinted(pdf, total, total[::-1], page))
    assert documents(paper) == (
        f"the PDF of Q-2026-0001 revision 1 prints {total[::-1]} in a place of {total}"
    )


def test_a_file_that_says_nothing_is_found(paper: Desk) -> None:
    put_in_place(paper, "Q-2026-0002", scanned)
    assert documents(paper) == "the PDF of Q-2026-0002 revision 1 does not name the quote"


def test_one_that_cannot_be_read_is_found(paper: Desk) -> None:
    put_in_place(paper, "Q-2026-0003", lambda pdf: pdf[:3000])
    assert documents(paper) == "the PDF of Q-2026-0003 revision 1 cannot be read"


def test_a_document_of_an_early_version_holds_no_data(paper: Desk) -> None:
    put_in_place(paper, "Q-2026-0001", without_data)
    assert documents(paper) is None
