"""The PDF of a quote: drawn once, kept, and given out again byte for byte."""

from __future__ import annotations

from resellerdesk.core.customer_view import customer_view
from resellerdesk.core.order import Order
from resellerdesk.core.quote import Numbered
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.desk.approving import waits_or_waited_in_vain
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.pictures import picture_of
from resellerdesk.desk.quote_lines import WAITING
from resellerdesk.store.issued import find_issued, keep_issued
from resellerdesk.translation.translate import Translator

_MOST_NAMED = 8


def issued_pdf(desk: Desk, number: str, revision: int | None = None) -> bytes:
    """The PDF that was issued for a quote's revision; drawn and kept if it is the first time.

    Raises Refusal where the quote waits for approval, or ended while it did: nothing of it may
    go out.
    """
    stored = stored_quote(desk, number, revision)
    with desk.store.read() as db:
        if waits_or_waited_in_vain(db, stored):
            raise Refusal(
                T("{number} waits for approval; its PDF is made once a manager has approved it "
                  "(approve {number})", number=number)
                if stored.status == WAITING
                else T("{number} revision {revision} ended before a manager approved it; it has "
                       "no PDF", number=number, revision=stored.revision)
            )
        kept = find_issued(db, stored.number, stored.revision)
    if kept is not None:
        return kept
    numbered = Numbered(stored.quote, stored.number, stored.revision, stored.status)
    drawn = draw_pdf(desk, numbered)
    at = desk.clock().isoformat(timespec="seconds")
    with desk.store.write() as db:
        keep_issued(db, stored.number, stored.revision, drawn, at, desk.user)
        kept = find_issued(db, stored.number, stored.revision)
    assert kept is not None  # kept just now, by us or by a colleague a moment before
    return kept


def draw_order(desk: Desk, order: Order) -> bytes:
    """An order as a plain sheet for its vendor, in English."""
    from resellerdesk.documents.order_pdf import order_pdf

    return order_pdf(order, Translator("en", desk.extensions.locales))


def draw_pdf(desk: Desk, numbered: Numbered) -> bytes:
    """A quote as a PDF in its own language; without a number it is marked as a draft."""
    # Loaded here alone: the command line draws nothing most of the time.
    from resellerdesk.documents.quote_pdf import quote_pdf

    view = customer_view(numbered)
    with desk.store.read() as db:
        logo = picture_of(db, view.seller.logo)
    return quote_pdf(view, Translator(view.language, desk.extensions.locales), logo)


def boxes_in(numbered: Numbered) -> Text | None:
    """What to tell the rep of characters that its PDF shows as boxes; None where all print."""
    from resellerdesk.documents.unprinted import unprinted_in

    found = unprinted_in(customer_view(numbered))
    if not found:
        return None
    named = ", ".join(f"{char} (U+{ord(char):04X})" for char in found[:_MOST_NAMED])
    return T("{quote}: no font prints {characters}, a box stands for each; of Chinese and "
             "Japanese any TrueType font of this machine that has them would do",
             quote=numbered.number or "the draft",
             characters=named if len(found) <= _MOST_NAMED else
             f"{named} and {len(found) - _MOST_NAMED} more")
