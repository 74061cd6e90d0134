"""Makes a quote: from REFs and wishes to a priced quote, stored under a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from resellerdesk.core.assembling import Exchange, Terms, assemble
from resellerdesk.core.charge import Share
from resellerdesk.core.coterm import Chosen, periods
from resellerdesk.core.option import Choice, Option, find_option
from resellerdesk.core.period import Period
from resellerdesk.core.phase import Phase
from resellerdesk.core.pricebook import PriceRow
from resellerdesk.core.quote import Item, Numbered, Quote
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.core.workflow import On
from resellerdesk.desk.approving import status_when_stored
from resellerdesk.desk.case import Case, load_case, options_of
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.pricing import name_of, offer_of, pick, price_rows, stub_of
from resellerdesk.desk.quote_lines import OPEN_STATUS
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.resolving import resolve_all
from resellerdesk.desk.rules import Rules, load_rules
from resellerdesk.desk.storing_quotes import store_quote
from resellerdesk.extensions.fault import Faulted
from resellerdesk.store.engine import Database
from resellerdesk.store.quotes import quotes_naming


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One case and what is wanted of it."""

    ref: str
    case: Case
    options: tuple[Option, ...]
    choice: Choice | None


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
    """The same quote without a number: nothing is stored."""
    with desk.store.read() as db:
        quote, _ = priced(desk, db, request, as_of)
    return Numbered(quote)


def priced(
    desk: Desk, db: Database, request: QuoteRequest, as_of: date, revised: str = ""
) -> tuple[Quote, Sequence[Case]]:
    """The priced quote and its cases; `revised` is the number that a new revision is for."""
    rules = load_rules(desk, db, as_of)
    found = resolve_all(db, request.refs)
    cases = [(ref, load_case(desk, db, rules, record)) for ref, record in found]
    _refuse_mixed_customers([case for _, case in cases])
    for _, case in cases:
        _refuse_closed(case)
    try:
        wanted = [
            _Wanted(ref, case, options_of(desk, case), request.choice_for(ref))
            for ref, case in cases
        ]
        items = _items(desk, rules, request, wanted)
        exchanges = [_exchange(desk, rules, request, wanted, key) for key in request.alternatives]
    except Faulted as faulted:
        raise Refusal(faulted.fault.text) from faulted
    items = _with_other_quotes(db, items, cases, revised)
    everything = [*items, *(item for exchange in exchanges for item in exchange.items)]
    quoted = [case for _, case in cases]
    terms = _terms(rules, request, quoted[0], _rows(db, quoted, everything))
    return assemble(items, exchanges, terms), quoted


def _terms(
    rules: Rules, request: QuoteRequest, first: Case, rows: tuple[PriceRow, ...]
) -> Terms:
    customer = first.customer
    return Terms(
        rules.as_of, request.language or customer.language, rules.profile.seller, customer,
        request.align, rules.profile.validity_days, rows,
    )


def _rows(db: Database, cases: Sequence[Case], items: Sequence[Item]) -> tuple[PriceRow, ...]:
    """The price rows of every SKU on the quote that are valid on its day."""
    customer, as_of = cases[0].customer, cases[0].ctx.as_of
    skus = {
        (item.vendor, charge.sku)
        for item in items
        for charge in item.offer.charges
        if not isinstance(charge, Share)
    }
    rows = price_rows(db, skus, customer.currency)
    return tuple(
        row for row in rows
        if row.valid_from <= as_of and (row.valid_to is None or as_of <= row.valid_to)
    )


def _items(
    desk: Desk, rules: Rules, request: QuoteRequest, wanted: Sequence[_Wanted]
) -> tuple[Item, ...]:
    chosen = [
        Chosen(line.case.ref, _quotable(line, find_option(line.options, line.choice, line.ref)))
        for line in wanted
    ]
    spans = periods(chosen, request.align)
    return tuple(
        _item(desk, rules, request, line, one.option, span)
        for line, one, span in zip(wanted, chosen, spans, strict=True)
    )


def _exchange(
    desk: Desk, rules: Rules, request: QuoteRequest, wanted: Sequence[_Wanted], other: Choice
) -> Exchange:
    """The whole quote with another option where that exists."""
    exchanged = [
        _Wanted(line.ref, line.case, line.options, other if _has(line, other) else line.choice)
        for line in wanted
    ]
    having = [line for line in wanted if _has(line, other)]
    if not having:
        raise Refusal(T("no line of this quote has an option {key}", key=other.key))
    option = find_option(having[0].options, other, having[0].ref)
    return Exchange(other.text, option.title, _items(desk, rules, request, exchanged))


def _has(line: _Wanted, other: Choice) -> bool:
    return any(option.key == other.key for option in line.options)


def _item(
    desk: Desk, rules: Rules, request: QuoteRequest, line: _Wanted, option: Option, span: Period
) -> Item:
    case = line.case
    addons = line.choice.addons if line.choice is not None else {}
    picked = pick(
        option, span, request.quantity_for(line.ref),
        {key: number or 1 for key, number in addons.items()},
    )
    offer = offer_of(desk, case, picked)
    return Item(
        case.ref, case.entitlement.reference, case.entitlement.family, case.family.title,
        case.entitlement.vendor, case.entitlement.program, name_of(case, offer.charges),
        case.entitlement.period, case.grace_end, case.ctx.situation, picked, offer,
        stub_of(case), request.discount_for(line.ref, desk.user),
        case.ctx.policy.value("renewals_team") or "", _open_points(desk, case, option),
    )


def _open_points(desk: Desk, case: Case, option: Option) -> tuple[Text, ...]:
    """What would refuse an order now, said before anything is typed."""
    workflow = case.family.workflow
    state = case.record.cycle.state
    if case.record.cycle.phase is Phase.OPEN:
        stored = workflow.bound(On.QUOTE_STORED, state)
        state = stored[0].to or state if stored else state
    steps = [
        step for step in workflow.bound(On.ACCEPTED, state)
        if not option.accept or step.key == option.accept
    ]
    points = []
    for step in steps:
        if step.ready is not None:
            why = desk.extensions.guard.optional(
                case.where(f"ready of {step.key}"), Text, step.ready, case.entitlement, case.ctx
            )
            points += [why] if why is not None else []
    return tuple(points)


def _with_other_quotes(
    db: Database, items: Sequence[Item], cases: Sequence[tuple[str, Case]], revised: str
) -> tuple[Item, ...]:
    """A second open quote for a renewal is an open point, no refusal."""
    marked = []
    for item, (_, case) in zip(items, cases, strict=True):
        others = [
            head.number
            for head in quotes_naming(db, case.record.cycle.id)
            if head.status in OPEN_STATUS and head.number != revised
        ]
        points = [T("it also stands on the open quote {number}", number=n) for n in others]
        marked.append(replace(item, open_points=(*item.open_points, *points)))
    return tuple(marked)


def _quotable(line: _Wanted, option: Option) -> Option:
    if option.unpriced is not None:
        raise Refusal(
            T("{ref}: option {key} has no price and cannot be quoted: {why}",
              ref=line.case.ref, key=option.key, why=option.unpriced)
        )
    return option


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


def _refuse_closed(case: Case) -> None:
    cycle = case.record.cycle
    if cycle.phase in (Phase.OPEN, Phase.QUOTED):
        return
    title = case.family.workflow.state(cycle.state).title
    raise Refusal(
        T("{ref} cannot be quoted: its renewal is {state}", ref=case.ref, state=title)
    )
