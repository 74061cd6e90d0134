"""Colours of the desk, where they are not the terminal's own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from rich.terminal_theme import TerminalTheme

from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.settings import settings_under

RGB = tuple[int, int, int]
Palette = tuple[RGB, RGB, RGB, RGB]
"""Red, green, yellow and blue: what is late, done, soon, and nothing yet."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the names of colours in the one stylesheet mean; `name` is light or dark."""

    name: str
    colours: TerminalTheme


def _theme(ground: RGB, ink: RGB, palette: Palette, grey: RGB) -> TerminalTheme:
    red, green, yellow, blue = palette
    normal = [ground, red, green, yellow, blue, ink, ink, ink]
    return TerminalTheme(ground, ink, normal, [grey, red, green, yellow, blue, ink, ink, ink])


THEMES: Mapping[str, Look] = {
    "light": Look("light", _theme(
        (250, 250, 247), (32, 33, 36), ((176, 0, 32), (0, 110, 60), (140, 90, 0), (0, 80, 160)),
        (110, 112, 118))),
    "dark": Look("dark", _theme(
        (24, 26, 31), (222, 224, 228),
        ((255, 123, 114), (126, 211, 135), (229, 192, 123), (121, 184, 255)), (140, 144, 152))),
    "contrast": Look("dark", _theme(
        (0, 0, 0), (255, 255, 255),
        ((255, 150, 150), (120, 255, 120), (255, 255, 0), (130, 200, 255)), (255, 255, 255))),
}
"""By the value of the setting `tui.theme`; `terminal` is none of them."""


def look_of(desk: Desk) -> Look | None:
    """The look that is set for whoever sits at the desk; None for the terminal's own colours.

    Where no colours are wanted at all, none are set.
    """
    if os.environ.get("NO_COLOR") is not None:
        return None
    try:
        named = settings_under(desk, "tui.theme")
    except Refusal:
        return None  # the screen that cannot read will say so
    return THEMES.get(named.get(f".{desk.user}") or named.get("", ""))
