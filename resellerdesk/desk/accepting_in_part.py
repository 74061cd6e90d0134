"""Some lines of a quote are accepted: refused where that changes what the others cost."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from resellerdesk.core.acceptance import differences, of_refs, price_again, realigned
from resellerdesk.core.money import Money
from resellerdesk.core.period import Period
from resellerdesk.core.pricing import Line
from resellerdesk.core.quote import Item
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.revision import LineChange
from resellerdesk.core.text import T, Text
from resellerdesk.desk.case import load_each
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.offering import offer_of
from resellerdesk.desk.resolving import resolve
from resellerdesk.desk.rules import load_rules
from resellerdesk.extensions.fault import Faulted
from resellerdesk.store.engine import Database
from resellerdesk.store.quotes import StoredQuote


def refuse_what_changes(
    desk: Desk, db: Database, stored: StoredQuote, items: Sequence[Item], lines: Sequence[Line],
    refs: Collection[str],
) -> None:
    """Prices the lines that remain as of the quote's date; raises Refusal with the new figures
    where one of them changes."""
    kept, quote = of_refs(items, refs), stored.quote
    alone = realigned(quote, kept)
    if alone is not None:
        again = price_again(quote, _offered_again(desk, db, stored, kept, alone))
        before = sum(line.amount for line in lines if line.ref in refs)
        total = sum(line.amount for line in again)
        # One that keeps its own end is none of the common one.
        ends = [span.end for item, span in zip(kept, alone, strict=True)
                if span != item.picked.period]
        raise Refusal(
            T("{number}: without the other lines the periods would end on {end}, and the lines "
              "kept cost {total} instead of {before} ({difference}); revise it "
              "(quote --revise {number})",
              number=stored.number, end=max(ends),
              total=Money(total, quote.currency), before=Money(before, quote.currency),
              difference=_signed(total - before, quote.currency))
        )
    changed = differences(quote, lines, kept)
    if changed:
        raise Refusal(_said(stored, changed))


def _offered_again(
    desk: Desk, db: Database, stored: StoredQuote, kept: Sequence[Item], spans: Sequence[Period]
) -> list[Item]:
    """The items with other periods, as their families offer them on the quote's day."""
    rules = load_rules(desk, db, stored.quote.as_of)
    cases = load_each(desk, db, rules, [resolve(db, item.ref) for item in kept])
    offered = []
    for item, span, case in zip(kept, spans, cases, strict=True):
        picked = replace(item.picked, period=span)
        try:
            offer = offer_of(desk, case, picked)
        except Faulted as faulted:
            raise Refusal(faulted.fault.text) from faulted
        offered.append(replace(item, picked=picked, offer=offer))
    return offered


def _said(stored: StoredQuote, changed: Sequence[LineChange]) -> Text:
    currency = stored.quote.currency
    said = _one(changed[0], currency)
    for change in changed[1:]:
        said = T("{said}; {more}", said=said, more=_one(change, currency))
    return T(
        "{number}: without the other lines the price changes: {said}; revise it "
        "(quote --revise {number})", number=stored.number, said=said,
    )


def _one(change: LineChange, currency: str) -> Text:
    line, difference = change.line, _signed(change.difference, currency)
    if change.before is None or change.after is None:
        return T("{ref} {sku} {difference}", ref=line.ref, sku=line.sku, difference=difference)
    return T(
        "{ref} {sku} {after} instead of {before} a unit, {difference}",
        ref=line.ref, sku=line.sku, difference=difference,
        after=Money(change.after.unit_net, currency),
        before=Money(change.before.unit_net, currency),
    )


def _signed(amount: int, currency: str) -> Text:
    money = Money(amount, currency)
    return T("+{money}", money=money) if amount >= 0 else T("{money}", money=money)
