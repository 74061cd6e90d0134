"""A quote read aloud: each word has its place in the tree, in order, and tables are tables."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from resellerdesk.documents.boxes import Block, Box, Page, Panel, Placed
from resellerdesk.documents.brush import Inks
from resellerdesk.documents.measure import Style
from resellerdesk.documents.order_pdf import order_pdf
from resellerdesk.documents.paint import About, paint
from resellerdesk.documents.palette import DEFAULT_ACCENT, palette
from resellerdesk.documents.paper import A4
from resellerdesk.documents.structure import Element

from documents.orders import order
from documents.reading import ENGLISH, Printed, printed
from documents.samples import AS_OF, line, lines, quote
from documents.tagged import Spoken, Tagged, tagged
from documents.test_layout import FULL, ODD

READ = {name: ODD[name] for name in ("one", "sixty", "full", "japanese", "draft", "endless")}


def columns_of(row: Spoken) -> int:
    return sum(int(cell.raw.get("/A", {}).get("/ColSpan", 1)) for cell in row.kids)


@pytest.mark.parametrize("name", [name for name in READ if name != "endless"])
def test_what_is_read_is_what_is_printed_in_the_same_order(name: str) -> None:
    """But for what stands there again, or on every page."""
    quoted = printed(READ[name])
    once = [box.words for page in quoted.pages for placed in page.placed
            if not placed.is_repeated for box in placed.block.boxes]
    read = tagged(quoted.pdf).tree.words
    assert read.replace(" ", "") == "".join("".join(once).replace("\u00a0", "").split())


@pytest.mark.parametrize("name", READ)
def test_every_mark_leads_to_its_element_and_back(name: str) -> None:
    document = tagged(printed(READ[name]).pdf)
    parents = _parents(document)
    for key, (page, marked) in enumerate(zip(document.reader.pages, document.marked, strict=True)):
        assert page["/StructParents"] == key
        assert page["/Tabs"] == "/S"
        marks = sorted(mark for mark in marked if mark != "again")
        assert marks == list(range(len(parents[key])))
        for mark in marks:
            assert mark in _marks_on(parents[key][mark].get_object(), page)


def _parents(document: Tagged) -> dict[int, Any]:
    flat = document.reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    return {int(flat[n]): flat[n + 1].get_object() for n in range(0, len(flat), 2)}


def _marks_on(element: Any, page: Any) -> list[int]:
    own = element.raw_get("/Pg") == page.indirect_reference
    found = [int(kid) for kid in element["/K"] if isinstance(kid, int) and own]
    pieces = [kid for kid in element["/K"] if isinstance(kid, dict)]
    return found + [int(kid["/MCID"]) for kid in pieces
                    if kid.get("/Type") == "/MCR"
                    and kid.raw_get("/Pg") == page.indirect_reference]


@pytest.mark.parametrize("name", READ)
def test_headings_begin_with_the_title_and_leave_out_no_level(name: str) -> None:
    heads = tagged(printed(READ[name]).pdf).tree.all("H1", "H2", "H3")
    levels = [int(head.kind[1]) for head in heads]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", READ)
def test_a_table_has_heads_and_every_row_its_columns(name: str) -> None:
    tables = tagged(printed(READ[name]).pdf).tree.all("Table")
    assert tables
    for table in tables:
        rows = [row for row in table.kids if row.kind == "TR"]
        assert rows == table.kids
        assert {cell.kind for row in rows for cell in row.kids} == {"TH", "TD"}
        assert len({columns_of(row) for row in rows}) == 1, [row.words for row in rows]
        for head in table.all("TH"):
            assert head.raw["/A"]["/Scope"] in ("/Column", "/Row")


def test_the_table_of_lines_is_one_over_all_its_pages() -> None:
    document = tagged(printed(quote(lines(60))).pdf)
    table, *_ = document.tree.all("Table")
    assert len(document.reader.pages) > 2
    heads, family, *rows = table.kids
    assert [cell.raw["/A"]["/Scope"] for cell in heads.kids] == ["/Column"] * 8
    assert family.kids[0].raw["/A"]["/Scope"] == "/Row"
    assert [row.kids[0].words for row in rows] == [str(n) for n in range(1, 61)]
    assert "Unit list" not in " ".join(row.words for row in rows)


def test_a_cell_is_read_as_one_with_spaces_where_its_lines_end() -> None:
    table, *_ = tagged(printed(quote(lines(1))).pdf).tree.all("Table")
    _, description, period, *_ = [cell.words for cell in table.kids[2].kids]
    assert description == ("Endpoint Protection 14, maintenance Essential EP-ESS-12 · "
                           "Renewal ID: 4471882000 · Certificate: SYM-00000")
    year = line(0).period
    assert period == f"{ENGLISH.short_date(year.start)} – {ENGLISH.short_date(year.end)}"


def test_a_cell_over_several_pages_is_read_before_the_next_one() -> None:
    document = tagged(printed(ODD["endless"]).pdf)
    table, *_ = document.tree.all("Table")
    _, description, _, quantity, *_ = table.kids[2].kids
    assert description.words.count("word") == 3000
    assert quantity.words == "250"


def test_pieces_do_not_run_into_each_other_when_they_are_copied() -> None:
    for marked in tagged(printed(FULL).pdf).marked:
        assert [said for said in marked.values() if said and not said.endswith(" ")] == []


def test_what_is_on_every_page_is_not_read_out() -> None:
    document = tagged(printed(quote(lines(60))).pdf)
    assert "page 2 of" not in document.tree.words
    assert "page 2 of" in document.marked[1]["again"]
    assert "valid until" in document.marked[1]["again"]


def test_each_field_follows_its_label_but_the_signature_is_left_out() -> None:
    document = tagged(printed(FULL).pdf)
    parents = _parents(document)
    forms = document.tree.all("Form")
    labels = [one.words for one in document.tree.walk()
              if any(isinstance(kid, Spoken) and kid.kind == "Form" for kid in one.kids)]
    assert labels[-5:] == ["Name", "Function", "Order number (if you use one)", "Place",
                           "Date (day/month/year)"]
    ticked = [f"Option {letter}" for letter in "ABCD"]
    assert [label.split(":")[0] for label in labels[:-5]] == ticked * 2
    widgets = [widget for form in forms for widget in form.widgets]
    for form, widget in zip(forms, widgets, strict=True):
        assert parents[widget["/StructParent"]] == form.raw
    others = [note.get_object() for page in document.reader.pages
              for note in page.get("/Annots", ()) if note.get_object() not in widgets]
    assert [one["/T"] for one in others] == ["signature"]
    assert "/StructParent" not in others[0]


def test_the_file_says_that_it_is_tagged_and_in_which_language() -> None:
    root = tagged(printed(FULL, "fr").pdf).reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "fr"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_an_order_is_tagged_too() -> None:
    tree = tagged(order_pdf(order(2), ENGLISH)).tree
    [title] = tree.all("H1")
    assert title.words.startswith("Order O-")
    assert tree.all("Table")


def test_a_figure_is_told_in_its_own_words_after_what_stands_before_it() -> None:
    style, figure = Style(8, 10), Element("Figure", said="Two bars – 東京")
    block = Block(40, [Box("head", 50, 0, 200, 10, "Certificates", style, "left", Element("H1"))],
                  [Panel(50, 12, 80, 8, "accent", element=figure),
                   Panel(50, 24, 40, 8, "accent", element=figure),
                   Panel(50, 34, 40, 4, "tint")])
    pdf = paint([Page(1, [Placed(50, block)])], Inks(A4, palette(DEFAULT_ACCENT), "jp"),
                About("t", "a", "s", "en", AS_OF))
    tree = tagged(pdf).tree
    assert [one.kind for one in tree.kids] == ["H1", "Figure"]
    assert tree.kids[1].raw["/Alt"] == "Two bars – 東京"
    assert len(tree.kids[1].kids) == 1


def test_bookmarks_are_the_headings() -> None:
    quoted: Printed = printed(replace(FULL, language="en"))
    document = tagged(quoted.pdf)
    heads = [head.words for head in document.tree.all("H1", "H2", "H3")]
    assert _titles(document.reader.outline) == heads
    assert heads[0] == "Renewal quote"
    assert {"Your options", "Certificates", "How to order", "Accepted and ordered"} <= set(heads)


def _entries(outline: list[Any]) -> list[Any]:
    return [one for entry in outline
            for one in (_entries(entry) if isinstance(entry, list) else [entry])]


def _titles(outline: list[Any]) -> list[str]:
    return [" ".join(entry.title.split()) for entry in _entries(outline)]


def test_a_bookmark_leads_to_where_its_heading_stands() -> None:
    quoted = printed(FULL)
    reader = tagged(quoted.pdf).reader
    [acceptance] = [entry for entry in _entries(reader.outline)
                    if entry.title == "Accepted and ordered"]
    page = quoted.pages[reader.get_destination_page_number(acceptance)]
    [box] = [box for box in page.boxes() if box.part == "acceptance.head"]
    assert acceptance.top == pytest.approx(A4.height - box.y, abs=0.1)


def test_names_are_bookmarked_as_they_are() -> None:
    view = quote(lines(1), tables=(replace(FULL.tables[0], title="(a) <b>\\ さくら"),))
    assert "(a) <b>\\ さくら" in _titles(tagged(printed(view).pdf).reader.outline)
