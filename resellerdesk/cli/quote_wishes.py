"""What `resellerdesk quote` was asked for, word by word, as a request."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeVar

import click

from resellerdesk.core.money import parse_percent
from resellerdesk.core.option import parse_choice
from resellerdesk.desk.quote_request import QuoteRequest

V = TypeVar("V")


def request_of(
    refs: tuple[str, ...], options: Sequence[str] = (), quantities: Sequence[str] = (),
    discounts: Sequence[str] = (), alternatives: Sequence[str] = (),
    align: date | Literal["auto"] | None = None, language: str = "",
) -> QuoteRequest:
    """What was typed, as a request. Raises UsageError for what no quote could want."""
    option, by_ref = _each(options, refs, parse_choice)
    quantity, quantity_by_ref = _each(quantities, refs, _quantity)
    discount, discount_by_ref = _each(discounts, refs, _percent)
    return QuoteRequest(
        refs, option, by_ref, quantity, quantity_by_ref, discount, discount_by_ref,
        align, tuple(parse_choice(key) for key in alternatives), language,
    )


def _each(
    typed: Sequence[str], refs: Sequence[str], read: Callable[[str], V]
) -> tuple[V | None, dict[str, V]]:
    """Splits values for all from those for one REF; the last one said counts."""
    for_all: V | None = None
    by_ref: dict[str, V] = {}
    for word in typed:
        before, equals, after = word.partition("=")
        named = [ref for ref in refs if equals and before in (ref, ref.partition(":")[2])]
        named += [ref for ref in refs if equals and ref == before.partition(":")[2]]
        if named:
            by_ref[named[0]] = read(after)
        elif equals and "+" not in before:
            raise click.UsageError(f"{word}: {before} is none of the REFs of this quote")
        else:
            for_all = read(word)
    return for_all, by_ref


def _quantity(typed: str) -> int:
    if not typed.isdecimal() or not 0 < int(typed) <= 10_000_000:
        raise click.UsageError(f"--quantity {typed}: a whole number from 1 to 10000000 is wanted")
    return int(typed)


def _percent(typed: str) -> Decimal:
    try:
        return parse_percent(typed)
    except ValueError as error:
        raise click.UsageError(f"--discount {error}") from None


def wishes_for(refs: Sequence[str], wishes: dict[str, Any]) -> dict[str, Any]:
    """The wishes without those for REFs of another customer's quote."""
    names = {*refs, *(ref.partition(":")[2] for ref in refs)}

    def own(word: str) -> bool:
        before, equals, _ = word.partition("=")
        return not equals or "+" in before or before in names

    per_ref = ("options", "quantities", "discounts")
    return wishes | {key: [word for word in wishes[key] if own(word)] for key in per_ref}
