"""Whose quote this is: customer, references and terms, side by side."""

from __future__ import annotations

from resellerdesk.core.text import Label, T, Text
from resellerdesk.documents.address import address_lines
from resellerdesk.documents.boxes import Block
from resellerdesk.documents.measure import Style
from resellerdesk.documents.press import Press

_HEAD = Style(7.2, 12.6, "semibold", "muted")
_LINE = Style(8.8, 11.4)
_NAME = Style(8.8, 11.4, "semibold")
_COLUMNS = ((0.0, 164.0), (176.0, 158.0), (346.0, 164.0))

Said = list[Label]


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
    if view.seller.conditions:
        said.append(view.seller.conditions)
    said += [T("Renewals team of the vendor: {team}", team=team) for team in view.teams]
    return said
