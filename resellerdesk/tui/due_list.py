"""The worklist as it was read: what was asked, and what was found; made in worker threads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from time import monotonic

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from resellerdesk.desk.view_query import ViewQuery
from resellerdesk.desk.viewing import Whole, Window, open_view, rows_of, value_view, whole_view
from resellerdesk.desk.views import View, home_view
from resellerdesk.desk.worklist import DueRow
from resellerdesk.tui.jobs import start
from resellerdesk.tui.session import Session


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, and for which day."""

    query: ViewQuery
    as_of: date


@dataclass
class Home(Message):
    """It was found what the worklist opens on."""

    view: View


@dataclass
class Opened(Message):
    """The first rows of a view were read."""

    asked: Question
    window: Window


@dataclass
class Counted(Message):
    """A view was read as a whole, by its ids, which took so many seconds."""

    asked: Question
    whole: Whole
    seconds: float


@dataclass
class Arrived(Message):
    """Rows that were wanted were read; those that are gone are left out."""

    asked: Question
    ids: Sequence[int]
    rows: Mapping[int, DueRow]


@dataclass
class Valued(Message):
    """So many values of a view were worked out afresh."""

    asked: Question
    count: int


class DueReader:
    """Reads views in threads for one screen, which gets the messages above."""

    def __init__(self, screen: Screen[None], session: Session) -> None:
        self._screen, self._session = screen, session
        self._fetched: frozenset[int] = frozenset()

    def home(self) -> None:
        start(self._screen, "view", partial(home_view, self._session.desk), Home)

    def open(self, query: ViewQuery) -> None:
        """A view that was not looked at before."""
        self.stop_valuing()
        asked, desk = self._ask(query), self._session.desk
        read = partial(open_view, desk, query, asked.as_of)
        start(self._screen, "view", read, partial(Opened, asked))

    def count(self, query: ViewQuery) -> None:
        """A view as a whole, also one that is looked at already and may have changed."""
        asked, desk = self._ask(query), self._session.desk

        def count() -> tuple[Whole, float]:
            began = monotonic()
            return whole_view(desk, query, asked.as_of), monotonic() - began

        start(self._screen, "view", count, lambda found: Counted(asked, *found))

    def fetch(self, query: ViewQuery, ids: Sequence[int]) -> None:
        """Rows of a view by their ids, unless they are on their way."""
        if self._fetched.issuperset(ids):
            return
        self._fetched = frozenset(ids)
        asked, desk = self._ask(query), self._session.desk
        read = partial(rows_of, desk, ids, asked.as_of)
        start(self._screen, "rows", read, partial(Arrived, asked, ids))

    def fetched(self) -> None:
        """To be called when rows arrived: those that are wanted now are read anew."""
        self._fetched = frozenset()

    def value(self, query: ViewQuery) -> None:
        """Works out the values of a view that do not hold, for as long as it is looked at."""
        asked, desk = self._ask(query), self._session.desk
        work = partial(value_view, desk, query, asked.as_of, _is_wanted)
        start(self._screen, "values", work, partial(Valued, asked))

    def stop_valuing(self) -> None:
        self._screen.workers.cancel_group(self._screen, "values")

    def _ask(self, query: ViewQuery) -> Question:
        return Question(query, self._session.as_of)


def _is_wanted() -> bool:
    """Whether the job that runs in this thread was not cancelled."""
    return not get_current_worker().is_cancelled
