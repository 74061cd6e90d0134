"""The top of an order: what this is, to whom it goes and when, and for which customer."""

from __future__ import annotations

from resellerdesk.core.customer import Customer
from resellerdesk.core.order import Order
from resellerdesk.core.party import Seller
from resellerdesk.core.text import Label, T, Text
from resellerdesk.documents.address import address_lines
from resellerdesk.documents.boxes import Block, Rule
from resellerdesk.documents.measure import Style, fitted
from resellerdesk.documents.order_words import Sheet
from resellerdesk.documents.paper import CONTENT

_TITLE = Style(23.0, 28.0, "semibold")
_SUBTITLE = Style(10.0, 13.0, colour="muted")
_HEAD = Style(8.0, 12.0, "semibold", "muted")
_NAME = Style(9.6, 12.6, "semibold")
_LINE = Style(9.0, 12.0)
_COLUMN, _COLUMN_GAP = 156.0, 21.0


def order_title(order: Order) -> Text:
    """How the order is called, wherever it is named."""
    return T("Order {number}", number=order.number)


def addressed(order: Order) -> Text:
    """To whom it goes, and its day."""
    return T("To {vendor}, {day}", vendor=order.vendor, day=order.as_of)


def order_head(sheet: Sheet) -> Block:
    """What this is, to whom it goes, and its day."""
    block, left = Block(), sheet.paper.left
    words, below = sheet.say(order_title(sheet.order)), sheet.say(addressed(sheet.order))
    y = block.write("title", words, fitted(words, _TITLE, CONTENT), (left, 0, CONTENT),
                    kind="H1")
    block.write("subtitle", below, _SUBTITLE, (left, y + 0.6, CONTENT))
    block.height += 12
    block.rules.append(Rule(left, block.height, CONTENT, 0, "line", 0.75))
    return block


def parties(sheet: Sheet) -> Block:
    """Who orders, the end customer, and what the order refers to."""
    block, left = Block(), sheet.paper.left
    columns = (("seller", T("Ordered by"), _seller(sheet, sheet.order.seller)),
               ("customer", T("End customer"), _customer(sheet, sheet.order.customer)),
               ("references", T("References"), _references(sheet.order)))
    for number, (part, title, body) in enumerate(columns):
        x = left + number * (_COLUMN + _COLUMN_GAP)
        y = block.write(f"{part}.head", sheet.say(title), _HEAD, (x, 0, _COLUMN), kind="H2") + 1
        for at, said in enumerate(body):
            style = _NAME if part != "references" and at == 0 else _LINE
            y = block.write(part, sheet.say(said), style, (x, y, _COLUMN))
    return block


def _seller(sheet: Sheet, party: Seller) -> list[Label]:
    said = [party.name, *_address(sheet, party), party.email, party.phone]
    return [line for line in said if line]


def _customer(sheet: Sheet, party: Customer) -> list[Label]:
    return [party.name, *_address(sheet, party), T("Customer number {id}", id=party.id)]


def _address(sheet: Sheet, party: Seller | Customer) -> list[str]:
    lines = address_lines(party.street, party.postal_code, party.city, party.country)
    return [*lines, sheet.translator.country(party.country)] if party.country else lines


def _references(order: Order) -> list[Label]:
    quote = T("{number}", number=order.quote)
    if order.revision > 1:
        quote = T("{number}, revision {revision}", number=order.quote, revision=order.revision)
    return [
        T("The customer's purchase order: {number}", number=order.purchase_order),
        T("Our quote: {number}", number=quote),
        T("All amounts in {currency}", currency=order.currency),
    ]
