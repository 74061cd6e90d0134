"""Where an entitlement stands on a day: on time, in grace, lapsed or gone (docs/domain.md, 4)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from resellerdesk.core.policy import Policy

GRACE_DAYS = 0
REPURCHASE_AFTER_DAYS = 730


class Situation(StrEnum):
    """Computed from the end, the policy and the as-of date; never stored."""

    ON_TIME = "on_time"
    IN_GRACE = "in_grace"
    LAPSED = "lapsed"
    GONE = "gone"


def grace_end(end: date, policy: Policy) -> date:
    """The last day on which a late renewal goes without a penalty."""
    return _days_later(end, policy.days("grace_days", GRACE_DAYS))


def situation_on(end: date, policy: Policy) -> Situation:
    """The situation on the policy's own as-of date."""
    as_of = policy.as_of
    if as_of <= end:
        return Situation.ON_TIME
    if as_of <= grace_end(end, policy):
        return Situation.IN_GRACE
    if as_of <= gone_after(end, policy):
        return Situation.LAPSED
    return Situation.GONE


def gone_after(end: date, policy: Policy) -> date:
    """The last day on which it can be renewed at all; never before the end of its grace."""
    days = policy.days("repurchase_after_days", REPURCHASE_AFTER_DAYS)
    return max(_days_later(end, days), grace_end(end, policy))


def _days_later(end: date, days: int) -> date:
    """So many days on, or the last day that there is."""
    return end + min(timedelta(days=days), date.max - end)
