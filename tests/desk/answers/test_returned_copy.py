"""A returned copy reads itself: what its fields say is taken, a changed figure refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from resellerdesk.core.history import told
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.accepting import Answer, accept
from resellerdesk.desk.answering import Given, SignedFile, answer_of
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.issuing import issued_pdf
from resellerdesk.desk.revising import revise
from resellerdesk.documents import read_apart

from desk.answers.harbour import (
    MAIL,
    OTHER,
    S10,
    S15,
    TODAY,
    asked,
    everything,
    history,
    on,
    quoted,
    refusal,
    status,
    verified,
)
from documents.viewers import (
    commented,
    filled,
    flattened,
    locked,
    overprinted,
    reprinted,
    scanned,
    signed,
    with_data,
    without_data,
)

LATER = date(2026, 12, 4)
FILLED = {"name": "Hélène Marchand", "order_number": "PO-4711", "date": "03/12/2026",
          "place": "Besançon"}


@pytest.fixture
def number(harbour: Desk) -> str:
    """A quote of two lines with an alternative; its PDF went out."""
    made = quoted(harbour, S15, S10, alternatives=("essential-24",), language="fr")
    issued_pdf(harbour, made)
    return made


def answered(
    desk: Desk, number: str, content: bytes, as_of: date = LATER, file: str = "signed.pdf",
    **given: object,
) -> tuple[Answer, list[str]]:
    asked_for = Given(number, signed=SignedFile(file, content), **given)  # type: ignore[arg-type]
    answer, said = answer_of(desk, asked_for, as_of)
    return answer, [str(text) for text in said]


def refused(desk: Desk, number: str, content: bytes, **given: object) -> str:
    before = everything(desk)
    with pytest.raises(Refusal) as excinfo:
        answered(desk, number, content, **given)
    assert everything(desk) == before
    return refusal(excinfo)


@pytest.mark.parametrize("is_appended", [False, True])
def test_what_its_fields_say_is_proposed(harbour: Desk, number: str, is_appended: bool) -> None:
    copy = filled(issued_pdf(harbour, number), is_appended, option="/B", **FILLED)
    answer, said = answered(harbour, number, copy)
    assert answer == Answer(number, "PO-4711", date(2026, 12, 3), (), "essential-24", copy,
                            "Hélène Marchand")
    [line] = said
    assert line == ("signed.pdf says: option B, purchase order PO-4711, name Hélène Marchand, "
                    "date 03/12/2026")


def test_a_sealed_copy_reads_as_any_other(harbour: Desk, number: str) -> None:
    copy = signed(filled(issued_pdf(harbour, number), True, option="/A", **FILLED))
    answer, _ = answered(harbour, number, copy)
    assert (answer.purchase_order, answer.alternative) == ("PO-4711", "")


def test_it_is_accepted_with_what_it_says_and_who_signed_stands_in_the_history(
    harbour: Desk, number: str
) -> None:
    verified(harbour, S15, S10)
    copy = filled(issued_pdf(harbour, number), True, option="/A", **FILLED)
    answer, _ = answered(harbour, number, copy)
    accept(on(harbour, LATER), answer)
    assert status(harbour, number) == "accepted"
    said = str(told(history(harbour, S15)[-1]))
    assert "signed by Hélène Marchand" in said
    assert "PO-4711" in said


def test_what_the_rep_says_stands_where_the_copy_says_nothing(harbour: Desk, number: str) -> None:
    copy = filled(issued_pdf(harbour, number), name="H. Marchand")
    answer, said = answered(harbour, number, copy, purchase_order="PO-9", on=LATER,
                            alternative="essential-24")
    assert (answer.purchase_order, answer.on, answer.alternative) == ("PO-9", LATER,
                                                                      "essential-24")
    assert said == ["signed.pdf says: name H. Marchand"]


def test_a_copy_that_is_not_filled_in_says_so(harbour: Desk) -> None:
    number = quoted(harbour, MAIL)
    answer, said = answered(harbour, number, issued_pdf(harbour, number), purchase_order="PO-1")
    assert (answer.purchase_order, answer.on) == ("PO-1", LATER)
    assert said == ["signed.pdf: its fields are empty"]


def test_an_option_may_be_said_by_its_letter(harbour: Desk, number: str) -> None:
    for letter, key in (("A", ""), ("B", "essential-24"), ("essential-24", "essential-24")):
        answer, _ = answer_of(harbour, Given(number, "PO-1", alternative=letter), TODAY)
        assert answer.alternative == key


def test_no_tick_at_all_has_to_be_decided(harbour: Desk, number: str) -> None:
    copy = filled(issued_pdf(harbour, number), **FILLED)
    assert refused(harbour, number, copy) == (
        "signed.pdf ticks none of the options A, B; say which with --alternative (A is the quote "
        "as listed)"
    )
    answer, _ = answered(harbour, number, copy, alternative="A")
    assert answer.alternative == ""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"purchase_order": "PO-4712"},
         "signed.pdf says purchase order PO-4711, --po says PO-4712: leave --po out"),
        ({"alternative": "A"},
         "signed.pdf ticks option B, --alternative says A: leave it out"),
    ],
)
def test_a_contradiction_is_refused(
    harbour: Desk, number: str, given: dict[str, str], said: str
) -> None:
    copy = filled(issued_pdf(harbour, number), option="/B", **FILLED)
    assert refused(harbour, number, copy, **given).startswith(said)


@pytest.mark.parametrize("written", ["PO 4711", "po/4711", "PO-4711"])
def test_how_a_purchase_order_is_spaced_is_no_contradiction(
    harbour: Desk, number: str, written: str
) -> None:
    copy = filled(issued_pdf(harbour, number), option="/A", order_number=written)
    assert answered(harbour, number, copy, purchase_order="PO-4711")[0].purchase_order == "PO-4711"


@pytest.mark.parametrize(
    ("written", "taken"),
    [("2026-12-01", date(2026, 12, 1)), ("1er décembre 2026", date(2026, 12, 1)),
     ("le 1/12/26", date(2026, 12, 1)), ("12/01/2026", date(2026, 12, 1)),
     ("1 Dec 2026", date(2026, 12, 1)), ("2026年12月1日", date(2026, 12, 1))],
)
def test_a_date_is_read_where_it_means_one_day_since_the_quote(
    harbour: Desk, number: str, written: str, taken: date
) -> None:
    copy = filled(issued_pdf(harbour, number), option="/A", date=written)
    answer, said = answered(harbour, number, copy)
    assert answer.on == taken
    assert len(said) == 1


@pytest.mark.parametrize(
    "written", ["soon", "24/11/2025", "2027-01-01", "12/2026", pytest.param("9" * 5000, id="9...")]
)
def test_another_date_is_said_and_not_taken(harbour: Desk, number: str, written: str) -> None:
    copy = filled(issued_pdf(harbour, number), option="/A", date=written)
    answer, [_, remark] = answered(harbour, number, copy)
    assert answer.on == LATER
    assert remark == (f"signed.pdf: {written[:200]} is not one day from 2026-11-24 to 2026-12-04; "
                      "accepted on 2026-12-04 (--on says another)")


def test_a_date_that_may_be_two_days_is_not_guessed(harbour: Desk, number: str) -> None:
    copy = filled(issued_pdf(harbour, number), option="/A", date="02/01/2027")
    answer, [_, remark] = answered(harbour, number, copy, as_of=date(2027, 2, 5))
    assert answer.on == date(2027, 2, 5)
    assert "02/01/2027 is not one day" in remark


def test_the_day_given_stands_beside_the_day_of_the_signature(harbour: Desk, number: str) -> None:
    copy = filled(issued_pdf(harbour, number), option="/A", **FILLED)
    assert answered(harbour, number, copy, on=LATER)[0].on == LATER


def test_a_copy_of_another_quote_is_refused(harbour: Desk, number: str) -> None:
    other = issued_pdf(harbour, quoted(harbour, OTHER))
    for copy in (other, without_data(other), without_data(flattened(other))):
        assert refused(harbour, number, copy) == (
            f"signed.pdf is a copy of Q-2026-0002, not of {number}"
        )


def test_a_copy_of_another_revision_is_refused(harbour: Desk, number: str) -> None:
    first = issued_pdf(harbour, number)
    revise(harbour, number, asked(S15, S10, language="fr"), TODAY)
    assert refused(harbour, number, filled(first, **FILLED)) == (
        f"signed.pdf is a copy of revision 1; {number} stands at revision 2: that one has to be "
        "signed"
    )


def test_a_draft_is_refused(harbour: Desk, number: str) -> None:
    def unnumbered(data: bytes) -> bytes:
        return json.dumps({**json.loads(data), "number": None}).encode()

    copy = with_data(issued_pdf(harbour, number), unnumbered)
    assert refused(harbour, number, copy) == f"signed.pdf is a draft, not {number}"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (b'"quantity": 15', b'"quantity": 51', "says lines 1 quantity 51, Q-2026-0001 has 15"),
        (b'"unit_net": "29.64"', b'"unit_net": "9.64"',
         "says lines 1 unit_net 9.64, Q-2026-0001 has 29.64"),
        (b'"lines"', b'"rows"', "says lines nothing, Q-2026-0001 has 2"),
        (b'"lines"', b'"more": 1, "lines"', "says more 1, Q-2026-0001 has nothing"),
        (b'{"number"', b"{", "cannot be read"),
    ],
)
def test_changed_data_is_refused(
    harbour: Desk, number: str, before: bytes, after: bytes, said: str
) -> None:
    def changed(data: bytes) -> bytes:
        assert before in data
        return data.replace(before, after, 1)

    copy = with_data(filled(issued_pdf(harbour, number), option="/A", **FILLED), changed)
    assert refused(harbour, number, copy) == (
        f"signed.pdf is not as it was issued: its data {said}; ask for an unchanged copy"
    )


@pytest.mark.parametrize("strip", [lambda pdf: pdf, without_data])
def test_a_figure_printed_otherwise_is_refused(
    harbour: Desk, number: str, strip: Callable[[bytes], bytes]
) -> None:
    issued = issued_pdf(harbour, number)
    copy = filled(reprinted(strip(issued), "29,64", "26,94"), option="/A", **FILLED)
    assert refused(harbour, number, copy) == (
        f"signed.pdf is not as it was issued: it prints 26,94 where {number} has 29,64; ask for "
        "an unchanged copy"
    )


def test_a_figure_drawn_over_the_page_is_refused(harbour: Desk, number: str) -> None:
    copy = overprinted(filled(issued_pdf(harbour, number), **FILLED), "9,26")
    assert refused(harbour, number, copy) == (
        f"signed.pdf is not as it was issued: it prints 9,26, which {number} has not; ask for an "
        "unchanged copy"
    )


def test_a_comment_is_nothing_to_refuse_but_to_look_at(harbour: Desk, number: str) -> None:
    copy = commented(filled(issued_pdf(harbour, number), option="/A", **FILLED), "9,26 please")
    _, [remark, _] = answered(harbour, number, copy)
    assert remark == "signed.pdf: somebody wrote or drew on page 1; look at it"


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda pdf: flattened(filled(pdf, option="/B", **FILLED)),
         "it has no fields (printed, scanned or flattened)"),
        (scanned, "it has no fields (printed, scanned or flattened)"),
        (lambda pdf: locked(pdf, "secret"), "it is encrypted"),
        (lambda pdf: pdf[:4000], "it is damaged"),
        (lambda pdf: b"%PDF-1.7\n" + bytes(100), "it is damaged"),
        (lambda pdf: b"\x89PNG\r\n\x1a\n" + bytes(100), "it is no PDF"),
        (lambda pdf: b"", "it is no PDF"),
    ],
)
def test_what_cannot_be_read_is_kept_with_a_line(
    harbour: Desk, number: str, spoil: Callable[[bytes], bytes], why: str
) -> None:
    verified(harbour, S15, S10)
    copy = spoil(issued_pdf(harbour, number))
    answer, said = answered(harbour, number, copy, purchase_order="PO-1")
    assert said == [f"signed.pdf could not be read: {why}"]
    assert answer == Answer(number, "PO-1", LATER, (), "", copy)
    accept(on(harbour, LATER), answer)
    with harbour.store.read() as db:
        assert db.execute("select content from document where kind = 'signed'").fetchall() == [
            (copy,)
        ]


def test_a_copy_locked_against_changes_alone_is_read(harbour: Desk, number: str) -> None:
    copy = locked(filled(issued_pdf(harbour, number), option="/A", **FILLED), "")
    assert answered(harbour, number, copy)[0].purchase_order == "PO-4711"


def test_a_flattened_copy_with_a_changed_figure_is_refused(harbour: Desk, number: str) -> None:
    copy = flattened(filled(reprinted(issued_pdf(harbour, number), "29,64", "26,94"), **FILLED))
    assert "it prints 26,94 where" in refused(harbour, number, copy, purchase_order="PO-1")


def test_a_file_that_takes_too_long_is_let_go(
    harbour: Desk, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_apart, "SECONDS", 0.001)
    _, said = answered(harbour, number, issued_pdf(harbour, number), purchase_order="PO-1",
                       alternative="A")
    assert said == ["signed.pdf could not be read: reading it takes too long"]


def test_without_a_copy_nothing_is_read(harbour: Desk, number: str) -> None:
    answer, said = answer_of(harbour, Given(number, "PO-1"), TODAY)
    assert (answer, said) == (Answer(number, "PO-1", TODAY), [])


def test_a_quote_that_went_out_by_other_means_is_compared_all_the_same(harbour: Desk) -> None:
    """Where no PDF of it was kept, it is drawn anew to compare with."""
    number = quoted(harbour, MAIL)
    copy = filled(issued_pdf(harbour, number), **FILLED)
    with harbour.store.write() as db:
        db.execute("drop trigger document_is_kept")
        db.execute("delete from document")
    assert answered(harbour, number, copy)[0].purchase_order == "PO-4711"
    assert stored_quote(harbour, number).status == "open"
