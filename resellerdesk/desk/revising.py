"""A new revision of a quote: what it had carries over unless given anew (docs/domain.md, 6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from resellerdesk.core.option import Choice, parse_choice
from resellerdesk.core.quote import Item, Numbered, Quote
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.revision import LineChange, changes
from resellerdesk.core.text import T
from resellerdesk.desk.approving import status_when_stored
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.occasion import occasion
from resellerdesk.desk.open_quotes import open_quote
from resellerdesk.desk.quote_lines import put_back, records_on, without
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import priced
from resellerdesk.desk.storing_quotes import put_revision
from resellerdesk.store.quotes import StoredQuote, set_status


@dataclass(frozen=True, slots=True)
class Revised:
    """The new revision, and what it changed line by line."""

    numbered: Numbered
    changes: tuple[LineChange, ...]


def revise(desk: Desk, number: str, given: QuoteRequest, as_of: date) -> Revised:
    """Stores a new revision under the same number; the one before is superseded.

    Lines that it leaves out go back to where they were before they were quoted. Raises Refusal
    where the quote has ended, or as a new quote would.
    """
    with desk.store.read() as db:
        old = open_quote(db, number)
        request = carried_over(old.quote, given)
        quote, cases = priced(desk, db, request, as_of, number)
        status = status_when_stored(db, desk, quote, cases)
    now = occasion(desk)
    with desk.store.write() as db:
        standing = open_quote(db, number)
        if standing.revision != old.revision:
            raise Refusal(
                T("{number}: {who} made revision {revision} meanwhile; look at it first",
                  number=number, who=standing.by, revision=standing.revision)
            )
        set_status(db, number, old.revision, "superseded")
        stored = StoredQuote(number, old.revision + 1, status, now.stamp, now.by, quote)
        put_revision(desk, db, stored, cases, now)
        left = without(records_on(db, old), {item.ref for item in quote.items})
        put_back(db, left, number, now, {"revision": old.revision})
    numbered = Numbered(quote, number, stored.revision, status)
    return Revised(numbered, tuple(changes(old.quote.lines, quote.lines)))


def price_revision(desk: Desk, number: str, given: QuoteRequest, as_of: date) -> Revised:
    """The same without storing anything."""
    with desk.store.read() as db:
        old = open_quote(db, number)
        quote, cases = priced(desk, db, carried_over(old.quote, given), as_of, number)
        numbered = Numbered(quote, status=status_when_stored(db, desk, quote, cases))
    return Revised(numbered, tuple(changes(old.quote.lines, quote.lines)))


def carried_over(quote: Quote, given: QuoteRequest) -> QuoteRequest:
    """What is asked of the new revision: what was given, and for the rest what the old one had.

    The maps of `given` go by REF as typed; the lines carried over by `family:reference`.
    """
    items = {item.ref: item for item in quote.items}
    refs = given.refs or tuple(items)
    typed = {ref: _item(items, ref) for ref in refs}
    kept = {ref: item for ref, item in typed.items() if item is not None}
    options = {ref: _choice(item) for ref, item in kept.items()}
    quantities = {ref: item.picked.quantity for ref, item in kept.items()}
    named = {ref: item.discount.percent for ref, item in kept.items() if item.discount.named}
    whole = next((i.discount.percent for i in quote.items if not i.discount.named), None)
    return replace(
        given, refs=refs,
        options={**({} if given.option else options), **given.options},
        quantities={**({} if given.quantity else quantities), **given.quantities},
        discounts={**({} if given.discount is not None else named), **given.discounts},
        discount=given.discount if given.discount is not None else whole,
        align=given.align or quote.align, language=given.language or quote.language,
        alternatives=given.alternatives or _alternatives(quote),
    )


def _item(items: dict[str, Item], ref: str) -> Item | None:
    return items.get(ref) or next((i for i in items.values() if i.reference == ref), None)


def _choice(item: Item) -> Choice:
    return Choice(item.picked.option.key, dict(item.picked.addons))


def _alternatives(quote: Quote) -> tuple[Choice, ...]:
    return tuple(parse_choice(other.key) for other in quote.alternatives)
