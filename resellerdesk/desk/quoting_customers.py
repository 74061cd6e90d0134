"""One quote for a customer, of what is due; what has no price is left out and said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from resellerdesk.core.phase import Phase
from resellerdesk.core.quote import Numbered
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.desk.choosing import choices
from resellerdesk.desk.customers import show_customer
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.worklist import DueQuery, due


@dataclass(frozen=True, slots=True)
class CustomerQuote:
    """The quote, or None where nothing was left to quote; and what was left out, with why."""

    quote: Numbered | None
    left_out: Sequence[Text]


def quote_customer(
    desk: Desk, customer: str, family: str, within: int, as_of: date,
    take: Callable[[tuple[str, ...]], Numbered],
) -> CustomerQuote:
    """Quotes what is due for a customer and not yet ordered; `take` makes the quote of its REFs.

    What cannot be quoted is said, and stops no other customer's quote.
    """
    try:
        show_customer(desk, customer, as_of)
        rows = due(desk, DueQuery(within=within, family=family, customer=customer), as_of)
        refs: list[str] = []
        left_out: list[Text] = []
        for row in rows:
            if row.record.cycle.phase is Phase.ORDERED:
                continue
            why = why_no_price(desk, row.ref, as_of)
            if why is None:
                refs.append(row.ref)
            else:
                left_out.append(T("{ref} is left out: {why}", ref=row.ref, why=why))
        if not refs:
            nothing = T("{customer}: nothing due that can be quoted", customer=customer)
            return CustomerQuote(None, [*left_out, nothing])
        return CustomerQuote(take(tuple(refs)), left_out)
    except Refusal as refusal:
        said = T("{customer}: no quote: {why}", customer=customer, why=refusal.text)
        return CustomerQuote(None, [said])


def why_no_price(desk: Desk, ref: str, as_of: date) -> Text | None:
    """Why the recommended option cannot be quoted, or None."""
    try:
        options = choices(desk, ref, as_of).options
    except Refusal as refusal:
        return refusal.text
    return next(option.why for option in options if option.option.recommended)
