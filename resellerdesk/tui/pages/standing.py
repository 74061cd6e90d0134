"""How a renewal stands, in words: late or not, for how long, and what waiting costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from resellerdesk.core.money import Money
from resellerdesk.core.situation import Situation
from resellerdesk.core.text import T, Text
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.glance import Glance
from resellerdesk.tui.lines import Line, Look, line
from resellerdesk.tui.pages.due_columns import LATE_MARK, SOON_DAYS, SOON_MARK


def standing_line(seen: Glance, as_of: date, translator: Translator) -> Line:
    """When it ends and what follows from that, under the sign that the worklist gives it."""
    shown = seen.shown
    days = (shown.record.held.columns.period.end - as_of).days
    words = "; ".join(translator.text(text) for text in _standing(seen, days))
    if shown.record.cycle.phase.is_closed:
        return line(words)
    if days < 0:
        gone = shown.situation is Situation.GONE
        return line(f"{LATE_MARK} {words}", Look.QUIET if gone else Look.LATE)
    return line(f"{SOON_MARK} {words}", Look.SOON) if days <= SOON_DAYS else line(words)


def _standing(seen: Glance, days: int) -> Iterator[Text]:
    shown = seen.shown
    yield _ending(shown.record.held.columns.period.end.isoformat(), days)
    if shown.situation is Situation.GONE:
        yield T("too late to be renewed")
    elif shown.situation is Situation.LAPSED:
        yield T("lapsed")
    elif shown.grace_end > shown.record.held.columns.period.end:
        yield T("in grace until {until}", until=shown.grace_end.isoformat())
    if (costs := _waiting(seen)) is not None:
        yield costs


def _ending(end: str, days: int) -> Text:
    if days == 0:
        return T("ends today, {end}", end=end)
    if days < 0:
        return T("ended {end}, {days} day ago", plural="ended {end}, {days} days ago",
                 count="days", end=end, days=-days)
    return T("ends {end}, in {days} day", plural="ends {end}, in {days} days", count="days",
             end=end, days=days)


def _waiting(seen: Glance) -> Text | None:
    """What happens if one waits; None where that is unknown or costs nothing more."""
    option, waiting = seen.recommended, seen.waiting
    if seen.choices is None or waiting is None or option is None or option.total is None:
        return None
    more = Money(waiting.total - option.total, seen.choices.currency)
    return T("from {day} on {amount} more", day=waiting.day.isoformat(), amount=more)
