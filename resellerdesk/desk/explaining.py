"""How each amount of a stored quote came about (docs/cli.md, explain)."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.pricing import Line
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.store.quotes import StoredQuote, find_quote


def stored_quote(desk: Desk, number: str, revision: int | None = None) -> StoredQuote:
    """A quote by its number. Raises Refusal where there is none."""
    with desk.store.read() as db:
        found = find_quote(db, number, revision)
    if found is None:
        what = number if revision is None else f"{number} revision {revision}"
        raise Refusal(T("there is no quote {what}; quotes lists them", what=what))
    return found


def explain(desk: Desk, number: str) -> Sequence[Line]:
    """The lines of a quote's newest revision, each with its derivation."""
    return stored_quote(desk, number).quote.lines
