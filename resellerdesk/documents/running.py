"""What stands on every page: the running head of those that follow, and the footer."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.text import T, Text
from resellerdesk.documents.address import seller_address
from resellerdesk.documents.boxes import Block, Page, Placed, Rule
from resellerdesk.documents.fonts import printable
from resellerdesk.documents.measure import Style, width
from resellerdesk.documents.paper import CONTENT
from resellerdesk.documents.press import Press, number_of, title_of
from resellerdesk.documents.wrap import elide

_TITLE = Style(8.4, 11.0, "semibold")
_ABOUT = Style(8.4, 11.0, colour="muted")
_LEGAL = Style(7.0, 8.6, colour="muted")
_COUNT = Style(7.0, 8.6, "semibold", "muted")
_BODY_TO_FOOT = 14.2


def running_head(press: Press) -> Block:
    """The quote's number, whose it is and until when, on the pages after the first."""
    view, head = press.view, Block()
    title = press.say(title_of(view))
    valid = press.say(T("valid until {day}", day=view.valid_until))
    left = press.paper.left
    wide = min(width(title, _TITLE) + 0.1, CONTENT / 2)
    head.write("running.title", elide(title, _TITLE, wide), _TITLE, (left, 0, wide))
    room = CONTENT - wide - 16
    until = f" · {valid}"
    whose = elide(printable(view.customer.name), _ABOUT, room - width(until, _ABOUT))
    head.write("running.about", elide(whose + until, _ABOUT, room), _ABOUT,
               (press.paper.right - room, 0, room), "right")
    head.rules.append(_line(press, 17.0))
    head.height = 26.0
    return head


def foot_top(press: Press) -> float:
    """Where the footer begins; a long legal line lifts it."""
    lines = len(footer(press, 1, 1).boxes) - 1
    return press.paper.height - press.paper.foot - max(0, lines - 3) * _LEGAL.leading


def body_bottom(press: Press) -> float:
    return foot_top(press) - _BODY_TO_FOOT


def footer(press: Press, page: int, pages: int) -> Block:
    """The reseller's legal line, the quote's number, page x of y."""
    foot = Block()
    foot.rules.append(_line(press, 0.0))
    where = press.say(
        T("{number} · page {page} of {pages}",
          number=number_of(press.view), page=page, pages=pages)
    )
    wide = min(width(where, _COUNT) + 0.1, CONTENT / 2)
    legal = press.say(_legal_line(press))
    foot.write("footer.legal", legal, _LEGAL, (press.paper.left, 4.2, CONTENT - wide - 16))
    foot.write("footer.page", elide(where, _COUNT, wide), _COUNT,
               (press.paper.right - wide, 4.2, wide), "right")
    return foot


def with_footers(press: Press, pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with their footers, which could not be written before their count was known."""
    top = foot_top(press)
    return tuple(
        Page(page.number, [*page.placed,
                           Placed(top, footer(press, page.number, len(pages)), is_repeated=True)])
        for page in pages
    )


def _legal_line(press: Press) -> str | Text:
    """The reseller's own, or else who and where they are."""
    seller = press.view.seller
    if seller.legal_line:
        return seller.legal_line
    where = ", ".join(part for part in (seller.name, seller_address(press)) if part)
    if not seller.vat_number:
        return where
    return T("{address} – VAT number {number}", address=where, number=seller.vat_number)


def _line(press: Press, y: float) -> Rule:
    return Rule(press.paper.left, y, CONTENT, 0.0)
