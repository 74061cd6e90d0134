"""From which day a unit can be covered again, and whether any day of support is left then."""

from __future__ import annotations

from datetime import date, timedelta

from resellerdesk.sdk import Situation, term_end

from resellerdesk_hardware.details import Held, Situated

_DAY = timedelta(days=1)


def start_of_cover(held: Held, ctx: Situated) -> date:
    """The day after the old end; the as-of date where that is past, as the gap is not charged."""
    if is_late(ctx):
        return ctx.as_of
    return held.period.end + _DAY


def is_late(ctx: Situated) -> bool:
    """Past its end and grace: it is inspected before it is covered again."""
    return ctx.situation in (Situation.LAPSED, Situation.GONE)


def has_a_day_left(held: Held, ctx: Situated) -> bool:
    """Whether a day from the as-of date on can still be covered."""
    last = held.details.end_of_support
    return last is None or max(start_of_cover(held, ctx), ctx.as_of) <= last


def fits(held: Held, start: date, months: int) -> bool:
    """Whether a term ends by the end of support life."""
    last = held.details.end_of_support
    return last is None or term_end(start, months) <= last
