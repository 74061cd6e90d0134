"""The quote's lines as a table by family, over as many pages as they take."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.text import Label, T
from resellerdesk.documents.boxes import Block, Panel, Rule, stacked
from resellerdesk.documents.grouping import Group
from resellerdesk.documents.line_words import LineWords, line_words
from resellerdesk.documents.measure import Style, width
from resellerdesk.documents.page import Flow
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.press import Press, count_of
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
from resellerdesk.documents.wrap import elide, packed

_MUTED = CELL._replace(colour="muted")
_STRONG = CELL._replace(weight="semibold")
_NUMBER = Style(7.4, 10.4, colour="muted")
_DETAIL = Style(7.4, 9.0, colour="muted")
_FAMILY = Style(9.2, 11.0, "semibold", "accent_words")
_ABOUT = Style(8.2, 11.0, colour="muted")
_PAD_TOP, _PAD_BOTTOM = 2.8, 3.4
_INSET = 4.0
_LEAST_DESCRIPTION = 110.0
_FAMILY_GAP = 7.0
_COLUMNS_BEFORE_THE_AMOUNT = 7

LineRow = tuple[LineWords, Block]


def columns_for(press: Press, words: Sequence[LineWords]) -> list[Column]:
    """The columns of the grid, wider where the figures of these lines need it."""
    wanted = (
        Wanted("number", press.say(T("No.")), 18),
        Wanted("description", press.say(T("Description")), 216),
        Wanted("period", press.say(T("Period")), 56),
        Wanted("quantity", press.say(T("Qty")), 26, "right"),
        Wanted("unit_list", press.say(T("Unit list")), 48, "right"),
        Wanted("discount", press.say(T("Discount")), 36, "right"),
        Wanted("unit_net", press.say(T("Unit net")), 48, "right"),
        Wanted("amount", press.say(T("Amount, {currency}", currency=press.view.currency)),
               58 - _INSET, "right"),
    )
    needs = head_needs(wanted)
    needs[0] = max(needs[0], natural_width([row.number for row in words], _NUMBER) + _INSET)
    needs[2] = max(needs[2], natural_width([day for row in words for day in row.period], CELL))
    for at, style in ((3, CELL), (4, CELL), (5, CELL), (6, CELL), (7, _STRONG)):
        figures = [getattr(row, wanted[at].key) for row in words]
        needs[at] = max(needs[at], natural_width(figures, style))
    return place(wanted, needs, 1, _LEAST_DESCRIPTION, press.paper.left + _INSET)


def put_lines(press: Press, flow: Flow, groups: Sequence[Group], with_last: float) -> None:
    """Places the table; `with_last` is the height of what stands on the last line's page."""
    words = {
        number: line_words(press, str(number), line)
        for group in groups for number, line in group.lines
    }
    columns = columns_for(press, list(words.values()))
    table = Element("Table")
    head = head_block(columns, table)
    for number, group in enumerate(groups):
        rows = rows_of([words[at] for at, _ in group.lines], columns, table)
        keep = with_last if group is groups[-1] else 0.0
        start = [family_row(press, group, table), rows[0]]
        flow.put(*(start if number else [head, *start]), gap=_FAMILY_GAP,
                 with_next=keep if len(rows) == 1 else 0.0)
        flow.repeated = stacked([head, _continued(press, group.title)])
        for row in rows[1:]:
            flow.put(row, with_next=keep if row is rows[-1] else 0.0)
        flow.repeated = head
    flow.repeated = None


def rows_of(
    words: Sequence[LineWords], columns: Sequence[Column], table: Element
) -> list[Block]:
    """A block a line, hairlines between them."""
    rows = [_row(line, columns, table) for line in words]
    x, end = columns[1].x, columns[-1].x + columns[-1].w + _INSET
    for row in rows[:-1]:
        row.rules.append(Rule(x, row.height, end - x, 0))
    return rows


def _row(line: LineWords, columns: Sequence[Column], table: Element) -> Block:
    row, y = row_block(table), _PAD_TOP
    name = f"line {line.number}"
    row.write(f"{name}.number", line.number, _NUMBER, columns[0].room(y), kind="TD")
    x, below, w = columns[1].room(y)
    cell = Element("TD", row.within)
    below = row.write(f"{name}.description", line.description, CELL, (x, y, w), kind=cell)
    for detail in packed(line.details, _DETAIL, w):
        below = row.write(f"{name}.detail", detail, _DETAIL, (x, below, w), kind=cell)
    below = row.write(f"{name}.detail", line.how, _DETAIL, (x, below, w), kind=cell)
    x, below, w = columns[2].room(y)
    cell = Element("TD", row.within)
    for day in line.period:
        below = row.write(f"{name}.period", day, CELL, (x, below, w), kind=cell)
    row.figure(f"{name}.quantity", line.quantity, CELL, columns[3].room(y), "TD")
    row.figure(f"{name}.unit_list", line.unit_list, _MUTED, columns[4].room(y), "TD")
    row.figure(f"{name}.discount", line.discount, _MUTED, columns[5].room(y), "TD")
    row.figure(f"{name}.unit_net", line.unit_net, CELL, columns[6].room(y), "TD")
    row.figure(f"{name}.amount", line.amount, _STRONG, columns[7].room(y), "TD")
    row.height += _PAD_BOTTOM
    return row


def family_row(press: Press, group: Group, table: Element) -> Block:
    """The family's name, how many lines it has and their sum."""
    subtotal = press.amount(group.subtotal)
    row = _tinted(press, group.title, width(subtotal, _FAMILY) + 12,
                  count_of([line for _, line in group.lines]), table)
    right = press.paper.right - _INSET
    wide = width(subtotal, _FAMILY) + 0.1
    row.figure("family.subtotal", subtotal, _FAMILY, (right - wide, 3, wide), "TD")
    return row


def _continued(press: Press, title: Label) -> Block:
    """What stands on top of a page that goes on within a family, on one line."""
    again = elide(press.say(title), _FAMILY, CONTENT / 2)
    return _tinted(press, again, 0, T("continued"), Element("Table"))


def _tinted(press: Press, title: Label, taken: float, about: Label, table: Element) -> Block:
    """A tinted row: a title, and what is said of it on the same line or below."""
    row, left = row_block(table), press.paper.left + _INSET
    cell = Element("TH", row.within, scope="Row", columns=_COLUMNS_BEFORE_THE_AMOUNT)
    room = CONTENT - 2 * _INSET - taken
    below = row.write("family.title", press.say(title), _FAMILY, (left, 3, room), kind=cell)
    last = row.boxes[-1] if row.boxes else None
    used = width(last.words, _FAMILY) + 8 if last else 0
    words = press.say(about)
    if last and used + width(words, _ABOUT) <= room:
        row.boxes[-1] = last._replace(w=used - 6)
        row.write("family.about", words, _ABOUT,
                  (left + used, below - _FAMILY.leading, room - used), kind=cell)
    row.height = below + 3
    row.panels.append(Panel(press.paper.left, 0, CONTENT, row.height, fill="tint"))
    return row
