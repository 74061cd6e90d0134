"""A family's own table, such as a schedule of certificates, as it gave it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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
SECTION_GAP = 20.0
_WHOLE = 0.45  # of a page: a table up to this high is not parted
_SPARE = 14.0
_INSET = 4.0
_FAR_EAST = "\u2e80"


def put_table(press: Press, flow: Flow, table: Table, right: Collection[str] = ()) -> None:
    """Places a table under its title; its head is repeated on every page. Columns of numbers
    stand at the right, and those named."""
    if not table.columns or not table.rows:
        return
    columns = [column._replace(align="right") if column.key in right else column
               for column in wide_columns(press, table)]
    element = Element("Table")
    head = head_block(columns, element)
    blocks = [table_row(press, row, columns, element) for row in table.rows]
    put_rows(flow, [table_title(press, table), head], title_again(press, table), blocks)


def put_rows(flow: Flow, top: Sequence[Block], again: Block, rows: Sequence[Block]) -> None:
    """Places a table's rows below its title and head: a small table on one page, of a larger one
    two rows with the head and two at the end, the head repeated under the title `again`."""
    height = sum(block.height for block in (*top, *rows))
    begin = len(rows) if height <= flow.page_room * _WHOLE else 2
    end = max(begin, len(rows) - 2)
    flow.put(*top, *rows[:begin], gap=SECTION_GAP)
    flow.repeated = stacked([again, *top[1:]])
    for row in rows[begin:end]:
        flow.put(row)
    flow.put(*rows[end:])
    flow.repeated = None


def table_title(press: Press, table: Table) -> Block:
    return _title(press, press.note(table.title))


def title_again(press: Press, table: Table) -> Block:
    """The title on one line, for the pages on which the table goes on."""
    return _title(press, elide(press.note(table.title), _TITLE, CONTENT))


def _title(press: Press, words: str) -> Block:
    block = Block()
    block.write("table.title", words, _TITLE, (press.paper.left, 0, CONTENT), kind="H2")
    block.height += 2
    return block


def wide_columns(press: Press, table: Table) -> list[Column]:
    """As wide as their words, all together no wider than the page."""
    return _columns(press, table, [natural_width([press.say(title)], HEAD)
                                   for _, title in table.columns])


def narrow_columns(press: Press, table: Table) -> list[Column]:
    """As wide as their cells, or as a third of their titles, no word of which is cut; titles of
    the Far East, which have no words to cut at, stand on one line or on two."""
    titles = [press.say(title) for _, title in table.columns]
    return _columns(press, table, [
        max(natural_width([title], HEAD) / 3 + _SPARE, natural_width(title.split(" "), HEAD))
        if title < _FAR_EAST else natural_width([title[:max(5, (len(title) + 1) // 2)]], HEAD)
        for title in titles
    ])


def _columns(press: Press, table: Table, titles: Sequence[float]) -> list[Column]:
    """Columns at least as wide as asked for their titles."""
    wanted = [
        max(title, natural_width([press.shown(value) for value in _cells(table, at)], CELL))
        + _SPARE
        for at, title in enumerate(titles)
    ]
    columns, x = [], press.paper.left + _INSET
    for at, (wide, (key, title)) in enumerate(zip(_shares(wanted), table.columns, strict=True)):
        columns.append(Column(key, press.say(title), x, wide - _SPARE, _align(_cells(table, at))))
        x += wide
    return columns


def _cells(table: Table, at: int) -> list[Value]:
    return [row[at] for row in table.rows if at < len(row)]


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


def table_row(
    press: Press, values: Sequence[Value], columns: Sequence[Column], table: Element
) -> Block:
    block = row_block(table)
    for value, column in zip(values, columns, strict=False):
        block.write(f"table.{column.key}", press.shown(value), CELL, column.room(2.4),
                    column.align, "TD")
    block.height = max(block.height, CELL.leading + 2.4) + 2.8
    end = columns[-1].x + columns[-1].w
    block.rules.append(Rule(columns[0].x, block.height, end - columns[0].x, 0))
    return block
