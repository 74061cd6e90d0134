"""A quote that has not ended yet, or who ended it: what every answer to a quote asks first."""

from __future__ import annotations

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.last_word import status_and_who
from resellerdesk.desk.quote_lines import OPEN_STATUS
from resellerdesk.store.engine import Database
from resellerdesk.store.quotes import StoredQuote, find_quote


def open_quote(db: Database, number: str) -> StoredQuote:
    """The newest revision of a quote, open, waiting or expired.

    Raises Refusal where there is no such quote, or where it has ended: it names who did that.
    """
    stored = find_quote(db, number)
    if stored is None:
        raise Refusal(T("there is no quote {number}; quotes lists them", number=number))
    if stored.status not in OPEN_STATUS:
        raise Refusal(
            T("{number} is {status} already; make a new quote",
              number=number, status=status_and_who(db, stored))
        )
    return stored
