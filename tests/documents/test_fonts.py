"""Which font prints what, and what stands for characters that none prints."""

from __future__ import annotations

import pytest

from resellerdesk.documents.fonts import REPLACEMENT, printable, runs, widths_of
from resellerdesk.documents.measure import Style, ems, fitted, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Smith & Co <b>", "Smith & Co <b>"),
        ("Überlingen – 12\u202f345,67\u00a0€", "Überlingen – 12\u202f345,67\u00a0€"),
        ("Cafe\u0301", "Café"),
        ("株式会社さくら商事", "株式会社さくら商事"),
        ("two\nlines\tand\r\nmore", "two lines and  more"),
        ("rocket \U0001f680!", f"rocket {REPLACEMENT}!"),
        ("abc\u202edef", f"abc{REPLACEMENT}def"),
        ("esc\x1b[31m", f"esc{REPLACEMENT}[31m"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\uffff", REPLACEMENT),
        ("\ud800", REPLACEMENT),
    ],
)
def test_text_is_printed_as_it_is_or_visibly_replaced(text: str, shown: str) -> None:
    assert printable(text) == shown


def names(text: str, han: str = "jp", weight: str = "regular") -> list[tuple[str, str]]:
    return [(font.fontName, piece) for font, piece in runs(text, weight, han)]  # type: ignore[arg-type]


def test_one_western_font_prints_a_western_name() -> None:
    assert names("Société Überlingen") == [("SourceSans3-Regular", "Société Überlingen")]
    assert names("Total", weight="semibold") == [("SourceSans3-SemiBold", "Total")]


def test_a_japanese_name_changes_fonts_where_its_letters_do() -> None:
    assert names("SAKURA さくら 14") == [
        ("SourceSans3-Regular", "SAKURA "), ("NotoSansJP-Regular", "さくら"),
        ("SourceSans3-Regular", " 14"),
    ]


def test_a_chinese_name_is_of_one_font_though_japanese_has_most_of_it() -> None:
    assert names("上海晨光贸易有限公司") == [("NotoSansSC-Regular", "上海晨光贸易有限公司")]


def test_han_that_both_know_takes_the_shapes_asked_for() -> None:
    assert names("東京", "jp") == [("NotoSansJP-Regular", "東京")]
    assert names("上海", "sc") == [("NotoSansSC-Regular", "上海")]


def test_both_eastern_fonts_give_a_character_the_same_width() -> None:
    japanese, chinese = widths_of("NotoSansJP-Regular"), widths_of("NotoSansSC-Regular")
    western, bold = widths_of("SourceSans3-Regular"), widths_of("NotoSansJP-SemiBold")
    shared = (japanese.keys() & chinese.keys()) - western.keys()
    assert len(shared) > 3000
    assert {char for char in shared if japanese[char] != chinese[char]} == set()
    assert {char for char in bold.keys() - western.keys() if japanese[char] != bold[char]} == set()


def test_figures_are_of_one_width_so_that_columns_align() -> None:
    assert len({ems(digit, "regular") for digit in "0123456789"}) == 1
    assert len({ems(digit, "semibold") for digit in "0123456789"}) == 1


def test_a_figure_that_does_not_fit_is_set_smaller() -> None:
    style = Style(22, 27, "semibold")
    assert fitted("1,234.50", style, 200) == style
    small = fitted("999,999,999,999.99", style, 120)
    assert small.size < 22
    assert width("999,999,999,999.99", small) == pytest.approx(120)
