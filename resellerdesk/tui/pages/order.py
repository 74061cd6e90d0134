"""One order on a page."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.money import decimal_text
from resellerdesk.core.order import Ordered
from resellerdesk.core.text import T
from resellerdesk.desk.ordering import OrderShown
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.lines import EMPTY, Line, Look, said
from resellerdesk.tui.pages.blocks import Block, named, section


def order_lines(shown: OrderShown, translator: Translator, width: int) -> Sequence[Line]:
    """What stands at its head, then each entitlement with what the vendor asks for."""
    order, words = shown.order, translator.text
    pairs = [
        (words(T("vendor")), order.vendor), (words(T("customer")), order.customer.name),
        (words(T("purchase order")), order.purchase_order),
        (words(T("quote")), f"{order.quote} {words(T('revision {n}', n=order.revision))}"),
        (words(T("accepted on")), order.as_of.isoformat()),
        (words(T("given out")), shown.given_out or ""), (words(T("made by")), shown.by),
    ]
    found: list[Line] = [
        EMPTY, (said(f" {shown.status}", Look.STRONG),), EMPTY,
        *((said("  "), *runs) for runs in named(pairs, width - 4)), EMPTY,
    ]
    for part in order.ordered:
        title = f"{part.item.ref}  {words(part.item.name)}"
        found += section(title, _part(part, order.currency, translator, width - 4))
    return found


def _part(part: Ordered, currency: str, translator: Translator, width: int) -> Block:
    unknown = translator.text(T("cost unknown"))
    lines: list[Line] = []
    for line in part.lines:
        cost = unknown if line.unit_cost is None else (
            f"{decimal_text(line.unit_cost, currency)} {currency}")
        lines.append((said(f"{line.sku}  {line.quantity} × {cost}  "
                           f"{line.period.start} {line.period.end}"),))
    asked = [(translator.text(fact.title), translator.value(fact.value))
             for fact in part.for_vendor]
    return [*lines, *named(asked, width)]
