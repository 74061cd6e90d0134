"""The options side by side: a place to tick, name, price before and with tax, what it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from resellerdesk.core.text import T
from resellerdesk.documents.boxes import Block, Field, Panel, Rule
from resellerdesk.documents.measure import Style
from resellerdesk.documents.option_words import against_first, said_of
from resellerdesk.documents.options import Option, option_name
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.press import Press
from resellerdesk.documents.structure import Element
from resellerdesk.documents.wrap import wrap

_HEAD = Style(15.0, 19.0, "semibold")
_ABOUT = Style(8.8, 11.4, colour="muted")
_LETTER = Style(9.2, 13.0, "semibold", "accent_words")
_TITLE = Style(11.5, 14.0, "semibold")
_PRICE = Style(15.0, 19.0, "semibold")
_SMALL = Style(7.8, 10.2, colour="muted")
_TAXED = Style(8.4, 11.0)
_AGAINST = Style(8.4, 11.0, "semibold")
_LINE = Style(8.4, 11.2)
_GAP, _PAD, _TICK = 12.0, 12.0, 13.0


def options_head(press: Press, has_place_to_sign: bool) -> Block:
    block, at = Block(), (press.paper.left, 0.0, CONTENT)
    y = block.write("options.head", press.say(T("Your options")), _HEAD, at, kind="H2")
    about = T("Each one is the whole quote.")
    if has_place_to_sign:
        about = T("Each one is the whole quote. Tick yours here or where you sign; if both are "
                  "ticked, the one where you sign counts.")
    block.write("options.about", press.say(about), _ABOUT, (at[0], y + 1, CONTENT))
    return block


def card_rows(press: Press, options: Sequence[Option]) -> list[Block]:
    """The cards in rows of at most three, all of a row equally high."""
    across = 2 if len(options) in (2, 4) else 3
    wide = (CONTENT - (across - 1) * _GAP) / across
    rows = []
    for start in range(0, len(options), across):
        row, members = Block(), options[start:start + across]
        # The prices stand side by side, however long the titles are.
        lines = max(len(wrap(press.say(one.title), _TITLE, wide - 2 * _PAD)) for one in members)
        for place, option in enumerate(members):
            room = _Room(press.paper.left + place * (wide + _GAP), wide, lines * _TITLE.leading)
            row.add(_card(press, option, options, room), 0)
        row.panels = [panel if panel.h == _TICK else panel._replace(h=row.height)
                      for panel in row.panels]
        rows.append(row)
    return rows


class _Room(NamedTuple):
    """Where a card stands, and how high its title may be."""

    x: float
    w: float
    title: float


def _card(press: Press, option: Option, options: Sequence[Option], at: _Room) -> Block:
    card, part = Block(), f"option {option.letter}"
    is_first = option is options[0]
    card.panels.append(Panel(at.x, 0, at.w, 0, "accent_tint" if is_first else "white",
                             "accent" if is_first else "hairline", 1.2 if is_first else 0.75, 5))
    left, room = at.x + _PAD, at.w - 2 * _PAD
    y = _name(press, card, option, (left, room)) + 3
    card.write(f"{part}.title", press.say(option.title), _TITLE, (left, y, room))
    y += at.title + 3
    price = press.money(option.sums.subtotal)
    y = card.figure(f"{part}.subtotal", price, _PRICE, (left, y, room), align="left")
    y = card.write(f"{part}.note", press.say(T("before tax")), _SMALL, (left, y, room))
    if option.sums.taxes:
        total = press.say(T("{total} with tax", total=press.money(option.sums.total)))
        y = card.write(f"{part}.total", total, _TAXED, (left, y, room))
    against = against_first(press, option, options[0])
    y = card.write(f"{part}.against", against, _AGAINST, (left, y, room))
    card.rules.append(Rule(left, y + 6, room, 0))
    y += 11
    for said in said_of(press, option, options):
        y = card.write(f"{part}.about", said, _LINE, (left, y, room))
    card.height = y + 10
    return card


def _name(press: Press, card: Block, option: Option, at: tuple[float, float]) -> float:
    """The option's letter, after a place to tick where the quote can be signed."""
    (left, room), part = at, f"option {option.letter}"
    name, said = press.say(option_name(option)), Element("H3")
    if press.view.number is None:
        return card.write(part, name, _LETTER, (left, 11, room), kind=said)
    card.panels.append(Panel(left, 11, _TICK, _TICK, "white", "accent", 1.0))
    card.fields.append(Field("choice", "option", name, left, 11, _TICK, _TICK, option.letter,
                             Element("Form", said)))
    return card.write(part, name, _LETTER, (left + _TICK + 6, 11, room - _TICK - 6), kind=said)
