"""Quotes as PDF against a bare reportlab canvas that draws the same words."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from io import BytesIO
from statistics import median
from time import process_time
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from resellerdesk.core.customer_view import CustomerView
from resellerdesk.documents.boxes import Box, Page
from resellerdesk.documents.fonts import runs
from resellerdesk.documents.measure import width
from resellerdesk.documents.press import Press, press_for
from resellerdesk.documents.quote_pdf import pages_of, quote_pdf
from resellerdesk.translation.translate import Translator

from bench.views import full, view


class Word(NamedTuple):
    """A piece of text where the quote has it."""

    x: float
    y: float
    font: str
    size: float
    text: str


def measure(count: int, rounds: int) -> None:
    """Counts the time of the processor: both sides are one thread, whoever else is at work."""
    translator = Translator("fr")
    for what, aim, views in (
        ("of 25 lines", 2, [view(n) for n in range(count)]),
        ("with options, fields and schedule", 4, [full(n) for n in range(count // 4)]),
    ):
        ours, floor = _against_floor(views, translator, rounds)
        print(f"{len(views)} quotes {what} as PDF, tagged:")
        print(f"{'':43}{median(ours):6.2f} s")
        print(f"a bare canvas drawing the same words:      {median(floor):6.2f} s  (floor)")
        ratio = median(a / b for a, b in zip(ours, floor, strict=True))
        print(f"ratio:                                     {ratio:6.2f}    (aim: {aim})")
    _growth(translator, rounds)


def _against_floor(
    views: Sequence[CustomerView], translator: Translator, rounds: int
) -> tuple[list[float], list[float]]:
    """The seconds of each round: quotes drawn by us, and their words by a bare canvas."""
    words = [_words(press_for(one, translator)) for one in views]
    quote_pdf(views[0], translator)  # fonts are opened once a process
    ours, floor = [], []
    for _ in range(rounds):
        ours.append(_seconds(lambda: [quote_pdf(one, translator) for one in views]))
        floor.append(_seconds(lambda: [_bare(pages) for pages in words]))
    return ours, floor


def _growth(translator: Translator, rounds: int) -> None:
    short, long = view(1, 250), view(1, 1000)
    few = median(_seconds(lambda: quote_pdf(short, translator)) for _ in range(rounds))
    many = median(_seconds(lambda: quote_pdf(long, translator)) for _ in range(rounds))
    print(f"one quote of 250 lines, and one of 1,000:  {few:6.2f} s {many:6.2f} s")
    print(f"ratio:                                     {many / few:6.2f}    (linear: 4)")


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()  # what others left behind is not ours to clear away
    began = process_time()
    work()
    return process_time() - began


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
