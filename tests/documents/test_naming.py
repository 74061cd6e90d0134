"""Notes name the lines that they speak of, for a reference alone says little."""

from __future__ import annotations

import pytest

from resellerdesk.core.fact import Fact
from resellerdesk.core.text import T
from resellerdesk.documents.measure import Style, width
from resellerdesk.documents.naming import numbers_of
from resellerdesk.documents.wrap import packed

from documents.reading import printed, words_of
from documents.samples import HARDWARE, line, lines, quote

ENDS = T("{reference} ends on that day.", reference="4471882001")


def note(*said: object, of: int = 3) -> str:
    [page] = printed(quote(lines(of), notes=said)).pages
    return words_of(page, "note")


def test_a_note_names_the_line_of_its_reference() -> None:
    assert "4471882001 (line 2) ends on that day." in note(ENDS)


def test_several_lines_of_one_entitlement_are_named_together() -> None:
    view = quote([line(0), line(1), line(1, description="Premium Support", facts=())],
                 notes=(ENDS,))
    [page] = printed(view).pages
    assert "4471882001 (lines 2–3) ends" in words_of(page, "note")


def test_where_there_is_but_one_entitlement_there_is_nothing_to_look_for() -> None:
    assert "(line" not in note(T("{reference} ends.", reference="4471882000"), of=1)


def test_a_fact_names_its_lines_too() -> None:
    facts = (Fact("name", T("Common name"), "www.example.com"),)
    view = quote([line(0), line(1, facts=facts), line(2, facts=facts)])
    assert numbers_of(view).of_name["www.example.com"] == [2, 3]


def test_numbers_are_those_that_are_printed_family_by_family() -> None:
    view = quote([line(0), line(1, family=HARDWARE[0], family_title=HARDWARE[1]), line(2)])
    assert numbers_of(view).of_name["4471882001"] == [3]


def test_what_is_on_no_line_stays_as_it_is() -> None:
    assert "Until 2030 {braces} stay" in note(T("{words} stay", words="Until 2030 {braces}"))


@pytest.mark.parametrize("room", [40, 80, 120, 400])
def test_details_are_parted_between_and_not_within(room: float) -> None:
    style, items = Style(7.4, 9), ["EP-ESS-12", "Renewal ID: 4471882000", "Certificate: M7626"]
    found = packed(items, style, room)
    assert " · ".join(found).split(" · ") == items
    for one in found:
        assert width(one, style) <= room or one in items
    assert len(found) == {40: 3, 80: 3, 120: 2, 400: 1}[int(room)]
