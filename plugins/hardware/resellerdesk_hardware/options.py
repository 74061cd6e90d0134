"""The ways to go on: every level of support for one, two or three years, or another unit."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.sdk import Option, Situation, Text

from resellerdesk_hardware.details import Held, Situated
from resellerdesk_hardware.support_life import fits, has_a_day_left, start_of_cover
from resellerdesk_hardware.tiers import Tier, tier_held, tiers_offered
from resellerdesk_hardware.wording import T

REPLACE = "replace"
MINIMUM_MONTHS = 12
_LONGER_TERMS = (24, 36)


def options_for(held: Held, ctx: Situated) -> Sequence[Option]:
    """Today's level for twelve months is recommended; with no day left the unit is replaced."""
    if ctx.situation is Situation.GONE or not has_a_day_left(held, ctx):
        return (_replace(held, ctx),)
    start = start_of_cover(held, ctx)
    # A cut is for those who want every day that is left: a longer term would add none.
    terms = (MINIMUM_MONTHS, *(months for months in _LONGER_TERMS if fits(held, start, months)))
    tiers = tiers_offered(held, ctx.catalogue)
    return tuple(_cover(held, ctx, tier, months) for months in terms for tier in tiers)


def tier_of(option: Option, held: Held, ctx: Situated) -> Tier | None:
    """The level that an option offers; None for another unit, or a level no longer known."""
    key, _, _ = option.key.rpartition("-")
    tiers = tiers_offered(held, ctx.catalogue)
    return next((tier for tier in tiers if tier.key == key), None)


def _cover(held: Held, ctx: Situated, tier: Tier, months: int) -> Option:
    is_todays = tier == tier_held(held, ctx.catalogue) and months == MINIMUM_MONTHS
    start, last = start_of_cover(held, ctx), held.details.end_of_support
    title = T("{level} support, {months} months", level=tier.title, months=months)
    why = None
    if last is not None:
        why = T(
            "Model {model} reaches its end of support life on {day}: cover ends there.",
            model=held.details.model, day=last,
        )
    if not fits(held, start, months):
        title = T("{level} support, until {day}", level=tier.title, day=last)
    return Option(
        key=f"{tier.key}-{months}",
        title=title,
        start=start,
        months=months,
        quantity=held.quantity,
        quantity_fixed=True,  # one serial number, one unit
        floor=MINIMUM_MONTHS,
        ceiling=last,
        ceiling_why=why,
        current=is_todays,
        recommended=is_todays,
    )


def _replace(held: Held, ctx: Situated) -> Option:
    return Option(
        key=REPLACE,
        title=T("Another unit in its place"),
        mode="replace",
        start=start_of_cover(held, ctx),
        months=MINIMUM_MONTHS,
        quantity=held.quantity,
        quantity_fixed=True,
        aligns=False,
        recommended=True,
        unpriced=_why_replaced(held, ctx),
    )


def _why_replaced(held: Held, ctx: Situated) -> Text:
    last = held.details.end_of_support
    if last is None or has_a_day_left(held, ctx):
        return T(
            "its support ended on {end}, too long ago to be taken up again", end=held.period.end
        )
    return T("no day of support is left: its end of support life is {day}", day=last)
