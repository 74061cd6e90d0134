"""The lines of an order as a table: each entitlement stays together with what is asked for it."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.text import T
from resellerdesk.documents.boxes import Block, Rule, stacked
from resellerdesk.documents.measure import Style
from resellerdesk.documents.order_words import OrderWords, Sheet, asked_for, order_words
from resellerdesk.documents.page import Flow
from resellerdesk.documents.structure import Element
from resellerdesk.documents.table import (
    CELL,
    Column,
    Wanted,
    head_block,
    head_needs,
    natural_width,
    place,
    row_block,
)

_STRONG = CELL._replace(weight="semibold")
_ASKED = Style(8.0, 10.4)
_PAD = 3.2
_FIGURES_APART = 4.0
_LEAST_DESCRIPTION = 100.0
# A subscription's name of 36 letters is read well on two lines; what is wider wraps.
_WIDEST_NAME = 92.0


def columns_for(sheet: Sheet, words: Sequence[OrderWords]) -> list[Column]:
    """The columns of the grid, wider where these lines need it."""
    wanted = (
        Wanted("reference", sheet.say(T("Reference")), 64),
        Wanted("sku", sheet.say(T("SKU")), 64),
        Wanted("description", sheet.say(T("Description")), 172),
        Wanted("period", sheet.say(T("Period")), 76),
        Wanted("quantity", sheet.say(T("Qty")), 28, "right"),
        Wanted("unit_cost", sheet.say(T("Unit cost")), 48, "right"),
        Wanted("cost", sheet.say(T("Cost, {currency}", currency=sheet.order.currency)),
               58, "right"),
    )
    needs = head_needs(wanted)
    for at, names in enumerate(zip(*((row.reference, row.sku) for row in words), strict=True)):
        needs[at] = max(needs[at], min(_WIDEST_NAME, natural_width(names, CELL)))
    needs[3] = max(needs[3], natural_width([day for row in words for day in row.period], CELL))
    for at, style in ((4, CELL), (5, CELL), (6, _STRONG)):
        needs[at] = max(needs[at], natural_width([str(row[at]) for row in words], style)
                        + _FIGURES_APART)
    return place(wanted, needs, 2, _LEAST_DESCRIPTION, sheet.paper.left)


def put_order_lines(sheet: Sheet, flow: Flow, gap: float, with_last: float) -> None:
    """Places the table; `with_last` is the height of what stands on the last line's page."""
    parts = sheet.order.ordered
    words = [order_words(sheet, part) for part in parts]
    columns = columns_for(sheet, [row for rows in words for row in rows])
    table = Element("Table")
    head = head_block(columns, table)
    for number, (part, rows) in enumerate(zip(parts, words, strict=True)):
        blocks = _entitlement(rows, asked_for(sheet, part.for_vendor), columns, table)
        if number == 0:
            blocks[0] = stacked([head, blocks[0]])
        keep = with_last if number == len(parts) - 1 else 0.0
        _put(flow, blocks, gap=0.0 if number else gap, keep=keep, head=head)
    flow.repeated = None


def _put(flow: Flow, blocks: Sequence[Block], gap: float, keep: float, head: Block) -> None:
    """Places an entitlement on one page where a page can hold it, line by line where none can."""
    after = sum(block.height for block in blocks) + keep
    whole = after <= flow.page_room
    for block in blocks:
        after -= block.height
        follows = after if whole or block is blocks[-1] else 0.0
        flow.put(block, gap=gap, with_next=follows)
        flow.repeated, gap = head, 0.0


def _entitlement(
    rows: Sequence[OrderWords], asked: str, columns: Sequence[Column], table: Element
) -> list[Block]:
    """A block a line; under the last one what the vendor asks for, and a hairline."""
    blocks = [_row(row, columns, table) for row in rows]
    last, right = blocks[-1], columns[-1].x + columns[-1].w
    if asked:
        x = columns[1].x
        cell = Element("TD", Element("TR", table), columns=len(columns))
        last.write("asked", asked, _ASKED, (x, last.height - 2, right - x), kind=cell)
        last.height += _PAD
    last.rules.append(Rule(columns[0].x, last.height, right - columns[0].x, 0))
    return blocks


def _row(row: OrderWords, columns: Sequence[Column], table: Element) -> Block:
    block = row_block(table)
    for column, words in zip(columns[:3], row[:3], strict=True):
        block.write(f"line.{column.key}", str(words), CELL, column.room(_PAD), kind="TD")
    x, y, w = columns[3].room(_PAD)
    cell = Element("TD", block.within)
    for day in row.period or ("",):
        y = block.write("line.period", day, CELL, (x, y, w), kind=cell)
    block.figure("line.quantity", row.quantity, CELL, columns[4].room(_PAD), "TD")
    block.figure("line.unit_cost", row.unit_cost, CELL, columns[5].room(_PAD), "TD")
    block.figure("line.cost", row.cost, _STRONG, columns[6].room(_PAD), "TD")
    block.height += _PAD
    return block
