"""A line's other options for the same days, with what each would change."""

from __future__ import annotations

from resellerdesk.core.fact import Fact, Table
from resellerdesk.core.text import Label, T, Text, Value
from resellerdesk.core.view_ladder import ViewLadder, ViewRung
from resellerdesk.documents.boxes import Block
from resellerdesk.documents.grouping import ranges
from resellerdesk.documents.measure import Style
from resellerdesk.documents.page import Flow
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.plain_table import put_table
from resellerdesk.documents.press import Press

_ABOUT = Style(7.8, 10.2, colour="muted")


def put_levels(press: Press, flow: Flow) -> None:
    """A table for each, and once what all of them mean."""
    for ladder in press.view.ladders:
        put_table(press, flow, _table(press, ladder), right=("difference",))
    if press.view.ladders:
        flow.put(_about(press))


def _table(press: Press, ladder: ViewLadder) -> Table:
    facts = _columns(ladder)
    columns = (
        ("option", T("Choice")), *((fact.key, fact.title) for fact in facts),
        ("difference", T("Difference, {currency}", currency=press.view.currency)),
    )
    rows = tuple(
        (_named(press, rung), *(_value(rung, fact.key) for fact in facts),
         _difference(press, rung))
        for rung in ladder.rungs
    )
    return Table("levels", _title(press, ladder), columns, rows)


def _title(press: Press, ladder: ViewLadder) -> Text:
    numbers = press.lines_of(ladder.refs)
    if not numbers:
        return T("Other options for the same days")
    return Text("Other options for line {numbers}", {"numbers": ranges(numbers), "n": len(numbers)},
                plural="Other options for lines {numbers}", count="n")


def _columns(ladder: ViewLadder) -> list[Fact]:
    """Each fact once, in the order in which the options have them."""
    found: dict[str, Fact] = {}
    for rung in ladder.rungs:
        for fact in rung.facts:
            found.setdefault(fact.key, fact)
    return list(found.values())


def _value(rung: ViewRung, key: str) -> Value:
    return next((fact.value for fact in rung.facts if fact.key == key), None)


def _named(press: Press, rung: ViewRung) -> str:
    name: Label = rung.title
    if rung.is_current and not rung.is_quoted:
        name = T("{option} (today)", option=rung.title)
    return press.say(name)


def _difference(press: Press, rung: ViewRung) -> str:
    return press.say(T("as quoted")) if rung.is_quoted else press.signed_amount(rung.difference)


def _about(press: Press) -> Block:
    block = Block()
    said = T("Differences are for one line over its days, before tax. For another option, ask us "
             "for a new revision of this quote before you sign.")
    block.write("levels.about", press.say(said), _ABOUT, (press.paper.left, 5, CONTENT))
    return block
