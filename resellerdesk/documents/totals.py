"""What it all comes to: subtotal, each tax with its note, total; and the notes beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resellerdesk.core.tax import TaxLine
from resellerdesk.core.text import T, Text
from resellerdesk.documents.boxes import Block, Panel, Rule
from resellerdesk.documents.measure import Style, fitted, width
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.press import Press, total_title
from resellerdesk.documents.structure import Element
from resellerdesk.documents.wrap import packed

_ROW = Style(8.8, 11.4)
_TAX_NOTE = Style(7.4, 9.0, colour="muted")
_TITLE = Style(11.5, 14.0, "semibold", "accent_words")
_TOTAL = Style(13.0, 16.0, "semibold", "accent_words")
_NOTES_HEAD = Style(9.2, 13.0, "semibold", "accent_words")
_NOTE = Style(8.6, 11.3)
_WIDE = 214.0
_NOTES_WIDE = CONTENT - _WIDE - 22
_INSET = 4.0
_PAD = 8.0


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of the quote, or of one of its alternatives, in minor units."""

    subtotal: int
    taxes: tuple[TaxLine, ...]
    total: int


def totals_block(press: Press, sums: Sums) -> Block:
    """From the sum before tax to the total, at the right."""
    block, left, table = Block(), press.paper.right - _WIDE, Element("Table")
    block.rules.append(Rule(left, 0, _WIDE, 0, "ink", 0.75))
    y = 5.0
    if sums.taxes:
        y = _row(press, block, y, T("Subtotal before tax"), sums.subtotal,
                 _head_of_row(table)) + 3.4
    for tax in sums.taxes:
        base, head = press.amount(tax.base), _head_of_row(table)
        y = _row(press, block, y, T("{tax} on {base}", tax=tax.label, base=base), tax.amount, head)
        y = block.write("totals.note", press.say(tax.note), _TAX_NOTE,
                        (left, y, _WIDE - _INSET), kind=head) + 3.4
    _total(press, block, y + 1.6, sums, _head_of_row(table))
    return block


def _head_of_row(table: Element) -> Element:
    return Element("TH", Element("TR", table), scope="Row")


def _row(
    press: Press, block: Block, y: float, title: Text, amount: int, head: Element
) -> float:
    figure = press.money(amount)
    room = min(width(figure, _ROW) + 0.1, _WIDE - 90)
    at = (press.paper.right - _WIDE, y, _WIDE - _INSET - room - 8)
    below = block.write("totals.title", press.say(title), _ROW, at, kind=head)
    return max(below, block.figure("totals.amount", figure, _ROW,
                                   (press.paper.right - _INSET - room, y, room),
                                   Element("TD", head.within)))


def _total(press: Press, block: Block, y: float, sums: Sums, head: Element) -> None:
    """The tinted bar; a long title breaks beside the figure."""
    left = press.paper.right - _WIDE
    figure = press.money(sums.total)
    room = min(width(figure, _TOTAL) + 0.1, _WIDE - 2 * _PAD - 60)
    style = fitted(figure, _TOTAL, room)
    title = Block()
    title.write("totals.title", press.say(total_title(sums.taxes)), _TITLE,
                (left + _PAD, 0, _WIDE - 2 * _PAD - room - 8), kind=head)
    tall = max(26.0, title.height + 12)
    block.panels.append(Panel(left, y, _WIDE, tall, fill="accent_tint", radius=4))
    block.add(title, y + (tall - title.height) / 2)
    block.figure("totals.total", figure, style,
                 (press.paper.right - _INSET - room, y + (tall - style.leading) / 2, room),
                 Element("TD", head.within))
    block.height = y + tall


def sums_row(press: Press, sums: Sums) -> Block:
    """The same in one tinted row over the whole width; tax notes have been said above."""
    row, left = Block(), press.paper.left + _PAD
    parts = [press.say(T("{title}: {value}", title=title, value=press.money(amount)))
             for title, amount in _parts(press, sums)]
    total = press.money(sums.total)
    room = width(total, _TOTAL) + 0.1
    title = press.say(total_title(sums.taxes))
    beside = min(width(title, _TITLE) + 0.1, CONTENT / 4)
    end = press.paper.right - _INSET - room
    wide = CONTENT - 2 * _PAD - room - beside - 24
    below = 7.0
    for line in packed(parts, _ROW, wide):
        below = row.write("totals.row", line, _ROW, (left, below, wide))
    said = Element("P")
    name = row.write("totals.title", title, _TITLE, (end - beside - 8, 5.6, beside), kind=said)
    row.figure("totals.total", total, _TOTAL, (end, 5.0, room), said)
    row.height = max(below, name, 21.0) + 6
    row.panels.append(Panel(press.paper.left, 0, CONTENT, row.height, "accent_tint", radius=4))
    return row


def _parts(press: Press, sums: Sums) -> list[tuple[Text, int]]:
    """What a total is made of."""
    if not sums.taxes:
        return []
    return [
        (T("Subtotal before tax"), sums.subtotal),
        *((T("{tax} on {base}", tax=tax.label, base=press.amount(tax.base)), tax.amount)
          for tax in sums.taxes),
    ]


def notes_beside(press: Press, notes: Sequence[str], room: float) -> tuple[Block, int]:
    """The notes that fit beside the totals, in a height of `room` or a little more, and how
    many those are."""
    block = Block()
    x = press.paper.left + 12
    y = block.write("notes.head", press.say(T("Please note")), _NOTES_HEAD,
                    (x, 4, _NOTES_WIDE - 12), kind="H2") + 1
    taken = 0
    for note in notes:
        one = _note(press, note, _NOTES_WIDE)
        if y + one.height > max(room, 100.0):
            break
        block.add(one, y)
        y += one.height
        taken += 1
    block.height = y + 4
    block.panels.append(Panel(press.paper.left, 0, 2, block.height, fill="accent"))
    return block, taken


def notes_below(press: Press, notes: Sequence[str]) -> list[Block]:
    """Notes over the whole width, a block each, with their bar."""
    blocks = [_note(press, note, CONTENT) for note in notes]
    for block in blocks:
        block.panels.append(Panel(press.paper.left, 0, 2, block.height, fill="accent"))
    return blocks


def _note(press: Press, note: str, wide: float) -> Block:
    block = Block()
    block.write("note", note, _NOTE, (press.paper.left + 12, 0, wide - 12))
    block.height += 3
    return block
