"""How a long quote goes over pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from resellerdesk.core.text import T
from resellerdesk.documents.boxes import Page
from resellerdesk.documents.press import press_for
from resellerdesk.documents.quote_pdf import pages_of

from documents.reading import ENGLISH, printed, words_of
from documents.samples import CUSTOMER, HARDWARE, line, lines, quote

HEAD = "No. Description Period Qty Unit list Discount Unit net Amount, EUR"


def pages(count: int, hardware_from: int = 1000) -> tuple[Page, ...]:
    made = [
        line(n, family=HARDWARE[0], family_title=HARDWARE[1]) if n >= hardware_from else line(n)
        for n in range(count)
    ]
    return pages_of(press_for(quote(made), ENGLISH))


def parts(page: Page) -> Iterator[str]:
    return (box.part for box in page.boxes())


def has_lines(page: Page) -> bool:
    return any(part.startswith("line ") for part in parts(page))


def test_sixty_lines_repeat_the_head_and_the_family_on_every_page() -> None:
    with_lines = [page for page in pages(60) if has_lines(page)]
    assert len(with_lines) >= 3
    for page in with_lines:
        assert words_of(page, "head.") == HEAD
    for page in with_lines[1:]:
        assert words_of(page, "family.title") == "Software maintenance"
        assert words_of(page, "family.about") == "continued"


def test_every_line_is_printed_once_and_in_order() -> None:
    printed_numbers = [
        int(box.words) for page in pages(60) for box in page.boxes()
        if box.part.startswith("line ") and box.part.endswith(".number")
    ]
    assert printed_numbers == list(range(1, 61))


@pytest.mark.parametrize("count", range(1, 45))
def test_totals_have_a_line_beside_them(count: int) -> None:
    [page] = [page for page in pages(count) if "totals.total" in parts(page)]
    assert has_lines(page)


@pytest.mark.parametrize("first", range(10, 22))
def test_a_family_row_is_never_the_last_of_its_page(first: int) -> None:
    for page in pages(30, hardware_from=first):
        order = [part for part in parts(page) if part.startswith(("family.", "line ", "head."))]
        if order:
            assert order[-1].startswith("line ")


@pytest.mark.parametrize("lines_of_address", range(28, 46))
def test_the_head_of_the_table_is_never_alone(lines_of_address: int) -> None:
    """An address that pushes the table down to the page's end, line by line."""
    address = replace(CUSTOMER, street="a" * 36 * lines_of_address)
    with_head = [
        page for page in pages_of(press_for(quote(lines(2), customer=address), ENGLISH))
        if words_of(page, "head.")
    ]
    assert with_head
    assert all(has_lines(page) for page in with_head)


@pytest.mark.parametrize("count", range(14, 40))
def test_a_line_is_not_parted_from_its_details(count: int) -> None:
    found: dict[str, set[int]] = {}
    for page in pages(count):
        for part in parts(page):
            if part.startswith("line "):
                found.setdefault(part.split(".")[0], set()).add(page.number)
    assert len(found) == count
    assert all(len(numbers) == 1 for numbers in found.values())


@pytest.mark.parametrize("count", range(1, 30))
def test_how_to_order_stands_on_the_page_where_one_signs(count: int) -> None:
    [page] = [page for page in pages(count) if "acceptance.head" in parts(page)]
    assert "order.head" in parts(page)


def test_three_lines_and_the_place_to_sign_fit_on_one_page() -> None:
    assert len(pages(3)) == 1


def test_notes_that_have_no_room_beside_the_totals_go_below() -> None:
    notes = tuple(T("Note number {n} says something of importance.", n=n) for n in range(20))
    quoted = printed(quote(lines(3), notes=notes))
    said = [box for page in quoted.pages for box in page.boxes() if box.part == "note"]
    assert [box.words for box in said] == [
        f"Note number {n} says something of importance." for n in range(20)
    ]
    assert said[0].w < 300 < said[-1].w


def test_a_quote_without_lines_still_prints() -> None:
    empty = replace(quote(lines(1)), lines=())
    assert printed(empty).pdf.startswith(b"%PDF")
