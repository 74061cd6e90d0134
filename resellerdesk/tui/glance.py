"""What a rep wants to know of one renewal at a glance, read by the desk's own use cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.situation import Situation
from resellerdesk.desk.choosing import Choices, PricedOption, choices
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.showing import Shown, show

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the recommended option costs from `day` on, in minor units, if nothing is done."""

    day: date
    total: int


@dataclass(frozen=True, slots=True)
class Glance:
    """A renewal as shown, its options, and what waiting costs; None where that is unknown."""

    shown: Shown
    choices: Choices | None
    waiting: Waiting | None

    @property
    def recommended(self) -> PricedOption | None:
        return None if self.choices is None else recommended(self.choices)


def recommended(found: Choices) -> PricedOption | None:
    return next((item for item in found.options if item.option.recommended), None)


def glance(desk: Desk, ref: str, as_of: date) -> Glance:
    """Raises Refusal for a REF that names nothing; whatever else fails is left out, for `shown`
    says why."""
    shown = show(desk, ref, as_of)
    found = _choices(desk, ref, as_of)
    day = _dearer_from(shown, as_of)
    later = _choices(desk, ref, day) if found is not None and day is not None else None
    option = recommended(later) if later is not None else None
    if day is None or option is None or option.total is None:
        return Glance(shown, found, None)
    return Glance(shown, found, Waiting(day, option.total))


def _choices(desk: Desk, ref: str, day: date) -> Choices | None:
    try:
        return choices(desk, ref, day)
    except Refusal:
        return None


def _dearer_from(shown: Shown, as_of: date) -> date | None:
    """The next day on which waiting can change the price: after the grace, then every day."""
    if shown.record.cycle.phase.is_closed or shown.situation is Situation.GONE:
        return None
    return max(shown.grace_end, as_of) + DAY
