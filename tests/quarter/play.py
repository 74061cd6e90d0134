"""Plays the quarter: day by day, deal by deal, each as far as it comes that day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from quarter.deals import Deal
from quarter.deeds import FIRST_DAY, Do, Path, Race
from quarter.hands import Hands

DAYS = 92


@dataclass(repr=False)
class Part:
    """A deal's way, as far as it has come."""

    name: str
    way: Path
    wakes: int
    deal: Deal | None = None
    request: Do | Race | None = None
    over: bool = False

    def go_on(self, told: Any, day: int) -> None:
        """To the next command, or to the day on which it goes on."""
        if self.deal is not None:
            self.deal.days = day
        wanted: Do | Race | int = 0
        while wanted == 0:
            try:
                wanted = self.way.send(told)
            except StopIteration:
                self.request, self.over = None, True
                return
            told = None
        if isinstance(wanted, int):
            self.request, self.wakes = None, day + wanted
        else:
            self.request = wanted


@dataclass(repr=False)
class Play:
    """One quarter: its parts, of which the first is the office, and the hands that do them."""

    seed: int
    hands: Hands
    parts: Sequence[Part]
    pairs: float

    def __post_init__(self) -> None:
        self._random = Random(f"{self.seed}/order")

    def play(self) -> None:
        for day in range(DAYS):
            self.hands.people.as_of = str(FIRST_DAY + timedelta(days=day))
            self.hands.now = datetime(2026, 10, 1, 9, tzinfo=UTC) + timedelta(days=day)
            office, *others = self.parts
            self._play_day(day, [office])
            self._play_day(day, others)

    def _play_day(self, day: int, parts: Sequence[Part]) -> None:
        awake = [part for part in parts if not part.over and part.wakes <= day]
        for part in awake:
            part.go_on(None, day)
        while awake := [part for part in awake if part.request is not None]:
            part = self._random.choice(awake)
            partner = self._partner(part, awake)
            if partner is None:
                part.go_on(self._one(part.request), day)
                continue
            told = self.hands.two(part.request, partner.request)
            part.go_on(told[0], day)
            partner.go_on(told[1], day)

    def _one(self, request: Do | Race | None) -> Any:
        if isinstance(request, Race):
            return self.hands.race(request)
        assert request is not None
        return self.hands.one(request)

    def _partner(self, part: Part, awake: Sequence[Part]) -> Part | None:
        """Another deal whose command can be done in the same moment."""
        if self._random.random() >= self.pairs or not _can_pair(part.request):
            return None
        return next((p for p in awake if p is not part and _can_pair(p.request)), None)


def _can_pair(request: Do | Race | None) -> bool:
    return isinstance(request, Do) and request.tell is not None and request.whole


def clock_of(hands: Hands) -> Callable[[], datetime]:
    """The desk's clock: the day that is played, a few seconds later at each look."""

    def tick() -> datetime:
        hands.now += timedelta(seconds=3)
        return hands.now

    return tick
