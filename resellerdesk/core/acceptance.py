"""Whether what is left of a quote still costs what it says (docs/domain.md, 6, accepting)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from resellerdesk.core.assembling import bill_of, once_per_quote
from resellerdesk.core.coterm import Chosen, periods
from resellerdesk.core.period import Period
from resellerdesk.core.pricebook import PriceBook
from resellerdesk.core.pricing import Line, Market, price_bills
from resellerdesk.core.quote import Item, Quote
from resellerdesk.core.revision import LineChange, changes


def of_refs(items: Sequence[Item], refs: Collection[str]) -> tuple[Item, ...]:
    """The items of some refs."""
    return tuple(item for item in items if item.ref in refs)


def realigned(quote: Quote, kept: Sequence[Item]) -> list[Period] | None:
    """The periods that the lines kept would have by themselves, where the automatic alignment
    would be another; else None."""
    if quote.align != "auto":
        return None
    chosen = [Chosen(item.ref, item.picked.option) for item in kept]
    if not any(line.aligns for line in chosen):
        return None
    alone = periods(chosen, "auto")
    return alone if alone != [item.picked.period for item in kept] else None


def price_again(quote: Quote, kept: Sequence[Item]) -> list[Line]:
    """The lines of some items alone, priced as of the quote's date with the quote's prices."""
    market = Market(
        PriceBook(quote.prices), quote.currency, quote.as_of, quote.customer.agreed_quantity
    )
    return price_bills([bill_of(item) for item in once_per_quote(kept)], market)


def differences(
    quote: Quote, printed: Sequence[Line], kept: Sequence[Item]
) -> list[LineChange]:
    """How the lines kept would change without the others: a band, a shared add-on."""
    refs = {item.ref for item in kept}
    before = [line for line in printed if line.ref in refs]
    return changes(before, price_again(quote, kept))
