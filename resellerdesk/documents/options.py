"""Ways to take the whole quote, side by side, and what each of them changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resellerdesk.core.customer_view import CustomerView, ViewLine
from resellerdesk.core.text import Label, T, Text
from resellerdesk.documents.boxes import Block, Panel, Rule
from resellerdesk.documents.measure import Style, fitted
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.press import Press, count_of
from resellerdesk.documents.totals import Sums
from resellerdesk.documents.wrap import wrap

_HEAD = Style(15.0, 19.0, "semibold")
_ABOUT = Style(8.8, 11.4, colour="muted")
_LETTER = Style(9.2, 12.0, "semibold", "accent_words")
_TITLE = Style(11.5, 14.0, "semibold")
_PRICE = Style(15.0, 19.0, "semibold")
_SMALL = Style(7.8, 10.2, colour="muted")
_LINE = Style(8.4, 11.2)
_GAP = 12.0
_PAD = 12.0


@dataclass(frozen=True, slots=True)
class Option:
    """One way to take the quote. `same` gives the numbers of the lines that it shares with the
    first option, `changed` the lines that are its own."""

    letter: str
    title: Label
    lines: tuple[ViewLine, ...]
    sums: Sums
    same: tuple[int, ...]
    changed: tuple[ViewLine, ...]


def options_of(view: CustomerView, numbered: Sequence[tuple[int, ViewLine]]) -> list[Option]:
    """The quote itself as option A, then its alternatives; none where there are none."""
    if not view.alternatives:
        return []
    numbers = tuple(number for number, _ in numbered)
    sums = Sums(view.subtotal, view.taxes, view.total)
    options = [Option("A", T("As listed above"), view.lines, sums, numbers, ())]
    for place, other in enumerate(view.alternatives, 1):
        same, changed = _compared(other.lines, numbered)
        letter = chr(ord("A") + place) if place < 26 else f"A{place}"
        options.append(Option(letter, other.title, other.lines,
                              Sums(other.subtotal, other.taxes, other.total), same, changed))
    return options


def _compared(
    lines: Sequence[ViewLine], numbered: Sequence[tuple[int, ViewLine]]
) -> tuple[tuple[int, ...], tuple[ViewLine, ...]]:
    left: dict[tuple[str, str], list[tuple[int, ViewLine]]] = {}
    for number, line in numbered:
        left.setdefault((line.ref, line.sku), []).append((number, line))
    same, changed = [], []
    for line in lines:
        candidates = left.get((line.ref, line.sku), [])
        match = next((pair for pair in candidates if pair[1] == line), None)
        if match is None:
            changed.append(line)
        else:
            candidates.remove(match)
            same.append(match[0])
    return tuple(sorted(same)), tuple(changed)


def option_name(option: Option) -> Text:
    return T("Option {letter}", letter=option.letter)


def options_head(press: Press) -> Block:
    block, at = Block(), (press.paper.left, 0.0, CONTENT)
    y = block.write("options.head", press.say(T("Your options")), _HEAD, at, kind="H2")
    about = T("Each one is the whole quote. Name your choice in the acceptance box.")
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
            x = press.paper.left + place * (wide + _GAP)
            row.add(_card(press, option, (x, wide), lines * _TITLE.leading), 0)
        row.panels = [panel._replace(h=row.height) for panel in row.panels]
        rows.append(row)
    return rows


def _card(
    press: Press, option: Option, at: tuple[float, float], title_height: float
) -> Block:
    card, part = Block(), f"option {option.letter}"
    x, wide = at
    left, room = x + _PAD, wide - 2 * _PAD
    y = card.write(part, press.say(option_name(option)), _LETTER, (left, 10, room), kind="H3") + 1
    card.write(f"{part}.title", press.say(option.title), _TITLE, (left, y, room))
    y += title_height + 3
    price = press.money(option.sums.subtotal)
    style = fitted(price, _PRICE, room)
    y = card.write(f"{part}.subtotal", price, style, (left, y, room))
    y = card.write(f"{part}.note", press.say(T("before tax")), _SMALL, (left, y, room))
    if option.sums.taxes:
        said = press.say(T("{total} with tax", total=press.money(option.sums.total)))
        y = card.write(f"{part}.total", said, _SMALL._replace(size=8.4, leading=11, colour="ink"),
                       (left, y, room))
    card.rules.append(Rule(left, y + 6, room, 0))
    y += 11
    for said_of in _said_of(press, option):
        y = card.write(f"{part}.about", press.say(said_of), _LINE, (left, y, room))
    card.height = y + 10
    is_first = option.letter == "A"
    card.panels.append(Panel(x, 0, wide, card.height, "accent_tint" if is_first else "white",
                             "accent" if is_first else "hairline", 1.2 if is_first else 0.75, 5))
    return card


def _said_of(press: Press, option: Option) -> list[Text]:
    """What is in it: when it ends, and how far it is the same as option A."""
    ends = sorted({line.period.end for line in option.lines
                   if line.period.start != line.period.end})
    said = []
    if ends:
        first, last = press.shown(ends[0]), press.shown(ends[-1])
        said.append(T("ends on {day}", day=last) if first == last else
                    T("ends from {first} to {last}", first=first, last=last))
    count = count_of(option.lines)
    if option.letter == "A":
        said.append(T("{lines}, as above", lines=count))
    else:
        said.append(T("{lines}, {n} of its own, see below", lines=count, n=len(option.changed)))
    return said
