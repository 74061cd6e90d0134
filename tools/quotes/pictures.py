"""Pages of a PDF as small pictures: a quote has few colours, and some are enough."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pypdfium2

SCALE = 1.35  # pixels a point: 804 x 1137 for A4
COLOURS = 48


def pictures_of(pdf: bytes, ends_alone: bool) -> Iterator[tuple[int, bytes]]:
    """The number of each page with its picture as PNG, or of the first and the last alone."""
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        last = len(document)
        for number in (1, last) if ends_alone else range(1, last + 1):
            image = document[number - 1].render(scale=SCALE).to_pil().convert("RGB")
            out = BytesIO()
            image.quantize(COLOURS, dither=0).save(out, "PNG", optimize=True)
            yield number, out.getvalue()
