"""An order as a plain sheet for its vendor: what is ordered, for whom, and what it costs us."""

from __future__ import annotations

from resellerdesk.core.order import Order
from resellerdesk.core.text import T
from resellerdesk.documents.boxes import Block, Page, Placed, Rule
from resellerdesk.documents.brush import Inks
from resellerdesk.documents.fonts import Han
from resellerdesk.documents.measure import Style
from resellerdesk.documents.order_head import addressed, order_head, order_title, parties
from resellerdesk.documents.order_lines import put_order_lines
from resellerdesk.documents.order_total import order_total
from resellerdesk.documents.order_words import Sheet
from resellerdesk.documents.page import Flow
from resellerdesk.documents.paint import About, paint
from resellerdesk.documents.palette import DEFAULT_ACCENT, palette
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.wrap import elide
from resellerdesk.translation.translate import Translator

_RUNNING = Style(8.4, 11.0, "semibold")
_RUNNING_ABOUT = Style(8.4, 11.0, colour="muted")
_FOOT = Style(7.0, 8.6, "semibold", "muted")
_BODY_TO_FOOT = 14.2
_TOTAL_GAP = 8.0


def order_pdf(order: Order, translator: Translator) -> bytes:
    """The order as PDF on A4; the same order gives the same bytes."""
    sheet = Sheet(order, translator)
    about = About(
        sheet.say(order_title(order)), sheet.say(order.seller.name), sheet.say(addressed(order)),
        translator.language, order.as_of,
    )
    han: Han = "sc" if order.customer.country in {"CN", "SG"} else "jp"
    return paint(order_pages(sheet), Inks(sheet.paper, palette(DEFAULT_ACCENT), han), about)


def order_pages(sheet: Sheet) -> tuple[Page, ...]:
    """The order laid out: every box of words with its page and place."""
    foot = sheet.paper.height - sheet.paper.foot
    flow = Flow(sheet.paper, _running_head(sheet), foot - _BODY_TO_FOOT)
    flow.put(order_head(sheet))
    flow.put(parties(sheet), gap=16)
    total = order_total(sheet)
    put_order_lines(sheet, flow, gap=18, with_last=_TOTAL_GAP + total.height)
    flow.put(total, gap=_TOTAL_GAP)
    pages = flow.pages()
    return tuple(
        Page(page.number, [*page.placed, Placed(foot, _footer(sheet, page.number, len(pages)),
                                                is_repeated=True)])
        for page in pages
    )


def _running_head(sheet: Sheet) -> Block:
    """The order's number, and whom it is for, on the pages after the first."""
    head, order, left = Block(), sheet.order, sheet.paper.left
    half = CONTENT / 2 - 8
    title = elide(sheet.say(order_title(order)), _RUNNING, half)
    head.write("running.title", title, _RUNNING, (left, 0, half))
    whose = elide(sheet.say(order.customer.name), _RUNNING_ABOUT, half)
    head.write("running.about", whose, _RUNNING_ABOUT, (sheet.paper.right - half, 0, half),
               "right")
    head.rules.append(Rule(left, 17, CONTENT, 0))
    head.height = 26.0
    return head


def _footer(sheet: Sheet, page: int, pages: int) -> Block:
    foot = Block()
    foot.rules.append(Rule(sheet.paper.left, 0, CONTENT, 0))
    where = sheet.say(T("{number} · page {page} of {pages}", number=sheet.order.number, page=page,
                        pages=pages))
    foot.write("footer.page", elide(where, _FOOT, CONTENT), _FOOT,
               (sheet.paper.left, 4.2, CONTENT), "right")
    return foot
