"""Where lines break, and where they must not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.documents.fonts import printable
from resellerdesk.documents.measure import Style, width
from resellerdesk.documents.wrap import elide, wrap

CELL = Style(8.5, 10.4)


def room(text: str) -> float:
    """Room for exactly this."""
    return width(text, CELL) + 0.01


def test_lines_break_at_ordinary_spaces() -> None:
    text = "Endpoint Protection 14, maintenance Essential"
    assert wrap(text, CELL, room("Endpoint Protection 14,")) == (
        "Endpoint Protection 14,", "maintenance Essential",
    )


def test_no_break_spaces_hold() -> None:
    amount = "12\u202f345,67\u00a0€"
    assert wrap(f"soit {amount} par an", CELL, room(f"soit {amount[:-1]}")) == (
        "soit", amount, "par an",
    )


def test_a_word_too_long_is_cut_where_it_reads_best() -> None:
    address = "renouvellements@atelier-numerique.example"
    first, second = wrap(address, CELL, room("renouvellements@atelier-numer"))
    assert (first, second) == ("renouvellements@atelier-", "numerique.example")


def test_a_word_without_any_place_to_break_is_cut_anywhere() -> None:
    lines = wrap("x" * 300, CELL, 100)
    assert "".join(lines) == "x" * 300
    assert len(set(lines[:-1])) == 1


def test_japanese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    text = "契約は終了します。更新してください。"
    lines = wrap(text, CELL, room("契約は終了します"))
    assert lines[0] == "契約は終了しま"
    assert lines[1].startswith("す。")
    assert "".join(lines) == text


def test_japanese_does_not_end_a_line_with_an_opening_bracket() -> None:
    lines = wrap("保守契約（十二か月）", CELL, room("保守契約（"))
    assert lines == ("保守契約", "（十二か", "月）")


@pytest.mark.parametrize("sign", "、。，：；？！ー々〃ゃッ」）》”～〜・…％")
def test_no_line_begins_with_such_a_sign(sign: str) -> None:
    text = f"保守契約の更新{sign}貿易公司"
    for wide in range(20, 70):
        assert not any(line.startswith(sign) for line in wrap(text, CELL, wide))


@pytest.mark.parametrize("sign", "「（《“〔￥¥№")
def test_no_line_ends_with_such_a_sign(sign: str) -> None:
    text = f"保守契約の更新{sign}贸易公司"
    for wide in range(20, 70):
        assert not any(line.endswith(sign) for line in wrap(text, CELL, wide))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("有効期限は2026年11月26日です", "2026年11月26日"),
        ("报价有效期至2026年1月6日。", "2026年1月6日"),
        ("契約は36か月、明細は1,250件、お支払いは60日以内", "36か月|1,250件、|60日"),
    ],
)
def test_a_date_and_a_number_with_what_it_counts_stay_whole(text: str, whole: str) -> None:
    for wide in range(70, 140):
        lines = wrap(text, CELL, wide)
        for part in whole.split("|"):
            assert any(part in line for line in lines)


def test_western_words_in_japanese_stay_whole() -> None:
    lines = wrap("東京Exchange支社", CELL, room("Exchange"))
    assert lines == ("東京", "Exchange", "支社")


def test_a_letter_keeps_its_accent_when_a_word_is_cut() -> None:
    stacked = "q\u0303" * 40
    lines = wrap(stacked, CELL, 50)
    assert "".join(lines) == stacked
    assert not any(line.startswith("\u0303") for line in lines)


def test_what_has_to_stay_on_one_line_says_that_it_goes_on() -> None:
    assert elide("Horlogerie Marchand", CELL, 500) == "Horlogerie Marchand"
    short = elide("Horlogerie Marchand", CELL, 50)
    assert short.startswith("Horlog")
    assert short.endswith("…")
    assert width(short, CELL) <= 50


@given(st.text(max_size=120), st.floats(20, 300))
def test_lines_fit_and_lose_nothing_but_spaces(text: str, wide: float) -> None:
    words = printable(text)
    lines = wrap(words, CELL, wide)
    assert all(width(line, CELL) <= wide + 1e-6 for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


@pytest.mark.parametrize("text", ["「（株）さくら」、", "（（（", "、、、", "abc「", "“東京”"])
def test_runs_of_punctuation_are_all_kept(text: str) -> None:
    assert "".join(wrap(text, CELL, 12)) == text
