"""The end of an order's table: how many lines it has, and what they cost as far as is known."""

from __future__ import annotations

from resellerdesk.core.text import T, Text
from resellerdesk.documents.boxes import Block
from resellerdesk.documents.measure import Style, width
from resellerdesk.documents.order_words import Sheet, cost_of
from resellerdesk.documents.paper import CONTENT

_COUNT = Style(9.0, 14.0, colour="muted")
_TOTAL = Style(11.0, 14.0, "semibold")
_NOTE = Style(8.2, 10.8, colour="muted")
_TOTAL_WIDE = 244.0


def order_total(sheet: Sheet) -> Block:
    """How many lines these are and what they cost, as far as that is known."""
    block, left, right = Block(), sheet.paper.left, sheet.paper.right
    costs = [cost_of(line) for line in sheet.lines]
    known = [cost for cost in costs if cost is not None]
    unknown = len(costs) - len(known)
    count = Text("{n} line", {"n": len(costs)}, plural="{n} lines", count="n")
    block.write("total.count", sheet.say(count), _COUNT, (left, 0, CONTENT - _TOTAL_WIDE - 16))
    x, y = right - _TOTAL_WIDE, 0.0
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
