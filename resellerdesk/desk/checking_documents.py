"""Whether issued documents still say what their quotes do: the data inside, and what is printed."""

from __future__ import annotations

import json
from collections.abc import Iterator

from resellerdesk.core.customer_view import CustomerView, customer_view
from resellerdesk.core.quote import Numbered
from resellerdesk.core.text import T, Text
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.printed_figures import missing_figure, replaced_figure
from resellerdesk.documents.read_pdf import PdfRead, Unreadable, read_pdf
from resellerdesk.store.engine import Database
from resellerdesk.store.issued import every_issued
from resellerdesk.store.quotes import StoredQuote, find_quote
from resellerdesk.translation.data_difference import figures_json, first_difference, known_then
from resellerdesk.translation.translate import Translator


def wrong_documents(desk: Desk, db: Database) -> Iterator[Text]:
    """Each issued PDF is read again and compared with the stored quote, figure by figure."""
    for number, revision, content in every_issued(db):
        try:
            stored = find_quote(db, number, revision)
        except ValueError:
            stored = None  # said of the quote itself
        why = _difference(desk, stored, content) if stored is not None else None
        if why is not None:
            yield T("the PDF of {number} revision {revision} {why}", number=number,
                    revision=revision, why=why)


def _difference(desk: Desk, stored: StoredQuote, content: bytes) -> Text | None:
    view = customer_view(
        Numbered(stored.quote, stored.number, stored.revision, stored.status)
    )
    try:
        read = read_pdf(content)
    except Unreadable:
        return T("cannot be read")
    return _wrong_data(view, read) or _wrong_print(desk, view, read)


def _wrong_data(view: CustomerView, read: PdfRead) -> Text | None:
    """None too where nothing is inside: documents of early versions hold no data."""
    for data in read.data:
        try:
            said = json.loads(data)
        except (ValueError, RecursionError):
            return T("holds data that cannot be read")
        found = first_difference(known_then(figures_json(view), said), said)
        if found is not None:
            return T("says {what} {theirs} in its data; the quote says {ours}",
                     what=found.what, theirs=found.theirs or T("nothing"),
                     ours=found.ours or T("nothing"))
    return None


def _wrong_print(desk: Desk, view: CustomerView, read: PdfRead) -> Text | None:
    from resellerdesk.documents.quote_pdf import words_of  # it loads what draws

    words = Translator(view.language, desk.extensions.locales)
    if not any(str(view.number) in page for page in read.pages):
        return T("does not name the quote")
    figure = missing_figure(view, words, read.pages)
    if figure is not None:
        return T("does not print {figure} ({what}) where the quote has it", figure=figure.said,
                 what=figure.what)
    replaced = replaced_figure(words_of(view, words), read.pages)
    if replaced is None:
        return None
    return T("prints {theirs} in a place of {ours}", theirs=replaced[1], ours=replaced[0])
