"""Whether the desk can be trusted: database, history, stored quotes, issued documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from resellerdesk.core.assembling import Exchange, Terms, assemble
from resellerdesk.core.pricing import Line
from resellerdesk.core.quote import Alternative, Quote
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.desk.checking_documents import wrong_documents
from resellerdesk.desk.desk import Desk
from resellerdesk.store import integrity
from resellerdesk.store.engine import Database
from resellerdesk.store.orders import all_orders
from resellerdesk.store.quotes import every_revision, find_quote


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and the first difference found there, or None."""

    what: str
    problem: Text | None


def check(desk: Desk) -> list[Checked]:
    """Looks at everything and changes nothing; names the first difference of each kind."""
    with desk.store.read() as db:
        looks = {
            "database": integrity.damaged_file(db),
            "history": _wrong_history(desk, db),
            "numbers": integrity.gaps_in_numbers(db),
            "documents": chain(integrity.changed_documents(db), wrong_documents(desk, db)),
            "quotes": _wrong_quotes(db),
            "orders": _wrong_orders(db),
        }
        return [Checked(what, next(found, None)) for what, found in looks.items()]


def _wrong_history(desk: Desk, db: Database) -> Iterator[Text]:
    """The chains and their seals, and phases that are not those of their states."""
    yield from integrity.broken_history(db)
    for family, state, phase, reference in integrity.phases_in_use(db):
        loaded = desk.extensions.families.get(family)
        if loaded is None:
            continue
        phases = {known.key: known.phase for known in loaded.family.workflow.states}
        if phases.get(state) != phase:
            yield T("{family}:{reference} stands at {state} in phase {phase}, which its family "
                    "does not know", family=family, reference=reference, state=state, phase=phase)


def _wrong_quotes(db: Database) -> Iterator[Text]:
    """Every revision is compared with what the history remembers of it, and priced again from
    what it was made of."""
    yield from integrity.changed_quotes(db)
    for number, revision in every_revision(db):
        try:
            stored = find_quote(db, number, revision)
        except ValueError:
            yield T("{number} revision {revision} cannot be read", number=number,
                    revision=revision)
            continue
        why = _difference(stored.quote) if stored is not None else None
        if why is not None:
            yield T("{number} revision {revision}: {why}", number=number, revision=revision,
                    why=why)


def _wrong_orders(db: Database) -> Iterator[Text]:
    """Every order holds lines of the quote that was accepted, and nothing else."""
    yield from integrity.changed_orders(db)
    for stored in all_orders(db):
        order = stored.order
        lines = _lines_of(db, order.quote, order.revision)
        for part in order.ordered:
            if any(line not in lines for line in part.lines):
                yield T("{number}: {ref} is not what was accepted on {quote}",
                        number=order.number, ref=part.item.ref, quote=order.quote)


def _lines_of(db: Database, number: str, revision: int) -> list[Line]:
    """The lines of a quote and of its alternatives; none of one that cannot be read."""
    try:
        stored = find_quote(db, number, revision)
    except ValueError:
        stored = None
    if stored is None:
        return []
    others = [line for other in stored.quote.alternatives for line in other.lines]
    return [*stored.quote.lines, *others]


def _difference(quote: Quote) -> Text | None:
    try:
        again = assemble(quote.items, [_exchange(a) for a in quote.alternatives], _terms(quote))
    except Refusal as refusal:
        return refusal.text
    for before, after in zip(quote.lines, again.lines, strict=False):
        if before != after:
            return T("line {ref} {sku} is not what its inputs give", ref=before.ref,
                     sku=before.sku)
    same = (
        len(quote.lines) == len(again.lines) and quote.subtotal == again.subtotal
        and quote.tax == again.tax and quote.total == again.total
        and quote.alternatives == again.alternatives
    )
    return None if same else T("its totals are not what its lines give")


def _exchange(other: Alternative) -> Exchange:
    return Exchange(other.key, other.title, other.items)


def _terms(quote: Quote) -> Terms:
    days = (quote.validity.until - quote.as_of).days
    return Terms(
        quote.as_of, quote.language, quote.seller, quote.customer, quote.align, days,
        quote.prices,
    )
