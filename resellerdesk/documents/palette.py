"""The colours of a quote: ours, and those that follow the reseller's accent."""

from __future__ import annotations

import re
from functools import lru_cache

Colour = tuple[float, float, float]
Palette = dict[str, Colour]
"""Colours by their role: `ink`, `muted`, `hairline`, `tint`, `accent`, ..."""

DEFAULT_ACCENT = "#0B4F79"
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_INK, _WHITE = "#17202B", "#FFFFFF"
# An accent lighter than this is no colour for letters on white, nor for white letters on it.
_LIGHTEST = 0.45


@lru_cache(maxsize=64)
def palette(accent: str) -> Palette:
    """The colours that go with an accent such as `#0B4F79`; ours where it is none."""
    chosen = _colour(accent if _HEX.fullmatch(accent) else DEFAULT_ACCENT)
    is_dark = _lightness(chosen) < _LIGHTEST
    return {
        "ink": _colour(_INK),
        "muted": _colour("#566170"),
        "hairline": _colour("#D3D9E0"),
        "line": _colour("#9AA4B0"),
        "tint": _colour("#F5F7FA"),
        "white": _colour(_WHITE),
        "warning": _colour("#9A5B00"),
        "warning_tint": _colour("#FDF5E6"),
        "accent": chosen,
        "accent_words": chosen if is_dark else _colour(_INK),
        "accent_tint": _mix(_brighter(chosen), 0.1),
        "on_accent": _colour(_WHITE if is_dark else _INK),
        "on_accent_muted": _mix(chosen, 0.22) if is_dark else _colour(_INK),
        "accent_hairline": _mix(chosen, 0.65),
    }


def _colour(code: str) -> Colour:
    return (int(code[1:3], 16) / 255, int(code[3:5], 16) / 255, int(code[5:7], 16) / 255)


def _mix(colour: Colour, share: float) -> Colour:
    """That share of a colour on white."""
    red, green, blue = (1 - share * (1 - part) for part in colour)
    return (red, green, blue)


def _brighter(colour: Colour) -> Colour:
    red, green, blue = (min(1.0, part * 1.33) for part in colour)
    return (red, green, blue)


def _lightness(colour: Colour) -> float:
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]
