"""What happens without renewal, and how to order."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.text import Label, T
from resellerdesk.documents.boxes import Block, Panel
from resellerdesk.documents.measure import Style
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.press import Press

_HEAD = Style(9.2, 13.4, "semibold")
_BODY = Style(8.7, 11.3)
_GAP = 22.0
_PAD = 10.0


def closing(press: Press) -> Block:
    """The two boxes side by side; one alone has the whole width."""
    lapse = [press.note(text) for text in press.view.lapse]
    order = [press.say(text) for text in how_to_order(press)]
    if not lapse:
        return _box(press, "order", T("How to order"), order, (0.0, CONTENT))
    wide = (CONTENT - _GAP) / 2
    block = _box(press, "lapse", T("Without renewal"), lapse, (0.0, wide))
    beside = _box(press, "order", T("How to order"), order, (wide + _GAP, wide))
    block.add(beside, 0)
    block.panels = [panel._replace(h=block.height) for panel in block.panels]
    return block


def how_to_order(press: Press) -> list[Label]:
    """Where the signed quote goes, and what does as well."""
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
    return said


_TITLE_COLOUR = {"lapse": "warning", "order": "accent_words"}
_FILL = {"lapse": "warning_tint", "order": "accent_tint"}


def _box(press: Press, part: str, title: Label, body: Sequence[str],
         at: tuple[float, float]) -> Block:
    block, (x, w) = Block(), at
    left, room = press.paper.left + x + _PAD, w - 2 * _PAD
    style = _HEAD._replace(colour=_TITLE_COLOUR[part])
    y = block.write(f"{part}.head", press.say(title), style, (left, 6, room), kind="H2")
    for said in body:
        y = block.write(part, said, _BODY, (left, y, room)) + 2
    block.height = y + 6
    block.panels.append(Panel(press.paper.left + x, 0, w, block.height, _FILL[part], radius=4))
    return block
