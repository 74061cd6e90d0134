"""What a rep wants to know of one renewal at a glance, read by the desk's own use cases."""

from __future__ import annotations

from collections.abc import Iterable
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
    """A renewal as shown, its options, and from when on waiting costs more; None where that is
    unknown, or it costs nothing."""

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
    option = None if found is None else recommended(found)
    if option is None or option.total is None:
        return Glance(shown, found, None)
    dearer = (_total_on(desk, ref, day) for day in _turning_days(shown, as_of))
    waiting = next((later for later in dearer if later and later.total > option.total), None)
    return Glance(shown, found, waiting)


def _choices(desk: Desk, ref: str, day: date) -> Choices | None:
    try:
        return choices(desk, ref, day)
    except Refusal:
        return None


def _total_on(desk: Desk, ref: str, day: date) -> Waiting | None:
    found = _choices(desk, ref, day)
    option = None if found is None else recommended(found)
    return None if option is None or option.total is None else Waiting(day, option.total)


def _turning_days(shown: Shown, as_of: date) -> Iterable[date]:
    """The days that can be the first dearer one: a new price, the end of the grace, and the first
    day for which arrears are due."""
    if shown.record.cycle.phase.is_closed or shown.situation is Situation.GONE:
        return ()
    late = max(shown.grace_end, as_of) + DAY
    days = {late, late + DAY}
    if shown.value is not None and shown.value.until < late:
        days.add(shown.value.until + DAY)
    return sorted(days)
