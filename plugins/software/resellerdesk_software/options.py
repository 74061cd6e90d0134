"""The ways to go on: maintenance for one, two or three years, or the licences bought again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from resellerdesk.sdk import AddOn, Option, Situation

from resellerdesk_software.addons import offered_addons
from resellerdesk_software.details import Held, Situated
from resellerdesk_software.wording import T

REPURCHASE = "repurchase"
MINIMUM_MONTHS = 12
_TERMS = (12, 24, 36)
_DAY = timedelta(days=1)
_USUAL_LEVEL = "Essential"


def options_for(held: Held, ctx: Situated) -> Sequence[Option]:
    """Twelve months are what the customer has today, and recommended; gone leaves a repurchase."""
    if ctx.situation is Situation.GONE:
        return (_repurchase(held, ctx.as_of),)
    start = _start(held, ctx)
    addons = offered_addons(ctx.catalogue)
    return tuple(_term(held, start, months, addons) for months in _TERMS)


def _start(held: Held, ctx: Situated) -> date:
    """A lapsed renewal starts today: the days between are charged as back maintenance."""
    return ctx.as_of if ctx.situation is Situation.LAPSED else held.period.end + _DAY


def _term(held: Held, start: date, months: int, addons: tuple[AddOn, ...]) -> Option:
    level = held.details.support_level or _USUAL_LEVEL
    return Option(
        key=f"essential-{months}",
        title=T("{level} Support, {months} months", level=level, months=months),
        start=start,
        months=months,
        floor=MINIMUM_MONTHS,
        quantity=held.quantity,
        addons=addons,
        current=months == MINIMUM_MONTHS,
        recommended=months == MINIMUM_MONTHS,
    )


def _repurchase(held: Held, as_of: date) -> Option:
    return Option(
        key=REPURCHASE,
        title=T("Licences bought again"),
        mode="new",
        start=as_of,
        months=MINIMUM_MONTHS,
        quantity=held.quantity,
        aligns=False,
        recommended=True,
    )
