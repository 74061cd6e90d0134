"""What is said alike of many lines is said once."""

from __future__ import annotations

from datetime import date, timedelta

from resellerdesk.core.text import T, Text
from resellerdesk.documents.press import press_for

from documents.reading import ENGLISH, check_layout, printed
from documents.samples import line, lines, quote

END = date(2026, 12, 31)


def ends(number: int, day: date = END) -> Text:
    return T("Maintenance of {reference} ends on {end}.", reference=f"44718820{number:02d}",
             end=day)


def said(*texts: Text, count: int = 12) -> list[str]:
    return press_for(quote(lines(count)), ENGLISH).notes(texts)


def test_what_differs_in_the_line_alone_is_one_sentence() -> None:
    assert said(ends(0), ends(1), ends(2)) == [
        "Maintenance of 4471882000 and 2 more (lines 1–3) ends on 31 December 2026."
    ]


def test_what_differs_in_more_stays_apart() -> None:
    other = T("{reference}: {n} units.", reference="4471882003", n=5)
    assert said(ends(0), ends(1, END + timedelta(1)), other, ends(2)) == [
        "Maintenance of 4471882000 and 1 more (lines 1, 3) ends on 31 December 2026.",
        "Maintenance of 4471882001 (line 2) ends on 1 January 2027.",
        "4471882003 (line 4): 5 units.",
    ]


def test_many_of_a_kind_are_one_from_the_first_day_to_the_last() -> None:
    assert said(*(ends(n, END + timedelta(n)) for n in range(10))) == [
        ("Maintenance of 4471882000 and 9 more (lines 1–10) ends on "
         "31 December 2026 – 9 January 2027.")
    ]


def test_numbers_are_not_folded_however_many_there_are() -> None:
    many = [T("{reference}: {n} units.", reference=f"44718820{n:02d}", n=n) for n in range(10)]
    assert len(said(*many)) == 10


def test_what_names_no_line_is_left_as_it_is() -> None:
    rules = [T("Renewed late, it costs {n} %.", n=n) for n in range(9)]
    days = [T("Model {model} ends on {end}.", model="S", end=END + timedelta(n)) for n in range(9)]
    assert len(said(*rules, *days)) == 18


def test_one_line_twice_is_one_line() -> None:
    [text] = said(ends(0), ends(0))
    assert text == "Maintenance of 4471882000 (line 1) ends on 31 December 2026."


def test_a_long_reference_is_named_by_its_beginning() -> None:
    long = "dd2cefb8-23c9-4fea-aefa-af664c2fb124"
    view = quote([line(0), line(1, reference=long)])
    [text] = press_for(view, ENGLISH).notes([T("Access to {reference} ends.", reference=long)])
    assert text == "Access to dd2cefb8… (line 2) ends."


def test_a_quote_for_hundreds_says_what_happens_to_them_on_a_page() -> None:
    view = quote([line(n, reference=f"R-{n:04d}", ref=f"software:R-{n:04d}") for n in range(300)],
                 lapse=tuple(T("Maintenance of {reference} ends on {end}.", reference=f"R-{n:04d}",
                               end=END + timedelta(n % 50)) for n in range(300)))
    quoted = printed(view)
    lapse = [box for page in quoted.pages for box in page.boxes() if box.part == "lapse"]
    assert 1 <= len(lapse) <= 3
    check_layout(quoted)
