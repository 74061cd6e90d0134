"""What an alternative changes against the quote, as a table with its own sums."""

from __future__ import annotations

from collections.abc import Mapping

from resellerdesk.core.customer_view import ViewLine
from resellerdesk.core.text import T, Text
from resellerdesk.documents.boxes import Block, Panel, stacked
from resellerdesk.documents.grouping import ranges
from resellerdesk.documents.line_words import line_words
from resellerdesk.documents.lines import columns_for, rows_of
from resellerdesk.documents.measure import Style, width
from resellerdesk.documents.options import Option, option_name
from resellerdesk.documents.page import Flow
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.press import Press
from resellerdesk.documents.structure import Element
from resellerdesk.documents.table import head_block, row_block
from resellerdesk.documents.totals import sums_row
from resellerdesk.documents.wrap import elide

_HEAD = Style(11.5, 14.4, "semibold")
_SAME = Style(8.5, 10.4)
_SAME_SUM = Style(8.5, 10.4, "semibold")
_INSET = 4.0
_SECTION_GAP = 20.0


def put_option_lines(
    press: Press, flow: Flow, option: Option, numbered: Mapping[int, ViewLine]
) -> None:
    """Places an alternative's own lines, those that it shares in one row, and its sums."""
    name = press.say(T("{option}: {title}", option=option_name(option), title=option.title))
    title, again = _title(press, name), _title(press, elide(name, _HEAD, CONTENT))
    words = [
        line_words(press, f"{option.letter}{n}", line) for n, line in enumerate(option.changed, 1)
    ]
    columns = columns_for(press, words)
    table = Element("Table")
    head = head_block(columns, table)
    rows = rows_of(words, columns, table)
    if option.same:
        rows.append(_same_row(press, option, numbered, table))
    sums = sums_row(press, option.sums)
    keep = sums.height + 6
    flow.put(title, head, *rows[:1], gap=_SECTION_GAP, with_next=keep if len(rows) < 2 else 0)
    flow.repeated = stacked([again, head])
    for row in rows[1:]:
        flow.put(row, with_next=keep if row is rows[-1] else 0)
    flow.repeated = None
    flow.put(sums, gap=6)


def _title(press: Press, words: str) -> Block:
    block = Block()
    block.write("option.head", words, _HEAD, (press.paper.left, 0, CONTENT), kind="H2")
    block.height += 2
    return block


def _same_row(
    press: Press, option: Option, numbered: Mapping[int, ViewLine], table: Element
) -> Block:
    """Names the lines that stay as they are in option A, with their sum."""
    block, left = row_block(table), press.paper.left + _INSET
    amount = press.amount(sum(numbered[number].amount for number in option.same))
    wide = width(amount, _SAME_SUM) + 0.1
    said = Text("as in option A: line {numbers}",
                {"numbers": ranges(option.same), "n": len(option.same)},
                plural="as in option A: lines {numbers}", count="n")
    words = press.say(said)
    cell = Element("TH", block.within, scope="Row", columns=7)
    below = block.write("option.same", words, _SAME, (left, 3.4, CONTENT - wide - 20), kind=cell)
    block.figure("option.same.amount", amount, _SAME_SUM,
                 (press.paper.right - _INSET - wide, 3.4, wide), "TD")
    block.height = below + 3.4
    block.panels.append(Panel(press.paper.left, 0, CONTENT, block.height, fill="tint"))
    return block
