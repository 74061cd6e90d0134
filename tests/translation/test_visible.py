"""What came from outside cannot act on a terminal, nor hide."""

from __future__ import annotations

import unicodedata

import pytest

from resellerdesk.translation.visible import visible, visible_lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J\x1b]0;owned\x07", "␛[2J␛]0;owned␇"),
        ("\x9b31m", "<U+009B>31m"),
        ("rub\x7fout\x00", "rub␡out␀"),
        ("one\ntwo\tthree\r", "one␊two␉three␍"),
        ("invoice\u202efdp.exe", "invoice<U+202E>fdp.exe"),
        ("Ac\u200bme\ufeff", "Ac<U+200B>me<U+FEFF>"),
        ("a\u2066b\u2069", "a<U+2066>b<U+2069>"),
        ("a\u2028b\u061c\u00ad", "a<U+2028>b<U+061C><U+00AD>"),
        ("tag\U000e0041", "tag<U+E0041>"),
        ("half \ud83d", "half <U+D83D>"),
    ],
)
def test_what_acts_or_hides_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "", "Brasserie Lenoir & Fils", "[bold]Müller[/] & Söhne", "さくら銀行",
        "1\u202f234,50\u00a0€", "e\u0301", "葛\U000e0100城市", "⚠\ufe0f", "\\x1b[2J",
    ],
)
def test_everything_else_stays(text: str) -> None:
    assert visible(text) == text


def test_no_character_that_unicode_calls_a_control_passes() -> None:
    """Nor one for format, but for those that shape a script's own letters."""
    shaping = {"ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN", "DUPLOYAN", "SHORTHAND", "MUSICAL"}
    passed = {
        unicodedata.name(char, "CONTROL").partition(" ")[0]
        for char in map(chr, range(0x110000))
        if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp", "Cs"} and visible(char) == char
    }
    assert passed <= shaping


def test_a_note_keeps_its_lines() -> None:
    assert visible_lines("one\r\n\ttwo\nthr\x1bee") == ["one", "    two", "thr␛ee"]
