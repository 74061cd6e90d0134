"""1,000 quotes as PDF against a bare reportlab canvas that draws the same words."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from statistics import median
from time import perf_counter
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from resellerdesk.documents.boxes import Box, Page
from resellerdesk.documents.fonts import runs
from resellerdesk.documents.measure import width
from resellerdesk.documents.press import Press, press_for
from resellerdesk.documents.quote_pdf import pages_of, quote_pdf
from resellerdesk.translation.translate import Translator

from bench.views import view


class Word(NamedTuple):
    """A piece of text where the quote has it."""

    x: float
    y: float
    font: str
    size: float
    text: str


def measure(count: int, rounds: int) -> None:
    translator = Translator("fr")
    views = [view(n) for n in range(count)]
    words = [_words(press_for(one, translator)) for one in views]
    quote_pdf(views[0], translator)  # fonts are opened once a process
    ours, floors = [], []
    for _ in range(rounds):
        began = perf_counter()
        for one in views:
            quote_pdf(one, translator)
        ours.append(perf_counter() - began)
        began = perf_counter()
        for pages in words:
            _bare(pages)
        floors.append(perf_counter() - began)
    ratio = median(a / b for a, b in zip(ours, floors, strict=True))
    print(f"{count} quotes of 10 lines as PDF:           {median(ours):6.2f} s")
    print(f"a bare canvas drawing the same words:      {median(floors):6.2f} s  (floor)")
    print(f"ratio:                                     {ratio:6.2f}    (aim: 2)")


def _words(press: Press) -> list[list[Word]]:
    """The words of a quote as ready strings, page by page."""
    return [_of_page(press, page) for page in pages_of(press)]


def _of_page(press: Press, page: Page) -> list[Word]:
    found = []
    for box in page.boxes():
        x, y = _start(box), press.paper.height - box.y - box.style.baseline
        for font, text in runs(box.words, box.style.weight, press.han):
            found.append(Word(x, y, font.fontName, box.style.size, text))
    return found


def _start(box: Box) -> float:
    spare = box.w - width(box.words, box.style)
    return box.x + {"left": 0.0, "right": spare, "center": spare / 2}[box.align]


def _bare(pages: Sequence[Sequence[Word]]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pageCompression=1)
    for words in pages:
        for word in words:
            canvas.setFont(word.font, word.size)
            canvas.drawString(word.x, word.y, word.text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
