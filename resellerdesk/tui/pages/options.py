"""The ways to go on side by side: a column each, with period, price and difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from resellerdesk.core.money import Money
from resellerdesk.core.text import T, Text, Value, each_once
from resellerdesk.desk.choosing import Choices, PricedOption
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.lines import Line, Look, Run, left, right, wrapped
from resellerdesk.tui.pages.blocks import GAP, Block, sentences, table

LABEL = 11
NARROWEST, WIDEST = 19, 30


def options_block(found: Choices, translator: Translator, width: int) -> Block:
    """As many options in a row as have room, then the next; add-ons and notes below."""
    fitting = max(1, (width - LABEL) // (NARROWEST + GAP))
    in_a_row = min(fitting, len(found.options)) or 1
    room = min(WIDEST, (width - LABEL) // in_a_row - GAP)
    lines: list[Line] = []
    for start in range(0, len(found.options), in_a_row):
        lines += [(), *_row(found, found.options[start : start + in_a_row], translator, room)]
    return [*lines[1:], *_addons(found, translator, width), *_notes(found, translator, width)]


def _row(
    found: Choices, options: Sequence[PricedOption], translator: Translator, room: int
) -> Block:
    words = translator.text
    titles = [wrapped(words(item.option.title), room) for item in options]
    standings = [wrapped(words(_standing(item)), room) for item in options]
    facts = _telling(options)
    return [
        *(_line("", parts, room, Look.STRONG) for parts in zip_longest(*titles, fillvalue="")),
        *(_line("", parts, room, Look.GOOD) for parts in zip_longest(*standings, fillvalue="")),
        _line(words(T("from")), [item.period.start.isoformat() for item in options], room),
        _line(words(T("until")), [item.period.end.isoformat() for item in options], room),
        _line(words(T("before tax")), [_total(found, item, translator) for item in options], room),
        _line(words(T("difference")), [_more(found, item, translator) for item in options], room),
        *(_fact_line(key, options, translator, room) for key in facts),
    ]


def _telling(options: Sequence[PricedOption]) -> Sequence[str]:
    """The keys of the facts in which the options differ: the others help nobody to choose."""
    values: dict[str, list[Value]] = {}
    for n, item in enumerate(options):
        for fact in item.facts:
            values.setdefault(fact.key, [None] * len(options))[n] = fact.value
    return [key for key, each in values.items() if any(value != each[0] for value in each)]


def _line(
    label: str, values: Iterable[str], room: int, look: Look = Look.PLAIN
) -> Line:
    cells = "".join(right(value, room) + " " * GAP for value in values)
    return (Run(left(label, LABEL), Look.QUIET), Run(cells.rstrip(), look))


def _standing(item: PricedOption) -> Text:
    option = item.option
    if option.recommended and option.current:
        return T("* as today, recommended")
    if option.recommended:
        return T("* recommended")
    return T("as today") if option.current else Text("")


def _total(found: Choices, item: PricedOption, translator: Translator) -> str:
    if item.total is None:
        return translator.text(T("no price"))
    return translator.value(Money(item.total, found.currency))


def _more(found: Choices, item: PricedOption, translator: Translator) -> str:
    if item.difference is None or item.option.current:
        return ""
    sign = "+" if item.difference > 0 else ""
    return sign + translator.amount(item.difference, found.currency)


def _fact_line(
    key: str, options: Sequence[PricedOption], translator: Translator, room: int
) -> Line:
    facts = [next((f for f in item.facts if f.key == key), None) for item in options]
    title = next(translator.text(fact.title) for fact in facts if fact is not None)
    return _line(title, ["" if f is None else translator.value(f.value) for f in facts], room)


def _addons(found: Choices, translator: Translator, width: int) -> Block:
    """The add-ons of the recommended option."""
    rows = [
        [f"+ {translator.text(priced.addon.title)}",
         "" if priced.total is None else translator.amount(priced.total, found.currency)]
        for item in found.options if item.option.recommended for priced in item.addons
    ]
    if not rows:
        return ()
    title = translator.text(T("add-ons"))
    return [(), *table([title, found.currency], rows, " >", width)]


def _notes(found: Choices, translator: Translator, width: int) -> Block:
    """What is to be said of the options, each sentence once."""
    said = [note for item in found.options for note in (*item.notes, item.why) if note]
    texts = [translator.text(note) for note in each_once(said)]
    return [(), *sentences(texts, width)] if texts else ()


