"""A line of the quote in words and figures, before it has a place on paper."""

from __future__ import annotations

from typing import NamedTuple

from resellerdesk.core.customer_view import ViewLine
from resellerdesk.core.fact import Fact
from resellerdesk.core.text import T
from resellerdesk.documents.fonts import printable
from resellerdesk.documents.press import Press

_NONE = "–"


class LineWords(NamedTuple):
    """What is printed of a line: `details` stand below the description, `how` below those."""

    number: str
    description: str
    details: tuple[str, ...]
    how: str
    period: tuple[str, ...]
    quantity: str
    unit_list: str
    discount: str
    unit_net: str
    amount: str


def line_words(press: Press, number: str, line: ViewLine) -> LineWords:
    how = press.say(line.how) if line.how is not None else ""
    discount = _NONE
    if line.discount_percent:
        discount = printable(press.translator.percent(line.discount_percent))
    return LineWords(
        number, press.say(line.description), tuple(_details(press, line)), how,
        _period(press, line), press.shown(line.quantity),
        press.amount(line.unit_list), discount, press.amount(line.unit_net),
        press.amount(line.amount),
    )


def _period(press: Press, line: ViewLine) -> tuple[str, ...]:
    """Two lines from and to; a one-off line stands on one day."""
    start = press.shown(line.period.start)
    if line.period.start == line.period.end:
        return (start,)
    return (f"{start} –", press.shown(line.period.end))


def _details(press: Press, line: ViewLine) -> list[str]:
    facts = [fact for fact in line.facts if fact.value is not None and fact.value != ""]
    found = [printable(line.sku)] if line.sku else []
    if line.reference and all(fact.value != line.reference for fact in facts):
        found.append(press.say(T("reference {reference}", reference=line.reference)))
    return found + [_fact(press, fact) for fact in facts]


def _fact(press: Press, fact: Fact) -> str:
    return press.say(T("{title}: {value}", title=fact.title, value=press.shown(fact.value)))
