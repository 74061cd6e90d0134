"""A quote as PDF: puts its parts onto pages, in the order in which they are read."""

from __future__ import annotations

import json
from collections.abc import Sequence

from resellerdesk.core.customer_view import CustomerView
from resellerdesk.core.text import T
from resellerdesk.documents.acceptance import DENSE, ROOMY, TIGHT, acceptance
from resellerdesk.documents.attach import Attachment
from resellerdesk.documents.band import band
from resellerdesk.documents.bars import put_bars
from resellerdesk.documents.boxes import Block, Page
from resellerdesk.documents.brush import Inks
from resellerdesk.documents.cards import card_rows, options_head
from resellerdesk.documents.closing import closing, lapse_box, order_box
from resellerdesk.documents.grouping import grouped
from resellerdesk.documents.letterhead import letterhead, title
from resellerdesk.documents.levels import put_levels
from resellerdesk.documents.lines import put_lines
from resellerdesk.documents.logo import read_logo
from resellerdesk.documents.option_lines import put_option_lines
from resellerdesk.documents.options import Option, options_of
from resellerdesk.documents.page import Flow
from resellerdesk.documents.paint import About, paint
from resellerdesk.documents.plain_table import put_table
from resellerdesk.documents.press import Press, press_for, title_of
from resellerdesk.documents.read_pdf import DATA_NAME
from resellerdesk.documents.running import body_bottom, running_head, with_footers
from resellerdesk.documents.summary import columns
from resellerdesk.documents.totals import Sums, notes_below, notes_beside, totals_block
from resellerdesk.translation.translate import Translator
from resellerdesk.translation.view_json import quote_json

_TOTALS_GAP = 9.0
_SECTION_GAP = 24.0
_DENSE_GAP, _TIGHT_GAP = 18.0, 13.0


def quote_pdf(view: CustomerView, translator: Translator, logo: bytes | None = None) -> bytes:
    """The quote as PDF, of the customer's view alone, `logo` being the file that its seller names;
    the same view gives the same bytes."""
    press = press_for(view, translator, read_logo(logo) if logo else None)
    about = About(
        press.say(title_of(view)), press.say(view.seller.name),
        press.say(T("Renewal quote for {customer}", customer=view.customer.name)),
        translator.language, view.as_of,
    )
    inks = Inks(press.paper, press.palette, press.han)
    return paint(pages_of(press), inks, about, _data(press))


def _data(press: Press) -> Attachment:
    """The quote for the customer's own programs, and for whoever wants to prove what was sent."""
    said = json.dumps(quote_json(press.view, press.translator), ensure_ascii=False)
    return Attachment(DATA_NAME, press.say(T("What this quote says, as data")), said.encode())


def words_of(view: CustomerView, translator: Translator) -> list[str]:
    """The words of each page as they would be drawn."""
    pages = pages_of(press_for(view, translator))
    return [" ".join(box.words for box in page.boxes()) for page in pages]


def pages_of(press: Press) -> tuple[Page, ...]:
    """The quote laid out: every box of words with its page and place."""
    view = press.view
    flow = Flow(press.paper, running_head(press), body_bottom(press))
    flow.put(letterhead(press))
    flow.put(title(press), gap=13)
    flow.put(band(press), gap=14)
    flow.put(columns(press), gap=11)
    groups = grouped(view.lines)
    numbered = [pair for group in groups for pair in group.lines]
    sums, rest = _sums(press)
    put_lines(press, flow, groups, sums.height + _TOTALS_GAP)
    flow.put(sums, gap=_TOTALS_GAP)
    for number, note in enumerate(rest):
        flow.put(note, gap=0 if number else 8)
    options = options_of(view, numbered)
    _put_options(press, flow, options)
    for option in options[1:]:
        put_option_lines(press, flow, option, dict(numbered))
    put_levels(press, flow)
    for table in view.tables:
        if table.bars is not None:
            put_bars(press, flow, table, table.bars)
        else:
            put_table(press, flow, table)
    _put_end(press, flow, options)
    return with_footers(press, flow.pages())


def _sums(press: Press) -> tuple[Block, list[Block]]:
    """The totals with the notes beside them, and the notes that have to go below."""
    view = press.view
    block = totals_block(press, Sums(view.subtotal, view.taxes, view.total))
    if not view.notes:
        return block, []
    said = press.notes(view.notes)
    notes, taken = notes_beside(press, said, block.height)
    block.add(notes, 0)
    return block, notes_below(press, said[taken:])


def _put_options(press: Press, flow: Flow, options: Sequence[Option]) -> None:
    if not options:
        return
    first, *rows = card_rows(press, options)
    head = options_head(press, press.view.number is not None)
    head.height += 10
    flow.put(head, first, gap=_SECTION_GAP)
    for row in rows:
        flow.put(row, gap=12)


def _put_end(press: Press, flow: Flow, options: Sequence[Option]) -> None:
    """What happens without renewal, how to order, and the place to sign: how to order always on
    the page where one signs."""
    boxes = closing(press)
    if press.view.number is None:
        flow.put(boxes, gap=_SECTION_GAP)
        return
    for pitch, gap in ((ROOMY, _SECTION_GAP), (DENSE, _DENSE_GAP), (TIGHT, _TIGHT_GAP)):
        form = acceptance(press, options, pitch)
        if flow.room >= 2 * gap + boxes.height + form.height:
            flow.put(boxes, gap=gap)
            flow.put(form, gap=gap)
            return
    form, lapse = acceptance(press, options, ROOMY), lapse_box(press)
    fits_here = flow.room >= _SECTION_GAP + lapse.height
    fits_there = flow.page_room >= boxes.height + _SECTION_GAP + form.height
    if press.view.lapse and (fits_here or not fits_there):
        flow.put(lapse, gap=_SECTION_GAP)
        boxes = order_box(press)
    flow.put(boxes, gap=_SECTION_GAP, with_next=_SECTION_GAP + form.height)
    flow.put(form, gap=_SECTION_GAP)
