"""Filled and stroked outlines, as a logo is drawn of, and the transforms that place them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

Segment = tuple[str, tuple[float, ...]]
"""`M x y`, `L x y`, `C x1 y1 x2 y2 x y` or `Z`, every point absolute."""
Path = tuple[Segment, ...]
Colour = tuple[float, float, float]

_ARC = 0.5522847498  # how far the handles of a quarter circle stand from its ends


class Shape(NamedTuple):
    """An outline with its paint; a colour of None paints nothing."""

    path: Path
    fill: Colour | None
    stroke: Colour | None
    width: float
    is_even_odd: bool
    fill_alpha: float
    stroke_alpha: float


class Drawing(NamedTuple):
    """Shapes within width x height, y downwards."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


class Matrix(NamedTuple):
    """(x, y) becomes (a x + c y + e, b x + d y + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, inner: Matrix) -> Matrix:
        """The transform that applies `inner` first."""
        return Matrix(
            self.a * inner.a + self.c * inner.b, self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d, self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )

    @property
    def scale(self) -> float:
        """By how much a line grows in width."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    def applied(self, path: Sequence[Segment]) -> Path:
        return tuple((kind, tuple(self._points(at))) for kind, at in path)

    def _points(self, at: tuple[float, ...]) -> list[float]:
        placed: list[float] = []
        for x, y in zip(at[::2], at[1::2], strict=True):
            placed += (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)
        return placed


def polyline(points: Sequence[float], is_closed: bool) -> Path:
    """Straight lines from point to point."""
    pairs = list(zip(points[::2], points[1::2], strict=False))
    lines: list[Segment] = [("L" if n else "M", pair) for n, pair in enumerate(pairs)]
    return tuple([*lines, ("Z", ())] if is_closed and lines else lines)


def ellipse(x: float, y: float, rx: float, ry: float) -> Path:
    """Around (x, y)."""
    return rectangle((x - rx, y - ry, 2 * rx, 2 * ry), rx, ry)


def rectangle(at: tuple[float, float, float, float], rx: float = 0.0, ry: float = 0.0) -> Path:
    """From (x, y), w wide and h high, its corners rounded by rx and ry."""
    x, y, w, h = at
    rx, ry = min(rx, w / 2), min(ry, h / 2)
    if not rx or not ry:
        return polyline((x, y, x + w, y, x + w, y + h, x, y + h), is_closed=True)
    right, low, kx, ky = x + w, y + h, rx * (1 - _ARC), ry * (1 - _ARC)
    return (
        ("M", (x + rx, y)), ("L", (right - rx, y)),
        ("C", (right - kx, y, right, y + ky, right, y + ry)), ("L", (right, low - ry)),
        ("C", (right, low - ky, right - kx, low, right - rx, low)), ("L", (x + rx, low)),
        ("C", (x + kx, low, x, low - ky, x, low - ry)), ("L", (x, y + ry)),
        ("C", (x, y + ky, x + kx, y, x + rx, y)), ("Z", ()),
    )
