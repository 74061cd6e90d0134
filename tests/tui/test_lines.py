"""Lines are measured in cells, and nothing in them acts on a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from resellerdesk.tui.lines import (
    Look,
    Run,
    cells,
    cut,
    fitted,
    left,
    line,
    right,
    said,
    spread,
    wrapped,
)

ANY_TEXT = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("東ﾊé👩\u200d\u0301 \x1b\u202e"))
)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Müller & Söhne", 20, "Müller & Söhne      "),
        ("Müller & Söhne", 14, "Müller & Söhne"),
        ("Müller & Söhne", 10, "Müller &… "),
        ("東京精密機器", 12, "東京精密機器"),
        ("東京精密機器", 8, "東京精… "),  # half of a wide character is no character
        ("東京精密機器", 7, "東京精…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
    ],
)
def test_text_is_cut_and_padded_by_cells(text: str, width: int, shown: str) -> None:
    assert left(text, width) == shown


def test_numbers_stand_at_the_right() -> None:
    assert right("7,020.00", 11) == "   7,020.00"


@given(ANY_TEXT, st.integers(0, 40))
def test_any_text_takes_exactly_its_cells(text: str, width: int) -> None:
    assert cell_len(left(text, width)) == width
    assert cell_len(right(text, width)) == width
    assert cell_len(cut(text, width)) <= width


@given(st.lists(st.tuples(ANY_TEXT, st.sampled_from(Look)), max_size=5), st.integers(0, 60))
def test_a_fitted_line_is_as_wide_as_the_screen(parts: list[tuple[str, Look]], width: int) -> None:
    assert cells(fitted([said(text, look) for text, look in parts], width)) == width


@given(ANY_TEXT, st.integers(2, 30))
def test_wrapped_text_loses_no_character_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(cell_len(each) <= width for each in lines)
    assert "".join("".join(lines).split()) == "".join(said(text).text.split())


def test_a_text_of_a_megabyte_is_cut_at_once() -> None:
    assert cut("x" * 1_000_000, 5) == "xxxx…"


def test_what_acts_on_a_terminal_is_shown_instead() -> None:
    assert said("a\x1b[2Jb").text == "a␛[2Jb"
    assert left("a\u202eb", 12) == "a<U+202E>b  "


def test_neighbours_of_one_look_are_sent_as_one() -> None:
    late = Look.LATE
    assert fitted([Run("! ", late), Run("2026-11-20", late), Run(" Müller")], 22) == (
        Run("! 2026-11-20", late), Run(" Müller   "),
    )


def test_where_both_do_not_fit_the_left_is_cut() -> None:
    shown = spread(line("Worklist of everybody"), line("2026-11-24"), 20)
    assert "".join(run.text for run in shown) == "Worklist… 2026-11-24"
