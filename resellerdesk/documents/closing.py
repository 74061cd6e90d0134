"""What happens without renewal and what waiting costs, and how to order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resellerdesk.core.late import LateCost
from resellerdesk.core.text import Label, T, Text
from resellerdesk.documents.boxes import Block, Panel
from resellerdesk.documents.fonts import printable
from resellerdesk.documents.grouping import ranges
from resellerdesk.documents.measure import Style, width
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.press import Press

_HEAD = Style(9.2, 13.4, "semibold")
_BODY = Style(8.7, 11.3)
_COST = Style(8.7, 11.3, "semibold")
_GAP = 22.0
_PAD = 10.0
_SHARES = (0.5, 0.58, 0.66)
_WORTH = 4.0  # points that a lopsided pair has to save
_TITLE_COLOUR = {"lapse": "warning", "order": "accent_words"}
_FILL = {"lapse": "warning_tint", "order": "accent_tint"}


def closing(press: Press) -> Block:
    """The two boxes side by side, as low as they can be; one alone has the whole width."""
    if not _lapse(press):
        return order_box(press)
    best = _pair(press, _SHARES[0])
    for share in _SHARES[1:]:
        pair = _pair(press, share)
        if pair.height < best.height - _WORTH and _has_room_for_address(press, share):
            best = pair
    return best


def _has_room_for_address(press: Press, share: float) -> bool:
    """An address that is parted is copied wrongly."""
    room = (CONTENT - _GAP) * (1 - share) - 2 * _PAD
    return width(printable(f"{press.view.seller.email}."), _BODY) <= room


def lapse_box(press: Press, x: float = 0.0, wide: float = CONTENT) -> Block:
    return _box(press, "lapse", T("Without renewal"), _lapse(press), (x, wide))


def order_box(press: Press, x: float = 0.0, wide: float = CONTENT) -> Block:
    order = [(press.say(text), _BODY) for text in how_to_order(press)]
    return _box(press, "order", T("How to order"), order, (x, wide))


def _pair(press: Press, share: float) -> Block:
    wide = (CONTENT - _GAP) * share
    block = lapse_box(press, 0.0, wide)
    block.add(order_box(press, wide + _GAP, CONTENT - _GAP - wide), 0)
    block.panels = [panel._replace(h=block.height) for panel in block.panels]
    return block


Said = tuple[str, Style]


def _lapse(press: Press) -> list[Said]:
    view = press.view
    said = [(text, _BODY) for text in press.notes(view.lapse)]
    return [*said, *((press.say(text), _COST) for text in _late(press, view.late))]


def _late(press: Press, costs: Sequence[LateCost]) -> Iterator[Text]:
    for cost in costs:
        amount, numbers = press.money(cost.amount), press.lines_of(cost.refs)
        if not numbers:
            yield T("Renewed {days} days late, there would be {amount} to pay besides the new "
                    "term, at list price and before tax.", days=cost.days, amount=amount)
            continue
        yield Text(
            "Renewed {days} days late, line {numbers} would cost {amount} besides the new term, at "
            "list price and before tax.",
            {"days": cost.days, "numbers": ranges(numbers), "amount": amount, "n": len(numbers)},
            plural="Renewed {days} days late, lines {numbers} would cost {amount} besides the new "
            "terms, at list prices and before tax.", count="n",
        )


def how_to_order(press: Press) -> list[Label]:
    """Where the signed quote goes, what does as well, and whom to ask."""
    view = press.view
    if view.number is None:
        return [T("This is a draft and cannot be ordered from. The offer itself has a number and "
                  "a place for your signature.")]
    said: list[Label] = []
    if view.alternatives:
        said.append(T("Tick one of the options below."))
    if view.seller.email:
        said.append(T("Fill in and sign the box below, on the screen or by hand, and send this "
                      "document to {email}.", email=view.seller.email))
    else:
        said.append(T("Fill in and sign the box below, on the screen or by hand, and send this "
                      "document back."))
    said.append(T("Your own purchase order does as well, if it names {number}.",
                  number=view.number))
    if view.seller.contact and view.seller.phone:
        said.append(T("Questions? {name} is there for you: {phone}.", name=view.seller.contact,
                      phone=view.seller.phone.replace(" ", "\u00a0")))
    return said


def _box(press: Press, part: str, title: Label, body: Sequence[Said],
         at: tuple[float, float]) -> Block:
    block, (x, w) = Block(), at
    left, room = press.paper.left + x + _PAD, w - 2 * _PAD
    style = _HEAD._replace(colour=_TITLE_COLOUR[part])
    y = block.write(f"{part}.head", press.say(title), style, (left, 6, room), kind="H2")
    for said, set_as in body:
        y = block.write(part, said, set_as, (left, y, room)) + 2
    block.height = y + 6
    block.panels.append(Panel(press.paper.left + x, 0, w, block.height, _FILL[part], radius=4))
    return block
