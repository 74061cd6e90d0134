"""The PDF of a quote: drawn once, kept, and given out again byte for byte."""

from __future__ import annotations

from resellerdesk.core.customer_view import customer_view
from resellerdesk.core.quote import Numbered
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.store.issued import find_issued, keep_issued
from resellerdesk.translation.translate import Translator


def issued_pdf(desk: Desk, number: str, revision: int | None = None) -> bytes:
    """The PDF that was issued for a quote's revision; drawn and kept if it is the first time."""
    stored = stored_quote(desk, number, revision)
    with desk.store.read() as db:
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


def draw_pdf(desk: Desk, numbered: Numbered) -> bytes:
    """A quote as a PDF in its own language; without a number it is marked as a draft."""
    # Loaded here alone: the command line draws nothing most of the time.
    from resellerdesk.documents.quote_pdf import quote_pdf

    view = customer_view(numbered)
    return quote_pdf(view, Translator(view.language, desk.extensions.locales))
