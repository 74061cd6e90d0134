"""What a customer wants to know first: the band with total and last day, and whose this is."""

from __future__ import annotations

from resellerdesk.core.money import Money
from resellerdesk.core.text import Label, T, Text
from resellerdesk.documents.address import address_lines
from resellerdesk.documents.boxes import Block, Panel, Rule
from resellerdesk.documents.measure import Style, fitted
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.press import Press, count_of, total_title

_LABEL = Style(8.2, 10.4, colour="on_accent_muted")
_TOTAL = Style(22.0, 27.0, "semibold", "on_accent")
_FIGURE = Style(14.0, 27.0, "semibold", "on_accent")
_HEAD = Style(7.2, 12.6, "semibold", "muted")
_LINE = Style(8.8, 11.4)
_NAME = Style(8.8, 11.4, "semibold")
_BAND = 70.0
_CELLS = ((16.0, 168.0), (206.0, 140.0), (366.0, 132.0))
_COLUMNS = ((0.0, 164.0), (176.0, 158.0), (346.0, 164.0))

Said = list[Label]
Cell = tuple[Label, str, Style, Said]
"""What a cell of the band says: label, figure and how that is set, and what stands under it."""


def band(press: Press) -> Block:
    """The total, until when it may be accepted and why, and the sum before tax."""
    view, block, left = press.view, Block(), press.paper.left
    cells: tuple[Cell, ...] = (
        (total_title(view.taxes), press.money(view.total), _TOTAL, _under_total(press)),
        (T("To be accepted by"), press.say(T("{day}", day=view.valid_until)), _FIGURE,
         [press.note(view.valid_reason)]),
        _third_cell(press),
    )
    for part, (x, w), (label, figure, style, under) in zip(
        ("total", "valid", "subtotal"), _CELLS, cells, strict=True
    ):
        at = (left + x, w)
        block.write(f"band.{part}.label", press.say(label), _LABEL, (at[0], 9.6, w))
        block.write(f"band.{part}", figure, fitted(figure, style, w), (at[0], 20.6, w))
        y = 48.4
        for said in under:
            y = block.write(f"band.{part}.under", press.say(said), _LABEL, (at[0], y, w))
    block.height = max(_BAND, block.height + 9.6)
    block.panels.append(Panel(left, 0, CONTENT, block.height, fill="accent", radius=4))
    for x, _ in _CELLS[1:]:
        block.rules.append(Rule(left + x - 14, 12, 0, block.height - 24, "accent_hairline"))
    return block


def _under_total(press: Press) -> Said:
    view = press.view
    said: Said = []
    if view.alternatives:
        said.append(T("option A of {n}, see below", n=len(view.alternatives) + 1))
    tax = sum(line.amount for line in view.taxes)
    if tax:
        said.append(T("including {amount} of tax", amount=Money(tax, view.currency)))
    else:
        said += [line.label for line in view.taxes]
    return said


def _third_cell(press: Press) -> Cell:
    view = press.view
    if not view.taxes:
        return T("On this quote"), press.say(count_of(view.lines)), _FIGURE, []
    return T("Before tax"), press.money(view.subtotal), _FIGURE, [count_of(view.lines)]


def columns(press: Press) -> Block:
    """Customer, references and terms side by side."""
    block = Block()
    titles = (T("Customer"), T("References"), T("Terms"))
    bodies = (_customer(press), _references(press), _terms(press))
    for part, title, body, (x, w) in zip(
        ("customer", "references", "terms"), titles, bodies, _COLUMNS, strict=True
    ):
        at = press.paper.left + x
        y = block.write(f"{part}.head", press.say(title), _HEAD, (at, 0, w), kind="H2")
        for n, said in enumerate(body):
            style = _NAME if part == "customer" and n == 0 else _LINE
            y = block.write(part, press.say(said), style, (at, y, w))
    block.height += 5
    return block


def _customer(press: Press) -> Said:
    party, said = press.view.customer, list[Label]()
    said += [party.name] if party.name else []
    said += address_lines(party.street, party.postal_code, party.city, party.country)
    if party.country and party.country != press.view.seller.country:
        said.append(press.translator.country(party.country))
    return said


def _references(press: Press) -> Said:
    view = press.view
    said: Said = [T("Customer number {id}", id=view.customer.id)]
    if view.customer.vat_number:
        said.append(T("VAT number {number}", number=view.customer.vat_number))
    said.append(T("Quote of {day}", day=view.as_of))
    said.append(T("All amounts in {currency}", currency=view.currency))
    return said


def _terms(press: Press) -> Said:
    view = press.view
    days = view.customer.payment_days
    said: Said = []
    if days is not None:
        said.append(
            Text("Payment within {days} day", {"days": days},
                 plural="Payment within {days} days", count="days")
            if days else T("Payment on receipt of the invoice")
        )
    elif view.seller.terms:
        said.append(view.seller.terms)
    said.append(T("Prices hold until the day above"))
    said += [T("Renewals team of the vendor: {team}", team=team) for team in view.teams]
    return said
