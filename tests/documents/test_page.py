"""Turning pages: what is repeated, what stays together, what may be parted."""

from __future__ import annotations

import pytest

from resellerdesk.documents.boxes import Block, Box, Panel
from resellerdesk.documents.cutting import cut
from resellerdesk.documents.measure import Style
from resellerdesk.documents.page import Flow
from resellerdesk.documents.paper import A4, LETTER, Paper, paper_of

STYLE = Style(8, 10)
SMALL = Paper(200, 230, top=10)  # with its foot at 210, 200 points high


def block(name: str, lines: int) -> Block:
    boxes = [Box(f"{name}{n}", 0, n * 10.0, 100, 10, f"{name}{n}", STYLE) for n in range(lines)]
    return Block(lines * 10.0, boxes)


def flow() -> Flow:
    return Flow(SMALL, block("head", 1), 210)


def parts(made: Flow) -> list[list[str]]:
    return [[box.part for box in page.boxes()] for page in made.pages()]


def test_a_block_that_does_not_fit_begins_a_page_under_the_running_head() -> None:
    made = flow()
    made.put(block("a", 15))
    made.put(block("b", 6))
    assert [page[0] for page in parts(made)] == ["a0", "head0"]
    assert parts(made)[1][1:] == [f"b{n}" for n in range(6)]


def test_blocks_placed_together_stay_together() -> None:
    made = flow()
    made.put(block("a", 18))
    made.put(block("family", 1), block("line", 2))
    assert parts(made)[1] == ["head0", "family0", "line0", "line1"]


def test_room_is_kept_for_what_has_to_follow() -> None:
    made = flow()
    made.put(block("a", 10))
    made.put(block("line", 2), with_next=90)
    assert parts(made)[1] == ["head0", "line0", "line1"]


def test_room_that_no_page_has_is_not_kept() -> None:
    made = flow()
    made.put(block("a", 10))
    made.put(block("line", 2), with_next=900)
    assert len(made.pages()) == 1


def test_a_table_head_is_repeated_while_its_table_lasts() -> None:
    made = flow()
    made.put(block("a", 20))
    made.repeated = block("titles", 1)
    made.put(block("b", 18))
    made.repeated = None
    made.put(block("c", 1))
    assert [page[:2] for page in parts(made)[1:]] == [["head0", "titles0"], ["head0", "c0"]]


def test_a_block_higher_than_a_page_goes_on_over_the_next_ones() -> None:
    made = flow()
    made.put(block("a", 1))
    made.put(block("long", 45))
    pages = parts(made)
    assert len(pages) == 4
    assert [part for page in pages for part in page if part.startswith("long")] == [
        f"long{n}" for n in range(45)
    ]
    for page in made.pages():
        assert all(box.y + box.h <= 210 for box in page.boxes())


def test_a_gap_is_left_out_on_top_of_a_page() -> None:
    made = flow()
    made.put(block("a", 19))
    made.put(block("b", 2), gap=30)
    assert made.pages()[1].placed[1].y == 20


def test_a_panel_is_parted_with_its_words() -> None:
    whole = block("a", 4)
    whole.panels.append(Panel(0, 0, 100, 40, "tint"))
    upper, lower = cut(whole, 25)
    assert lower is not None
    assert [box.part for box in upper.boxes] == ["a0", "a1"]
    assert [box.y for box in lower.boxes] == [0, 10]
    assert (upper.panels[0].h, lower.panels[0].y, lower.panels[0].h) == (20, 0, 20)


@pytest.mark.parametrize(("country", "paper"), [("FR", A4), ("JP", A4), ("US", LETTER),
                                                ("CA", LETTER), ("MX", LETTER), ("", A4)])
def test_the_customer_gets_the_paper_of_their_country(country: str, paper: Paper) -> None:
    assert paper_of(country) == paper
