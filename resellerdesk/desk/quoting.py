"""Makes a quote: from REFs and wishes to a priced quote, stored under a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from resellerdesk.core.assembling import Terms, assemble
from resellerdesk.core.charge import Share
from resellerdesk.core.phase import Phase
from resellerdesk.core.pricebook import PriceRow
from resellerdesk.core.quote import Item, Numbered, Quote
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.approving import status_when_stored
from resellerdesk.desk.case import Case, load_each
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ladders import with_ladders
from resellerdesk.desk.last_word import state_and_who
from resellerdesk.desk.last_year import with_earlier
from resellerdesk.desk.offering import options_of, price_rows
from resellerdesk.desk.quote_items import Wanted, exchange, items_of, with_other_quotes
from resellerdesk.desk.quote_language import language_of, with_language_told
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.resolving import resolve_all
from resellerdesk.desk.rules import Rules, load_rules
from resellerdesk.desk.storing_quotes import store_quote
from resellerdesk.extensions.fault import Faulted
from resellerdesk.store.engine import Database


def make_quote(desk: Desk, request: QuoteRequest, as_of: date) -> Numbered:
    """A quote, stored under a new number; each renewal takes its step *quote stored*.

    Raises Refusal where a REF, an option, an alignment or a price does not work, or where
    somebody changed one of the renewals meanwhile; then nothing is stored.
    """
    with desk.store.read() as db:
        quote, cases = priced(desk, db, request, as_of)
        status = status_when_stored(db, desk, quote, cases)
    return store_quote(desk, quote, cases, status)


def price_quote(desk: Desk, request: QuoteRequest, as_of: date) -> Numbered:
    """The same quote without a number, with the status that it would have: nothing is stored."""
    with desk.store.read() as db:
        quote, cases = priced(desk, db, request, as_of)
        return Numbered(quote, status=status_when_stored(db, desk, quote, cases))


def priced(
    desk: Desk, db: Database, request: QuoteRequest, as_of: date, revised: str = ""
) -> tuple[Quote, Sequence[Case]]:
    """The priced quote and its cases; `revised` is the number that a new revision is for."""
    rules = load_rules(desk, db, as_of)
    found = resolve_all(db, request.refs)
    loaded = load_each(desk, db, rules, [record for _, record in found])
    cases = [(ref, case) for (ref, _), case in zip(found, loaded, strict=True)]
    _refuse_mixed_customers([case for _, case in cases])
    for _, case in cases:
        _refuse_closed(db, case)
    try:
        wanted = [
            Wanted(ref, case, options_of(desk, case), request.choice_for(ref))
            for ref, case in cases
        ]
        items = items_of(desk, rules, request, wanted)
        exchanges = [exchange(desk, rules, request, wanted, key) for key in request.alternatives]
        items = with_ladders(desk, db, items, wanted)
    except Faulted as faulted:
        raise Refusal(faulted.fault.text) from faulted
    items = with_other_quotes(db, with_earlier(db, items, cases), cases, revised)
    everything = [*items, *(item for exchange in exchanges for item in exchange.items)]
    quoted = [case for _, case in cases]
    terms = _terms(rules, request, quoted[0], _rows(db, quoted, everything))
    return with_language_told(assemble(items, exchanges, terms), request.language), quoted


def _terms(
    rules: Rules, request: QuoteRequest, first: Case, rows: tuple[PriceRow, ...]
) -> Terms:
    customer = first.customer
    return Terms(
        rules.as_of, language_of(request.language, customer), rules.profile.seller, customer,
        request.align, rules.profile.validity_days, rows,
    )


def _rows(db: Database, cases: Sequence[Case], items: Sequence[Item]) -> tuple[PriceRow, ...]:
    """The price rows of every SKU on the quote that are valid on its day."""
    customer, as_of = cases[0].customer, cases[0].ctx.as_of
    skus = {
        (item.vendor, charge.sku)
        for item in items
        for charge in item.offer.all_charges
        if not isinstance(charge, Share)
    }
    rows = price_rows(db, skus, customer.currency)
    return tuple(
        row for row in rows
        if row.valid_from <= as_of and (row.valid_to is None or as_of <= row.valid_to)
    )


def _refuse_mixed_customers(cases: Sequence[Case]) -> None:
    if not cases:
        raise Refusal(T("nothing to quote: name at least one REF"))
    numbers: Mapping[str, str] = {case.customer.id: case.ref for case in cases}
    if len(numbers) > 1:
        pairs = ", ".join(f"{ref} ({number})" for number, ref in numbers.items())
        raise Refusal(
            T("a quote is for one customer; these are of several: {pairs}; make one quote each",
              pairs=pairs)
        )


def _refuse_closed(db: Database, case: Case) -> None:
    if case.record.cycle.phase in (Phase.OPEN, Phase.QUOTED):
        return
    raise Refusal(
        T("{ref} cannot be quoted: its renewal is {state}", ref=case.ref,
          state=state_and_who(db, case))
    )
