"""Whether the desk can be trusted: database, history, stored quotes, issued documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from resellerdesk.core.assembling import Exchange, Terms, assemble
from resellerdesk.core.quote import Alternative, Quote
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.desk.desk import Desk
from resellerdesk.store import integrity
from resellerdesk.store.engine import Database
from resellerdesk.store.quotes import every_quote


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and the first difference found there, or None."""

    what: str
    problem: Text | None


_CHECKS: tuple[tuple[str, Callable[[Database], Iterator[Text]]], ...] = (
    ("database", integrity.damaged_file),
    ("history", integrity.broken_history),
    ("numbers", integrity.gaps_in_numbers),
    ("documents", integrity.changed_documents),
)


def check(desk: Desk) -> list[Checked]:
    """Looks at everything and changes nothing; names the first difference of each kind."""
    with desk.store.read() as db:
        found = [Checked(what, next(look(db), None)) for what, look in _CHECKS]
        found.append(Checked("quotes", next(_wrong_quotes(db), None)))
    return found


def _wrong_quotes(db: Database) -> Iterator[Text]:
    """Every revision is priced again from what it was made of."""
    for stored in every_quote(db):
        why = _difference(stored.quote)
        if why is not None:
            yield T("{number} revision {revision}: {why}", number=stored.number,
                    revision=stored.revision, why=why)


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
