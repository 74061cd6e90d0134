"""On which days the customer is reminded."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.sdk import Milestone

from resellerdesk_ssl.details import Situated


def milestones_for(ctx: Situated) -> Sequence[Milestone]:
    """Before the plan's end, and the day after it."""
    settings = ctx.settings
    days = (*settings.days_before_the_end, *(-day for day in settings.days_after_the_end))
    return tuple(Milestone(day, "customer") for day in days)
