"""Whether somebody changed something at the desk since one last looked."""

from __future__ import annotations

from dataclasses import dataclass

from resellerdesk.desk.desk import Desk
from resellerdesk.store.engine import Watch
from resellerdesk.store.events import newest_id
from resellerdesk.store.settings import values_stamp


@dataclass(frozen=True, slots=True)
class Sight:
    """What had happened when one looked: the newest entry of the history, and how often prices,
    customers, policy or settings were changed. Values worked out anew change neither."""

    newest: int
    stamp: int


def watch(desk: Desk) -> Watch:
    """Tells at next to no cost whether anybody committed anything; for the thread that asks."""
    return Watch(desk.store)


def look(desk: Desk) -> Sight:
    """What has happened by now."""
    with desk.store.read() as db:
        return Sight(newest_id(db), values_stamp(db))
