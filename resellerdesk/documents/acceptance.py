"""The place where the customer accepts: what exactly, and fields to fill in and sign."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.text import T, Text
from resellerdesk.documents.boxes import Block, Field, Panel, Rule
from resellerdesk.documents.measure import Style, width
from resellerdesk.documents.options import Option, option_name
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.press import Press, number_of, total_title
from resellerdesk.documents.structure import Element

ROOMY, DENSE, TIGHT = 37.0, 30.0, 27.0
"""From one field down to the next, in points."""

_HEAD = Style(15.0, 19.0, "semibold", "accent_words")
_ABOUT = Style(8.8, 11.4, colour="muted")
_TOTAL = Style(15.0, 19.0, "semibold")
_SMALL = Style(7.8, 11.4, colour="muted")
_LABEL = Style(7.4, 10.0, "semibold", "muted")
_CHOICE = Style(8.8, 12.0)
_CHOICE_TOTAL = Style(8.8, 12.0, "semibold")
_PAD = 16.0
_LEFT_WIDE, _RIGHT_X, _PLACE_WIDE, _DATE_X = 232.0, 246.0, 130.0, 140.0
_TOTAL_WIDE = 190.0
_TICK = 9.0


def acceptance(press: Press, options: Sequence[Option], pitch: float) -> Block:
    """The framed block; with alternatives the customer names one, each with its own total."""
    block = Block()
    left, room = press.paper.left + _PAD, CONTENT - 2 * _PAD
    y = _head(press, block, (left, room), bool(options))
    for option in options:
        y = _choice(press, block, option, (left, y, room))
    y = _fields(press, block, (left, y + 6), pitch)
    block.height = y + 11
    block.panels.insert(0, Panel(press.paper.left, 0, CONTENT, block.height, "white", "accent",
                                 1.2, 5))
    return block


def _head(press: Press, block: Block, at: tuple[float, float], is_choice: bool) -> float:
    """What is accepted, by whom; its total at the right, if there is but one."""
    view, (left, room) = press.view, at
    total, under = press.money(view.total), _under_total(press)
    side = 0.0 if is_choice else min(
        _TOTAL_WIDE, max(width(total, _TOTAL), *(width(line, _SMALL) for line in under)) + 0.1
    )
    wide = room - (side + 16 if side else 0)
    y = block.write("acceptance.head", press.say(T("Accepted and ordered")), _HEAD,
                    (left, 11, wide), kind="H2")
    said = T("Quote {number} for {customer}, to be accepted by {day}",
             number=number_of(view), customer=view.customer.name, day=view.valid_until)
    below = block.write("acceptance.about", press.say(said), _ABOUT, (left, y, wide))
    if is_choice:
        tick = T("Tick one option, amounts {with_or_without}:", with_or_without=_tax_words(press))
        return block.write("acceptance.tick", press.say(tick), _LABEL, (left, below + 5, room)) + 1
    x = left + room - side
    both = Element("P")
    for line in under:
        y = block.write("acceptance.total.title", line, _SMALL, (x, y, side), "right", both)
    block.figure("acceptance.total", total, _TOTAL, (x, 11, side), both)
    return max(below, y)


def _under_total(press: Press) -> list[str]:
    """What the total is called, and what it is made of where there is tax in it."""
    view, title = press.view, press.say(total_title(press.view.taxes))
    tax = view.total - view.subtotal
    if not tax:
        return [title]
    return [title, press.say(T("{amount} before tax + {tax} of tax",
                               amount=press.money(view.subtotal), tax=press.money(tax)))]


def _tax_words(press: Press) -> Text:
    return T("with tax") if press.view.taxes else T("before tax")


def _choice(
    press: Press, block: Block, option: Option, at: tuple[float, float, float]
) -> float:
    """A place to tick, the option's name and its own total."""
    left, y, room = at
    name = press.say(T("{option}: {title}", option=option_name(option), title=option.title))
    total = press.money(option.sums.total)
    wide = width(total, _CHOICE_TOTAL) + 0.1
    block.panels.append(Panel(left, y + 1.6, _TICK, _TICK, "white", "accent"))
    said = Element("P")
    block.fields.append(Field("choice", "option", name, left, y + 1.6, _TICK, _TICK,
                              option.letter, Element("Form", said)))
    below = block.write("acceptance.option", name, _CHOICE,
                        (left + 16, y, room - 16 - wide - 12), kind=said)
    block.figure("acceptance.option.total", total, _CHOICE_TOTAL, (left + room - wide, y, wide),
                 said)
    return below + 2


def _fields(press: Press, block: Block, at: tuple[float, float], pitch: float) -> float:
    left, top = at
    y = top
    for name, label in (
        ("name", T("Name")), ("function", T("Function")),
        ("order_number", T("Order number (if you use one)")),
    ):
        _field(press, block, name, label, (left, y, _LEFT_WIDE, pitch))
        y += pitch
    _field(press, block, "place", T("Place"), (left, y, _PLACE_WIDE, pitch))
    _field(press, block, "date", T("Date (day/month/year)"),
           (left + _DATE_X, y, _LEFT_WIDE - _DATE_X, pitch))
    bottom = y + pitch - 4
    x, wide = left + _RIGHT_X, CONTENT - 2 * _PAD - _RIGHT_X
    words = press.say(T("Signature and stamp"))
    start = block.write("acceptance.label", words, _LABEL, (x, top, wide)) + 2
    block.panels.append(Panel(x, start, wide, bottom - start, "tint", "line", 0.5))
    block.fields.append(Field("signature", "signature", words, x, start, wide, bottom - start))
    return bottom


def _field(
    press: Press, block: Block, name: str, label: Text, at: tuple[float, float, float, float]
) -> None:
    """A label, and below it a line to write on."""
    x, y, wide, pitch = at
    words, said = press.say(label), Element("P")
    below = block.write("acceptance.label", words, _LABEL, (x, y, wide), kind=said)
    line = y + pitch - 4
    block.rules.append(Rule(x, line, wide, 0, "line"))
    block.fields.append(Field("text", name, words, x, below + 0.5, wide, line - below - 1,
                              element=Element("Form", said)))
