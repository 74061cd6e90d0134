"""One line's other options for the same days, side by side (docs/domain.md, section 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from resellerdesk.core.fact import Fact
from resellerdesk.core.option import Option, Picked
from resellerdesk.core.pricebook import MissingPrice
from resellerdesk.core.pricing import Bill, Line
from resellerdesk.core.text import StoredLabel


@dataclass(frozen=True, slots=True)
class Rung:
    """An option that was not picked: its facts, and what it comes to without add-ons, in minor
    units before tax. `is_current`: the customer has it today."""

    key: str
    title: StoredLabel
    facts: tuple[Fact, ...]
    amount: int
    is_current: bool


def siblings(picked: Picked, options: Iterable[Option]) -> list[Option]:
    """The options that could have been picked instead for the very same days."""
    own = picked.option
    return [
        option for option in options
        if option.key != own.key and option.unpriced is None
        and (option.mode, option.start, option.months, option.ceiling)
        == (own.mode, own.start, own.months, own.ceiling)
        # Moved to a common end, only what would have moved as well has the same days.
        and (option.aligns == own.aligns or picked.period == own.period)
    ]


def price_each(
    bills: Sequence[Bill], price: Callable[[Sequence[Bill]], Sequence[Line]]
) -> dict[str, int]:
    """What each bill comes to by its ref, priced together; one without a price is left out."""
    priced = [bill for bill in bills if _has_price(bill, price)]
    amounts: dict[str, int] = {}
    for line in price(priced):
        amounts[line.ref] = amounts.get(line.ref, 0) + line.amount
    return amounts


def _has_price(bill: Bill, price: Callable[[Sequence[Bill]], Sequence[Line]]) -> bool:
    try:
        price([bill])
    except MissingPrice:
        return False
    return True
