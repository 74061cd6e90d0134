"""Which font prints what, and what stands for characters that none prints."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from resellerdesk.documents.fonts import FOLDER, REPLACEMENT, printable, runs, widths_of
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


def test_each_script_is_as_bold_as_the_words_beside_it() -> None:
    assert names("東京", "jp", "semibold") == [("NotoSansJP-SemiBold", "東京")]
    assert names("上海贸易", "sc", "semibold") == [("NotoSansSC-SemiBold", "上海贸易")]


def national(codec: str) -> Iterator[str]:
    """The characters of a national standard: all that its codec has in two bytes of EUC."""
    for row in range(0xA1, 0xFF):
        for cell in range(0xA1, 0xFF):
            yield bytes((row, cell)).decode(codec, errors="ignore")


@pytest.mark.parametrize(
    ("codec", "font", "how_many", "lacks"),
    [
        ("euc_jp", "NotoSansJP-Regular", 6879, {"≒"}),
        ("euc_jp", "NotoSansJP-SemiBold", 6879, {"≒"}),
        ("gb2312", "NotoSansSC-Regular", 7445, set()),
        ("gb2312", "NotoSansSC-SemiBold", 7445, set()),
    ],
)
def test_a_national_character_set_is_there_whole(
    codec: str, font: str, how_many: int, lacks: set[str]
) -> None:
    standard = {char for char in national(codec) if char}
    assert len(standard) == how_many
    assert standard - widths_of(font).keys() == lacks  # what Google's build of it lacks


def test_each_font_has_its_licence_beside_it() -> None:
    licences = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("OFL-*.txt")}
    assert licences.keys() == {
        "OFL-source-sans-3.txt", "OFL-noto-sans-jp.txt", "OFL-noto-sans-sc.txt",
    }
    for text in licences.values():
        assert text.startswith("Copyright")
        assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_both_eastern_fonts_give_a_character_the_same_width() -> None:
    japanese, chinese = widths_of("NotoSansJP-Regular"), widths_of("NotoSansSC-Regular")
    western = widths_of("SourceSans3-Regular")
    shared = (japanese.keys() & chinese.keys()) - western.keys()
    assert len(shared) > 3000
    assert {char for char in shared if japanese[char] != chinese[char]} == set()
    for regular, name in ((japanese, "NotoSansJP-SemiBold"), (chinese, "NotoSansSC-SemiBold")):
        bold = widths_of(name)
        assert {char for char in bold.keys() - western.keys() if regular[char] != bold[char]} == (
            set()
        )


def test_figures_are_of_one_width_so_that_columns_align() -> None:
    assert len({ems(digit, "regular") for digit in "0123456789"}) == 1
    assert len({ems(digit, "semibold") for digit in "0123456789"}) == 1


def test_a_figure_that_does_not_fit_is_set_smaller() -> None:
    style = Style(22, 27, "semibold")
    assert fitted("1,234.50", style, 200) == style
    small = fitted("999,999,999,999.99", style, 120)
    assert small.size < 22
    assert width("999,999,999,999.99", small) == pytest.approx(120)
