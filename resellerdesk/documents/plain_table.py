"""A family's own table, such as a schedule of certificates, as it gave it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from resellerdesk.core.fact import Table
from resellerdesk.core.money import Money
from resellerdesk.core.text import Value
from resellerdesk.documents.boxes import Align, Block, Rule, stacked
from resellerdesk.documents.measure import Style
from resellerdesk.documents.page import Flow
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.press import Press
from resellerdesk.documents.structure import Element
from resellerdesk.documents.table import (
    CELL,
    HEAD,
    Column,
    head_block,
    natural_width,
    row_block,
)
from resellerdesk.documents.wrap import elide

_TITLE = Style(11.5, 14.4, "semibold")
_SECTION_GAP = 20.0
_SPARE = 14.0
_INSET = 4.0


def put_table(press: Press, flow: Flow, table: Table) -> None:
    """Places a table under its title; its head is repeated on every page."""
    if not table.columns:
        return
    words = press.say(table.title)
    rows = [[press.shown(value) for value in row] for row in table.rows]
    columns = _columns(press, table, rows)
    element = Element("Table")
    head = head_block(columns, element)
    blocks = [_row(row, columns, element) for row in rows]
    flow.put(_title(press, words), head, *blocks[:1], gap=_SECTION_GAP)
    flow.repeated = stacked([_title(press, elide(words, _TITLE, CONTENT)), head])
    for block in blocks[1:]:
        flow.put(block)
    flow.repeated = None


def _title(press: Press, words: str) -> Block:
    block = Block()
    block.write("table.title", words, _TITLE, (press.paper.left, 0, CONTENT), kind="H2")
    block.height += 2
    return block


def _columns(press: Press, table: Table, rows: Sequence[Sequence[str]]) -> list[Column]:
    """As wide as their words, all together no wider than the page."""
    titles = [press.say(title) for _, title in table.columns]
    wanted = [
        max(natural_width([title], HEAD),
            natural_width([row[at] for row in rows if at < len(row)], CELL)) + _SPARE
        for at, title in enumerate(titles)
    ]
    columns, x = [], press.paper.left + _INSET
    for at, (wide, title) in enumerate(zip(_shares(wanted), titles, strict=True)):
        align = _align([row[at] for row in table.rows if at < len(row)])
        columns.append(Column(table.columns[at][0], title, x, wide - _SPARE, align))
        x += wide
    return columns


def _shares(wanted: Sequence[float]) -> list[float]:
    """Widths that the page can hold: the narrow ones keep theirs, the wide ones share the rest."""
    room = CONTENT - 2 * _INSET
    if sum(wanted) <= room:
        return list(wanted)
    shares, left, open_columns = [0.0] * len(wanted), room, len(wanted)
    for at in sorted(range(len(wanted)), key=wanted.__getitem__):
        shares[at] = min(wanted[at], left / open_columns)
        left -= shares[at]
        open_columns -= 1
    return shares


def _align(values: Sequence[Value]) -> Align:
    numbers = all(
        isinstance(value, int | Decimal | Money) and not isinstance(value, bool)
        for value in values if value is not None
    )
    return "right" if numbers and values else "left"


def _row(cells: Sequence[str], columns: Sequence[Column], table: Element) -> Block:
    block = row_block(table)
    for cell, column in zip(cells, columns, strict=False):
        block.write(f"table.{column.key}", cell, CELL, column.room(2.4), column.align, "TD")
    block.height = max(block.height, CELL.leading + 2.4) + 2.8
    end = columns[-1].x + columns[-1].w
    block.rules.append(Rule(columns[0].x, block.height, end - columns[0].x, 0))
    return block
