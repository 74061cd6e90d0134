"""A schedule drawn: each row as text, and as a bar as long as its days on a common axis."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resellerdesk.core.fact import Bars, Fact, Table
from resellerdesk.core.text import T, Value
from resellerdesk.documents.boxes import Page, Panel

from documents.reading import Printed, check_layout, printed, text_of, words_of
from documents.samples import line, lines, quote

COLUMNS = (("issued", T("Issued")), ("last_day", T("Last day")), ("days", T("Days")),
           ("proof", T("New proof of domain control")))
BARS = Bars("issued", "last_day", mark="proof")
ISSUED = date(2026, 11, 24)
PLAN = ((ISSUED, date(2027, 6, 11), 200, True), (date(2027, 5, 12), date(2027, 8, 19), 100, True),
        (date(2027, 7, 20), date(2027, 10, 27), 100, False),
        (date(2027, 9, 27), date(2027, 12, 19), 84, True))


def schedule(rows: tuple[tuple[Value, ...], ...] = PLAN, bars: Bars | None = BARS) -> Table:
    return Table("schedule", T("Certificates for {name}", name="www.example.com"), COLUMNS, rows,
                 bars=bars)


def drawn(*tables: Table) -> Printed:
    return printed(quote(lines(3), tables=tables))


def bars(quoted: Printed) -> list[Panel]:
    """The bars of all rows, in order."""
    return [panel for page in quoted.pages for placed in page.placed
            if any(box.part.startswith("table.") for box in placed.block.boxes)
            for panel in placed.block.panels if panel.fill == "accent"]


def tracks(quoted: Printed) -> list[Panel]:
    return [panel for page in quoted.pages for placed in page.placed
            for panel in placed.block.panels if panel.fill == "tint" and panel.h == 7]


def rows(page: Page) -> str:
    return words_of(page, "table.")


def test_the_rows_stand_there_as_text() -> None:
    said = " ".join(rows(page) for page in drawn(schedule()).pages)
    assert "24 Nov 2026 11 Jun 2027 200 yes 12 May 2027 19 Aug 2027 100 yes" in said
    assert "27 Sept 2027 19 Dec 2027 84 yes" in said


def test_a_bar_is_as_long_as_its_days_and_begins_where_they_do() -> None:
    quoted = drawn(schedule())
    [track, *_] = tracks(quoted)
    a_day = track.w / ((date(2027, 12, 19) - ISSUED).days + 1)
    for bar, (first, last, days, _) in zip(bars(quoted), PLAN, strict=True):
        assert (last - first).days + 1 == days
        assert bar.w == pytest.approx(days * a_day)
        assert bar.x == pytest.approx(track.x + (first - ISSUED).days * a_day)
    assert bars(quoted)[-1].x + bars(quoted)[-1].w == pytest.approx(track.x + track.w)


def test_what_needs_a_proof_is_marked_and_the_mark_explained() -> None:
    quoted = drawn(schedule())
    marks = [panel for page in quoted.pages for placed in page.placed
             for panel in placed.block.panels if panel.frame == "warning"]
    assert len(marks) == 3 + 1
    said = " ".join(text_of(quoted.pdf))
    assert said.count("New proof of domain control") == 1 + 1


def test_without_a_mark_there_is_nothing_to_explain() -> None:
    plain = tuple((*row[:3], False) for row in PLAN)
    for table in (schedule(plain), schedule(PLAN, Bars("issued", "last_day"))):
        assert not any(words_of(page, "bars.legend") for page in drawn(table).pages)


def test_months_are_named_over_the_bars() -> None:
    assert "Jan 2027 Mar 2027 May 2027 Jul 2027 Sept 2027 Nov 2027" in " ".join(
        words_of(page, "bars.month") for page in drawn(schedule()).pages
    )


def test_the_title_names_the_line_that_the_schedule_belongs_to() -> None:
    facts = (Fact("name", T("Common name"), "www.example.com"),)
    view = quote([line(0), line(1, facts=facts)], tables=(schedule(),))
    assert "Certificates for www.example.com (line 2)" in " ".join(
        words_of(page, "table.title") for page in printed(view).pages
    )


@pytest.mark.parametrize(
    "table",
    [
        schedule((*PLAN, (None, date(2027, 1, 1), 3, False))),
        schedule(((date(2027, 2, 1), date(2027, 1, 1), 3, False),)),
        schedule(PLAN, Bars("begin", "last_day")),
        schedule(PLAN, None),
    ],
    ids=["a day missing", "days turned round", "no such column", "no bars"],
)
def test_what_cannot_be_drawn_is_a_plain_table(table: Table) -> None:
    quoted = drawn(table)
    assert bars(quoted) == []
    assert any("200" in rows(page) for page in quoted.pages) or len(table.rows) == 1
    check_layout(quoted)


def test_a_table_without_room_for_bars_is_a_plain_one() -> None:
    wide = replace(schedule(), columns=tuple((key, T("W" * 40)) for key, _ in COLUMNS))
    assert bars(drawn(wide)) == []
    check_layout(drawn(wide))


def test_an_empty_table_has_no_bars() -> None:
    assert bars(drawn(schedule(()))) == []


def test_over_pages_title_head_and_months_are_repeated() -> None:
    many = tuple((ISSUED + timedelta(days=9 * n), ISSUED + timedelta(days=9 * n + 46), 47,
                  n % 3 == 0) for n in range(90))
    quoted = drawn(schedule(many))
    pages = [page for page in quoted.pages if rows(page)]
    assert len(pages) >= 3
    for page in pages:
        assert words_of(page, "table.title").startswith("Certificates for")
        assert words_of(page, "bars.month")
    assert len(bars(quoted)) == 90
    check_layout(quoted)


spans = st.tuples(st.dates(date(2020, 1, 1), date(2060, 1, 1)), st.integers(0, 4000), st.booleans())


@settings(max_examples=30)
@given(st.lists(spans, min_size=1, max_size=12), st.sampled_from(["en", "fr", "de", "ja", "zh"]))
def test_whatever_the_days_are_bars_stay_on_their_tracks(
    made: list[tuple[date, int, bool]], language: str
) -> None:
    table = schedule(tuple((first, first + timedelta(days=more), more + 1, proof)
                           for first, more, proof in made))
    quoted = printed(quote(lines(1), tables=(table,)), language)
    check_layout(quoted)
    [track, *_] = tracks(quoted)
    for bar in bars(quoted):
        assert track.x - 0.01 <= bar.x
        assert bar.x + bar.w <= track.x + track.w + 1.01


@pytest.mark.parametrize("before", range(6, 17))
def test_a_small_schedule_stands_on_one_page(before: int) -> None:
    pages = [page for page in printed(quote(lines(before), tables=(schedule(),))).pages
             if rows(page)]
    assert len(pages) == 1
    assert words_of(pages[0], "bars.legend")


@pytest.mark.parametrize("before", range(1, 17))
def test_no_row_of_a_large_one_is_alone_on_a_page(before: int) -> None:
    many = tuple((ISSUED + timedelta(days=9 * n), ISSUED + timedelta(days=9 * n + 46), 47, False)
                 for n in range(45))
    for page in printed(quote(lines(before), tables=(schedule(many),))).pages:
        found = [box for box in page.boxes() if box.part == "table.days"]
        assert len(found) != 1
