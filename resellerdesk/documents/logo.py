"""The reseller's logo: a PNG, or the small part of SVG that we draw."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple

from reportlab.lib.utils import ImageReader

from resellerdesk.documents.svg import read_svg
from resellerdesk.documents.vector import Drawing, Shape

LARGEST_FILE = 1_000_000
MOST_PIXELS = 1_500_000

_PNG = b"\x89PNG\r\n\x1a\n"
_SIZE = struct.Struct(">II")
_SIZE_AT = 16


class Raster(NamedTuple):
    """A PNG, its size in pixels."""

    width: float
    height: float
    content: bytes


Logo = Raster | Drawing


@lru_cache(maxsize=8)
def read_logo(content: bytes) -> Logo:
    """Raises ValueError, saying what keeps a file from being a logo."""
    if len(content) > LARGEST_FILE:
        raise ValueError(f"a file larger than {LARGEST_FILE:,} bytes")
    return _raster(content) if content.startswith(_PNG) else read_svg(content)


def _raster(content: bytes) -> Raster:
    if len(content) < _SIZE_AT + _SIZE.size:
        raise ValueError("a PNG that is cut off")
    wide, high = _SIZE.unpack_from(content, _SIZE_AT)
    # Asked of its first bytes, for what they promise is what unpacking it would take.
    if not 0 < wide * high <= MOST_PIXELS:
        raise ValueError(f"{wide} x {high} pixels, where {MOST_PIXELS:,} are the most")
    try:
        reader: Any = ImageReader(BytesIO(content))
        reader.getRGBData()
    except (OSError, ValueError, SyntaxError, EOFError, struct.error, zlib.error):
        raise ValueError("a PNG that is damaged") from None
    return Raster(wide, high, content)


def draw_logo(canvas: Any, logo: Logo, at: tuple[float, float, float, float]) -> None:
    """Draws it into (x, y, w, h), y at the bottom, in the page's own coordinates."""
    x, y, w, h = at
    if isinstance(logo, Raster):
        canvas.drawImage(ImageReader(BytesIO(logo.content)), x, y, w, h, mask="auto")
        return
    canvas.saveState()
    canvas.translate(x, y + h)
    canvas.scale(w / logo.width, -h / logo.height)
    for shape in logo.shapes:
        _draw_shape(canvas, shape)
    canvas.restoreState()


def _draw_shape(canvas: Any, shape: Shape) -> None:
    path = canvas.beginPath()
    draw = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
    for kind, points in shape.path:
        draw[kind](*points)
    if shape.fill is not None:
        canvas.setFillColorRGB(*shape.fill, alpha=shape.fill_alpha)
    if shape.stroke is not None:
        canvas.setStrokeColorRGB(*shape.stroke, alpha=shape.stroke_alpha)
        canvas.setLineWidth(shape.width)
    canvas.drawPath(
        path, stroke=int(shape.stroke is not None), fill=int(shape.fill is not None),
        fillMode=0 if shape.is_even_odd else 1,
    )
