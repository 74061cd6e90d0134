"""On which days the renewal's owner is reminded."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.sdk import Milestone

from resellerdesk_hardware.details import Situated


def milestones_for(ctx: Situated) -> Sequence[Milestone]:
    """Hardware is renewed by calling the customer, so its owner is reminded, whoever holds it."""
    settings = ctx.settings
    days = (*settings.days_before_the_end, *(-day for day in settings.days_after_the_end))
    return tuple(Milestone(day, "owner") for day in days)
