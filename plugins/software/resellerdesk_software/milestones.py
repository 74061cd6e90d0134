"""On which days somebody is reminded, and who."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.sdk import Milestone

from resellerdesk_software.details import Held, Situated


def milestones_for(held: Held, ctx: Situated) -> Sequence[Milestone]:
    """An enterprise is called by its rep, who is reminded; everybody else gets the reminder."""
    settings = ctx.settings
    before, audience = settings.small_business_days, "customer"
    if held.details.segment == "enterprise":
        before, audience = settings.enterprise_days, "owner"
    days = (*before, *(-day for day in settings.days_after_the_end))
    return tuple(Milestone(day, audience) for day in days)
