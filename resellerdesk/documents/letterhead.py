"""The top of the first page: who quotes, and what this is."""

from __future__ import annotations

from resellerdesk.core.text import T
from resellerdesk.documents.address import seller_address
from resellerdesk.documents.boxes import Block, Panel, Picture
from resellerdesk.documents.logo import Logo
from resellerdesk.documents.measure import Style, width
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.press import Press, number_of
from resellerdesk.documents.structure import Element

_SIGN = 26.0
_INITIAL = Style(17.0, 26.0, "semibold", "on_accent")
_NAME = Style(12.5, 15.4, "semibold")
_ADDRESS = Style(8.4, 10.9, colour="muted")
_CONTACT = Style(8.4, 10.9, "semibold")
_TITLE = Style(23.0, 28.0, "semibold")
_SUBTITLE = Style(10.0, 13.0, colour="muted")
_NUMBER = Style(14.0, 17.0, colour="muted")
_DRAFT = Style(8.8, 18.0, "semibold", "warning")
_HALF = 300.0
_BESIDE = 8.0
# From this proportion on a logo has the name in it, and stands above the address.
_WIDE = 1.8
_WORDMARK, _LOGO_ROOM = 30.0, 200.0


def letterhead(press: Press) -> Block:
    """The reseller's sign, name and address; whom to ask, at the right."""
    seller, head, left = press.view.seller, Block(), press.paper.left
    x, y = (_logo(press, press.logo, head) if press.logo else _initial(press, head))
    room = _HALF - (x - left)
    name = _NAME if x > left else _CONTACT
    y = head.write("seller.name", seller.name, name, (x, y, room))
    head.write("seller.address", seller_address(press), _ADDRESS, (x, y, room))
    _contact(press, head)
    head.height = max(head.height, _SIGN + 0.3)
    return head


def _initial(press: Press, head: Block) -> tuple[float, float]:
    """A sign for who has no logo; returns where the name begins."""
    name, left = press.view.seller.name.strip(), press.paper.left
    if name:
        head.panels.append(Panel(left, 0.3, _SIGN, _SIGN, fill="accent", radius=5))
        head.write("seller.initial", name[:1].upper(), _INITIAL, (left, 0.3, _SIGN), "center")
    return left + _SIGN + _BESIDE, 0.0


def _logo(press: Press, logo: Logo, head: Block) -> tuple[float, float]:
    """A sign stands before the name, a wide one above it; returns where the name begins."""
    shape, left = logo.width / logo.height, press.paper.left
    high = _SIGN if shape <= _WIDE else min(_WORDMARK, _LOGO_ROOM / shape)
    wide = min(_LOGO_ROOM, high * shape)
    said = press.say(T("Logo of {name}", name=press.view.seller.name))
    head.pictures.append(Picture(left, 0.3, wide, high, logo, Element("Figure", said=said)))
    head.height = high + 0.3
    return (left + wide + _BESIDE, 0.0) if shape <= _WIDE else (left, high + 5.3)


def _contact(press: Press, head: Block) -> None:
    seller = press.view.seller
    at = (press.paper.left + _HALF + 10, CONTENT - _HALF - 10)
    y = 1.0
    if seller.contact:
        contact = press.say(T("{name}, your contact", name=seller.contact))
        y = head.write("seller.contact", contact, _CONTACT, (at[0], y, at[1]), "right")
    for part, words in (("seller.phone", seller.phone), ("seller.email", seller.email)):
        if words:
            y = head.write(part, words, _ADDRESS, (at[0], y, at[1]), "right")


def title(press: Press) -> Block:
    """What this is, its number, its day and whom it is for."""
    view, block, left = press.view, Block(), press.paper.left
    words = press.say(T("Renewal quote"))
    room = min(CONTENT * 0.7, width(words, _TITLE) + 1)
    y = block.figure("title", words, _TITLE, (left, 0, room), "H1", "left")
    _number(press, block, (left + room + 16, CONTENT - room - 16))
    said = T("Drawn up on {day} for {customer}", day=view.as_of, customer=view.customer.name)
    block.write("subtitle", press.say(said), _SUBTITLE, (left, y + 0.6, CONTENT))
    return block


def _number(press: Press, block: Block, at: tuple[float, float]) -> None:
    words = press.say(number_of(press.view))
    if press.view.number is not None:
        block.figure("number", words, _NUMBER, (at[0], 10.4, at[1]))
        return
    wide = width(words, _DRAFT) + 20
    x = press.paper.right - wide
    block.panels.append(Panel(x, 6, wide, 18, "warning_tint", "warning", radius=9))
    block.write("number", words, _DRAFT, (x, 6, wide), "center")
