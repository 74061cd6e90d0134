"""Quotes as a list, with the status that a day gives them (docs/cli.md, quotes)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from resellerdesk.desk.desk import Desk
from resellerdesk.store.quotes import QuoteHead, quote_heads


def status_on(status: str, valid_until: date, as_of: date) -> str:
    """`expired` is computed: an open quote past its validity."""
    return "expired" if status == "open" and as_of > valid_until else status


def list_quotes(desk: Desk, customer: str, as_of: date) -> Sequence[QuoteHead]:
    """The newest revision of every quote, of one customer where named."""
    with desk.store.read() as db:
        heads = quote_heads(db, customer)
    return [
        replace(head, status=status_on(head.status, head.valid_until, as_of)) for head in heads
    ]
