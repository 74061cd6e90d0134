"""Plays the quarter: day by day, deal by deal, now and then two at once, now and then killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path as File
from random import Random
from typing import Any

from quarter.deals import FIRST_DAY, Deal, Do, Path, Race
from quarter.kept import Kept
from quarter.model_of_answers import Book
from together.people import KILLED, Command, People, Said

DAYS = 92
PROGRAM = [sys.executable, "-c", "from resellerdesk.cli.main import main; main()"]


@dataclass
class Pace:
    """How often things happen: a kill every so many commands, a program of its own every so many
    kills, two commands at once with this chance."""

    commands_a_kill: int
    kills_a_program: int
    pairs: float


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
        try:
            wanted = self.way.send(told)
        except StopIteration:
            self.request, self.over = None, True
            return
        if isinstance(wanted, int):
            self.request, self.wakes = None, day + wanted
            if wanted == 0:
                self.go_on(None, day)
        else:
            self.request = wanted


@dataclass(repr=False)
class Play:
    """One quarter. `counts` says what was played, for those who read the seeds."""

    people: People
    book: Book
    seed: int
    pace: Pace
    path: Sequence[File]
    parts: list[Part] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    now: datetime = datetime(2026, 10, 1, 9, tzinfo=UTC)
    seconds: float = 0.08

    def __post_init__(self) -> None:
        self.kept = Kept(self.people.database)
        self.random = Random(f"{self.seed}/order")
        self.chances = Random(f"{self.seed}/kills")

    # -------------------------------------------------------------- days

    def play(self) -> None:
        for day in range(DAYS):
            self.people.as_of = str(FIRST_DAY + timedelta(days=day))
            self.now = datetime(2026, 10, 1, 9, tzinfo=UTC) + timedelta(days=day)
            first, *others = self.parts
            self._play_day(day, [first])
            self._play_day(day, others)

    def _play_day(self, day: int, parts: Sequence[Part]) -> None:
        awake = [part for part in parts if not part.over and part.wakes <= day]
        for part in awake:
            part.go_on(None, day)
        while awake := [part for part in awake if part.request is not None]:
            part = self.random.choice(awake)
            partner = self._partner(part, awake)
            if partner is not None:
                assert isinstance(part.request, Do)
                assert isinstance(partner.request, Do)
                told = self._at_once([part.request, partner.request])
                self.counts["pairs"] += 1
                partner.go_on(told[1], day)
                part.go_on(told[0], day)
            else:
                part.go_on(self._one(part.request), day)

    def _partner(self, part: Part, awake: Sequence[Part]) -> Part | None:
        """Another deal whose command can be done in the same moment."""
        if self.random.random() >= self.pace.pairs or not _can_pair(part.request):
            return None
        return next((p for p in awake if p is not part and _can_pair(p.request)), None)

    # -------------------------------------------------------------- commands

    def _one(self, request: Do | Race | None) -> Any:
        if isinstance(request, Race):
            return self._race(request)
        assert request is not None
        self.counts["commands"] += 1
        if request.tell is None:
            return self._refused(request)
        due = self.counts["commands"] % self.pace.commands_a_kill == 0
        if due and request.whole and self._killed(request):
            return self._told
        return self._take(request, self.people.type(request.by, *request.args))

    def _refused(self, request: Do) -> None:
        said = self.people.type(request.by, *request.args)
        assert request.says in said.refusal, (request, said)
        self.counts["refused"] += 1
        self._compare(request.refs)

    def _take(self, request: Do, said: Said | None) -> Any:
        """Writes down what was done, and looks whether the desk says the same."""
        assert said is None or said.status == request.status, (request, said)
        assert request.tell is not None
        told = request.tell(said)
        self._compare(request.refs)
        return told

    def _compare(self, refs: Sequence[str]) -> None:
        for ref in refs:
            if ref in self.book.held:
                assert self.kept.log(ref) == self.book.held[ref].log, ref

    # -------------------------------------------------------------- two at once

    def _at_once(self, requests: Sequence[Do], kills: Sequence[float | None] = (None, None)
                 ) -> list[Any]:
        """Real processes in the same moment; what each deal wants to know, in their order. One
        that was killed before it was done is done again."""
        before = [self.kept.newest(request.refs, request.by) for request in requests]
        said = self.people.at_once(*(
            Command(request.by, (*request.args, "--json"), kill, self.now.isoformat())
            for request, kill in zip(requests, kills, strict=False)
        ))
        after = [self.kept.newest(request.refs, request.by) for request in requests]
        told: dict[int, Any] = {}
        for n in sorted(range(len(requests)), key=lambda n: after[n]):
            if said[n].status != KILLED:
                told[n] = self._take(requests[n], said[n])
            elif after[n] > before[n]:
                told[n] = self._take(requests[n], None)
        for n in range(len(requests)):
            if n not in told:
                self._compare(requests[n].refs)
                told[n] = self._take(requests[n], self.people.type(requests[n].by,
                                                                   *requests[n].args))
        return [told[n] for n in range(len(requests))]

    def _race(self, race: Race) -> dict[str, Any]:
        """What those who were not refused want to know, by name."""
        self.counts["races"] += 1
        requests = {request.by: request for request in (race.first, race.second)}
        said = self.people.at_once(*(
            Command(request.by, (*request.args, "--json"), None, self.now.isoformat())
            for request in requests.values()
        ))
        refs = race.first.refs
        done = sorted((one for one in said if one.status == 0),
                      key=lambda one: self.kept.newest(refs, one.by))
        told = {}
        for one in done:
            request = requests[one.by]
            assert request.tell is not None
            told[one.by] = request.tell(one)
        self._compare(refs)
        for one in said:
            if one.status != 0:
                assert done[0].by in one.refusal, (one, done)
                self.counts["lost races"] += 1
        return told

    # -------------------------------------------------------------- kills

    def _killed(self, request: Do) -> bool:
        """Kills the command while it runs, until a kill has struck; whether it was done by then.

        What the deal wants to know is in `_told` where it was.
        """
        for attempt in range(1, 6):
            done, struck = self._kill(request, attempt)
            if struck:
                self.counts["kills"] += 1
                self.counts["done when killed" if done else "undone when killed"] += 1
                assert self.people.run("dora", "check")["ok"]
            if done:
                return True
            if struck:
                return False
        return False

    def _kill(self, request: Do, attempt: int) -> tuple[bool, bool]:
        before = self.kept.newest(request.refs, request.by)
        self.kept.look_away()
        share = self.chances.uniform(0.1, 1.0) / attempt
        if self.counts["kills"] % self.pace.kills_a_program == self.pace.kills_a_program - 1:
            said = self._program(request, self.chances.uniform(0.15, 0.6) / attempt)
            self.counts["programs killed"] += said.status == KILLED
        else:
            [said] = self.people.at_once(
                Command(request.by, (*request.args, "--json"), share * self.seconds,
                        self.now.isoformat())
            )
            if said.status != KILLED:
                self.seconds = 0.7 * self.seconds + 0.3 * said.seconds
        if said.status != KILLED:
            self._told = self._take(request, said)
            return True, False
        if self.kept.newest(request.refs, request.by) > before:
            self._told = self._take(request, None)
            return True, True
        self._compare(request.refs)
        return False, True

    def _program(self, request: Do, after: float) -> Said:
        """The program itself from its first byte on, killed after so many seconds."""
        env = {"RESELLERDESK_DB": str(self.people.database), "RESELLERDESK_USER": request.by,
               "RESELLERDESK_AS_OF": self.people.as_of,
               "PYTHONPATH": os.pathsep.join(map(str, self.path))}
        with subprocess.Popen([*PROGRAM, *request.args, "--json"], text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=os.environ | env) as program:
            with suppress(subprocess.TimeoutExpired):
                program.wait(after)
            if program.poll() is None:
                program.send_signal(signal.SIGKILL)
            out, err = program.communicate()
        return Said(request.by, program.returncode, out, err)


def _can_pair(request: Do | Race | None) -> bool:
    return isinstance(request, Do) and request.tell is not None and request.whole


def clock_of(play: Play) -> Callable[[], datetime]:
    """The desk's clock: the day that is played, a few seconds later at each look."""

    def tick() -> datetime:
        play.now += timedelta(seconds=3)
        return play.now

    return tick
