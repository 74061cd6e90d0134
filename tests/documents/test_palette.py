"""The reseller's accent, and what stays readable whatever it is."""

from __future__ import annotations

import pytest

from resellerdesk.documents.palette import DEFAULT_ACCENT, palette

WHITE = (1.0, 1.0, 1.0)


def test_a_dark_accent_carries_white_letters_and_colours_words() -> None:
    colours = palette("#7A1F2B")
    assert colours["on_accent"] == WHITE
    assert colours["accent_words"] == colours["accent"]


def test_a_light_accent_carries_ink_and_colours_no_words() -> None:
    colours = palette("#FFE14D")
    assert colours["on_accent"] == colours["ink"]
    assert colours["accent_words"] == colours["ink"]


@pytest.mark.parametrize("accent", ["", "blue", "#12", "#12345G"])
def test_what_is_no_colour_gives_ours(accent: str) -> None:
    assert palette(accent) == palette(DEFAULT_ACCENT)
