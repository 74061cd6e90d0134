"""What a customer wants to know first: the total, until when, and how it compares."""

from __future__ import annotations

from typing import NamedTuple

from resellerdesk.core.last_year import LastYear
from resellerdesk.core.money import Money
from resellerdesk.core.text import Label, T
from resellerdesk.documents.boxes import Block, Panel, Rule
from resellerdesk.documents.measure import Style
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.press import Press, count_of, total_title

_LABEL = Style(8.2, 10.4, colour="on_accent_muted")
_TOTAL = Style(22.0, 27.0, "semibold", "on_accent")
_FIGURE = Style(14.0, 27.0, "semibold", "on_accent")
_BAND = 70.0
_ROOMS = ((16.0, 168.0), (206.0, 140.0), (366.0, 132.0))


class Cell(NamedTuple):
    """A label, a figure, and what stands under it."""

    part: str
    label: Label
    figure: str
    under: list[Label]


def band(press: Press) -> Block:
    """The total; until when it may be accepted and why; the change against last year, or what
    it is before tax."""
    view, block, left = press.view, Block(), press.paper.left
    day = press.say(T("{day}", day=view.valid_until))
    cells = (
        Cell("total", total_title(view.taxes), press.money(view.total), _under_total(press)),
        Cell("valid", T("To be accepted by"), day, [press.note(view.valid_reason)]),
        _third(press),
    )
    for cell, (x, w) in zip(cells, _ROOMS, strict=True):
        part, at = f"band.{cell.part}", left + x
        style = _TOTAL if cell.part == "total" else _FIGURE
        block.write(f"{part}.label", press.say(cell.label), _LABEL, (at, 9.6, w))
        block.figure(part, cell.figure, style, (at, 20.6, w), align="left")
        y = 48.4
        for said in cell.under:
            y = block.write(f"{part}.under", press.say(said), _LABEL, (at, y, w))
    block.height = max(_BAND, block.height + 9.6)
    block.panels.append(Panel(left, 0, CONTENT, block.height, fill="accent", radius=4))
    for x, _ in _ROOMS[1:]:
        block.rules.append(Rule(left + x - 14, 12, 0, block.height - 24, "accent_hairline"))
    return block


def _under_total(press: Press) -> list[Label]:
    view = press.view
    said: list[Label] = []
    if view.alternatives:
        said.append(T("option A of {n}, see below", n=len(view.alternatives) + 1))
    tax = sum(line.amount for line in view.taxes)
    if tax and view.last_year is not None:
        said.append(T("{amount} before tax", amount=Money(view.subtotal, view.currency)))
    elif tax:
        said.append(T("including {amount} of tax", amount=Money(tax, view.currency)))
    else:
        said += [line.label for line in view.taxes]
    return said


def _third(press: Press) -> Cell:
    view = press.view
    if view.last_year is not None:
        return _against_last_year(press, view.last_year)
    count = count_of(view.lines)
    if not view.taxes:
        return Cell("count", T("On this quote"), press.say(count), [])
    return Cell("subtotal", T("Before tax"), press.money(view.subtotal), [count])


def _against_last_year(press: Press, known: LastYear) -> Cell:
    """Of what is renewed alone, a year against a year; says what makes the two unlike."""
    under: list[Label] = []
    if known.percent is not None:
        before = Money(known.before, press.view.currency)
        under.append(T("{percent} on {amount} a year, before tax",
                       percent=press.signed_percent(known.percent), amount=before))
    if not known.same_quantities:
        under.append(T("quantities have changed"))
    return Cell("last_year", T("Against last year"), press.signed(known.difference),
                under)
