"""An order as a plain sheet for its vendor: what is ordered, for whom, and what it costs us."""

from __future__ import annotations

from resellerdesk.core.order import Order
from resellerdesk.core.text import Label, T, Text
from resellerdesk.documents.boxes import Block, Page, Placed, Rule
from resellerdesk.documents.measure import Style, fitted, width
from resellerdesk.documents.order_lines import put_order_lines
from resellerdesk.documents.order_words import Sheet, cost_of
from resellerdesk.documents.page import Flow
from resellerdesk.documents.paint import About, Inks, paint
from resellerdesk.documents.palette import DEFAULT_ACCENT, palette
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.wrap import elide
from resellerdesk.translation.translate import Translator

_TITLE = Style(23.0, 28.0, "semibold")
_SUBTITLE = Style(10.0, 13.0, colour="muted")
_HEAD = Style(8.0, 12.0, "semibold", "muted")
_NAME = Style(9.6, 12.6, "semibold")
_LINE = Style(9.0, 12.0)
_TOTAL = Style(11.0, 14.0, "semibold")
_NOTE = Style(8.2, 10.8, colour="muted")
_RUNNING = Style(8.4, 11.0, "semibold")
_RUNNING_ABOUT = Style(8.4, 11.0, colour="muted")
_FOOT = Style(7.0, 8.6, "semibold", "muted")
_COLUMN, _COLUMN_GAP = 244.0, 22.0
_TOTAL_WIDE, _INSET = 250.0, 4.0
_TOTAL_GAP = 8.0
_BODY_TO_FOOT = 14.2


def order_pdf(order: Order, translator: Translator) -> bytes:
    """The order as PDF on A4; the same order gives the same bytes."""
    sheet = Sheet(order, translator)
    about = About(
        sheet.say(_title(order)), "", sheet.say(T("{vendor}: {title}", vendor=order.vendor,
                                                  title=_title(order))),
        translator.language, order.as_of,
    )
    han = "sc" if order.customer.country in {"CN", "SG"} else "jp"
    return paint(order_pages(sheet), Inks(sheet.paper, palette(DEFAULT_ACCENT), han), about)


def order_pages(sheet: Sheet) -> tuple[Page, ...]:
    """The order laid out: every box of words with its page and place."""
    foot = sheet.paper.height - sheet.paper.foot
    flow = Flow(sheet.paper, _running_head(sheet), foot - _BODY_TO_FOOT)
    flow.put(_head(sheet))
    flow.put(_parties(sheet), gap=16)
    total = _total(sheet)
    put_order_lines(sheet, flow, gap=18, with_last=_TOTAL_GAP + total.height)
    flow.put(total, gap=_TOTAL_GAP)
    pages = flow.pages()
    return tuple(
        Page(page.number, [*page.placed, Placed(foot, _footer(sheet, page.number, len(pages)))])
        for page in pages
    )


def _title(order: Order) -> Text:
    return T("Order {number}", number=order.number)


def _head(sheet: Sheet) -> Block:
    """What this is, to whom it goes, and its day."""
    block, order, left = Block(), sheet.order, sheet.paper.left
    words = sheet.say(_title(order))
    y = block.write("title", words, fitted(words, _TITLE, CONTENT), (left, 0, CONTENT))
    said = T("To {vendor}, {day}", vendor=order.vendor, day=order.as_of)
    y = block.write("subtitle", sheet.say(said), _SUBTITLE, (left, y + 0.6, CONTENT)) + 12
    block.rules.append(Rule(left, y, CONTENT, 0, "line", 0.75))
    block.height = y
    return block


def _parties(sheet: Sheet) -> Block:
    """The end customer, and beside them what the order refers to."""
    block, left = Block(), sheet.paper.left
    columns = (("customer", T("End customer"), _customer(sheet)),
               ("references", T("References"), _references(sheet.order)))
    for number, (part, title, body) in enumerate(columns):
        x = left + number * (_COLUMN + _COLUMN_GAP)
        y = block.write(f"{part}.head", sheet.say(title), _HEAD, (x, 0, _COLUMN)) + 1
        for at, said in enumerate(body):
            style = _NAME if part == "customer" and at == 0 else _LINE
            y = block.write(part, sheet.say(said), style, (x, y, _COLUMN))
    return block


def _customer(sheet: Sheet) -> list[Label]:
    party = sheet.order.customer
    town = " ".join(part for part in (party.postal_code, party.city) if part)
    address = [line for line in (party.street, town, party.country) if line]
    return [party.name, *address, T("Customer number {id}", id=party.id)]


def _references(order: Order) -> list[Label]:
    quote = T("{number}", number=order.quote)
    if order.revision > 1:
        quote = T("{number}, revision {revision}", number=order.quote, revision=order.revision)
    return [
        T("The customer's purchase order: {number}", number=order.purchase_order),
        T("Our quote: {number}", number=quote),
        T("All amounts in {currency}", currency=order.currency),
    ]


def _total(sheet: Sheet) -> Block:
    """How many lines these are and what they cost, as far as that is known."""
    block, right = Block(), sheet.paper.right - _INSET
    costs = [cost_of(line) for line in sheet.lines]
    known = [cost for cost in costs if cost is not None]
    unknown = len(costs) - len(known)
    count = Text("{n} line", {"n": len(costs)}, plural="{n} lines", count="n")
    left, y = sheet.paper.left + _INSET, 0.0
    beside = CONTENT - _TOTAL_WIDE - 2 * _INSET - 16
    block.write("total.count", sheet.say(count), _LINE, (left, 1.4, beside))
    x = right - _TOTAL_WIDE
    if known:
        figure = sheet.money(sum(known))
        room = min(width(figure, _TOTAL) + 0.1, _TOTAL_WIDE - 110)
        title = T("Total of the known costs") if unknown else T("Total cost")
        block.figure("total", figure, _TOTAL, (right - room, y, room))
        y = block.write("total.title", sheet.say(title), _TOTAL,
                        (x, y, _TOTAL_WIDE - room - 10))
    if unknown:
        note = _unknown(unknown, bool(known))
        block.write("total.unknown", sheet.say(note), _NOTE, (x, y + 1, _TOTAL_WIDE))
    return block


def _unknown(lines: int, is_some_known: bool) -> Text:
    if not is_some_known:
        return T("The cost of these lines is not known.")
    return Text("The cost of {n} line is not known; it is not in the total.", {"n": lines},
                plural="The cost of {n} lines is not known; it is not in the total.", count="n")


def _running_head(sheet: Sheet) -> Block:
    """The order's number, and whom it is for, on the pages after the first."""
    head, order, left = Block(), sheet.order, sheet.paper.left
    half = CONTENT / 2 - 8
    title = elide(sheet.say(_title(order)), _RUNNING, half)
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
