"""How wide words are. Widths are kept: a quote sets the same figures and names many times."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from resellerdesk.documents.fonts import Weight, eastern, system_face, western, widths_of

SMALLEST = 4.0


class Style(NamedTuple):
    """How words are set: size and distance of their lines in points, weight, role of colour."""

    size: float
    leading: float
    weight: Weight = "regular"
    colour: str = "ink"

    @property
    def baseline(self) -> float:
        """From the top of a line down to where its letters stand: capitals in the middle."""
        return self.leading / 2 + 0.33 * self.size


class _Widths(dict[str, float]):
    """Widths by character; a font with Han characters is opened for the first of them alone."""

    def __init__(self, weight: Weight) -> None:
        super().__init__(widths_of(western(weight)))
        self._weight = weight

    def __missing__(self, char: str) -> float:
        # Both fonts give every character the same width (a test holds them to it).
        for name in eastern(self._weight, "jp"):
            if char in widths_of(name):
                return self.setdefault(char, widths_of(name)[char])
        if found := system_face(char):
            return self.setdefault(char, float(found.face.charWidths[ord(char)]))
        raise KeyError(f"no font prints {char!r}: make the text printable first")


@lru_cache(maxsize=2)
def _widths(weight: Weight) -> _Widths:
    return _Widths(weight)


@lru_cache(maxsize=1 << 16)
def ems(text: str, weight: Weight) -> float:
    """The width of a printable text in thousandths of its size."""
    return sum(map(_widths(weight).__getitem__, text))


def width(text: str, style: Style) -> float:
    """The width of a printable text in points."""
    return ems(text, style.weight) * style.size / 1000


def fitted(text: str, style: Style, room: float) -> Style:
    """The style, smaller where the text would not fit: a figure is never cut."""
    wide = width(text, style)
    if wide <= room:
        return style
    return style._replace(size=max(SMALLEST, style.size * room / wide))
