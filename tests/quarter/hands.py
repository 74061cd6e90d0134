"""The hands that type: a command alone, two in the same moment, or one that is killed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path as File
from random import Random
from typing import Any

from quarter.deeds import Do, Race
from quarter.kept import Kept
from quarter.killing import kill_program
from quarter.model_of_answers import Book
from together.people import KILLED, Command, People, Said

Moment = tuple[float, bool]
"""Seconds after which to kill, and whether they count from the first byte that is written."""


@dataclass(frozen=True)
class Pace:
    """A kill every so many commands; every so many kills, of the program from its first byte on;
    two commands in the same moment with this chance, and one of the two killed with that."""

    commands_a_kill: int
    kills_a_program: int
    pairs: float
    kills_in_pairs: float


@dataclass(repr=False)
class Hands:
    """Does what is asked and writes it into the book once it is acknowledged. `path` is where
    plugins are found; `counts` says what was done, for those who read the seeds."""

    people: People
    book: Book
    pace: Pace
    chances: Random
    path: Sequence[File]
    counts: Counter[str] = field(default_factory=Counter)
    now: datetime = datetime(2026, 10, 1, 9, tzinfo=UTC)
    seconds: float = 0.08

    def __post_init__(self) -> None:
        self.kept = Kept(self.people.database)

    # -------------------------------------------------------------- one

    def one(self, request: Do) -> Any:
        """What the deal wants to know of a command; now and then it is killed first."""
        self.counts["commands"] += 1
        if request.tell is None:
            return self._refused(request)
        if request.whole and self.counts["commands"] % self.pace.commands_a_kill == 0:
            done, told = self._kill(request)
            return told if done else self._alone(request)
        return self._alone(request)

    def _alone(self, request: Do) -> Any:
        return self._take(request, self.people.type(request.by, *request.args))

    def _refused(self, request: Do) -> None:
        said = self.people.type(request.by, *request.args)
        assert request.says in said.refusal, (request, said)
        self.counts["refused"] += 1
        self._compare(request.refs)

    def _take(self, request: Do, said: Said | None) -> Any:
        """Writes down what was done, and looks whether the desk says the same. Nothing was said
        where the process was killed after it had done its work."""
        assert said is None or said.status == request.status, (request, said)
        assert request.tell is not None
        told = request.tell(said)
        self._compare(request.refs)
        return told

    def _compare(self, refs: Sequence[str]) -> None:
        for ref in refs:
            if ref in self.book.held:
                assert self.kept.log(ref) == self.book.held[ref].log, ref

    # -------------------------------------------------------------- two

    def two(self, first: Do | Race | None, second: Do | Race | None) -> list[Any]:
        """Two commands of two deals in the same moment, the first of which may be killed; what
        each deal wants to know."""
        requests = [request for request in (first, second) if isinstance(request, Do)]
        self.counts["pairs"] += 1
        struck = self.chances.random() < self.pace.kills_in_pairs
        kills = [self._moment() if struck else None, None]
        told = self._at_once(requests, kills)
        if struck:
            assert self.people.run("dora", "check")["ok"]
        return [told[n] for n in (0, 1)]

    def _at_once(self, requests: Sequence[Do], kills: Sequence[Moment | None]) -> dict[int, Any]:
        """Takes them in the order of their commits; what was killed before is done again."""
        before = [self.kept.newest(request.refs, request.by) for request in requests]
        said = self.people.at_once(*map(self._command, requests, kills))
        after = [self.kept.newest(request.refs, request.by) for request in requests]
        told: dict[int, Any] = {}
        for n in sorted(range(len(requests)), key=lambda n: after[n]):
            if said[n].status != KILLED:
                told[n] = self._take(requests[n], said[n])
                continue
            self._count_kill(done=after[n] > before[n])
            if after[n] > before[n]:
                told[n] = self._take(requests[n], None)
        for n, request in enumerate(requests):
            if n not in told:
                self._compare(request.refs)
                told[n] = self._alone(request)
        return told

    def race(self, race: Race) -> dict[str, Any]:
        """Two commands for the same renewal; what those who were not refused want to know, by
        name. Who was refused reads who was first."""
        requests = {request.by: request for request in (race.first, race.second)}
        said = self.people.at_once(*map(self._command, requests.values(), (None, None)))
        refs = race.first.refs
        done = sorted((one for one in said if one.status == 0),
                      key=lambda one: self.kept.newest(refs, one.by))
        told = {}
        for one in done:
            tell = requests[one.by].tell
            assert tell is not None
            told[one.by] = tell(one)
        self._compare(refs)
        lost = [one for one in said if one.status != 0]
        for one in lost:
            assert done[0].by in one.refusal, (one, done)
        self.counts.update({"races": 1, "lost races": len(lost)})
        return told

    def _command(self, request: Do, kill: Moment | None) -> Command:
        after, at_write = kill or (None, False)
        return Command(request.by, (*request.args, "--json"), after, self.now.isoformat(), at_write)

    # -------------------------------------------------------------- kills

    def _kill(self, request: Do) -> tuple[bool, Any]:
        """Lets the command run and kills it at some moment. Whether it was done by then, and what
        the deal wants to know of it."""
        before = self.kept.newest(request.refs, request.by)
        self.kept.look_away()
        said = self._killed(request)
        if said.status != KILLED:
            return True, self._take(request, said)
        done = self.kept.newest(request.refs, request.by) > before
        if not done:
            self._compare(request.refs)
        told = self._take(request, None) if done else None
        self._count_kill(done=done)
        assert self.people.run("dora", "check")["ok"]
        return done, told

    def _killed(self, request: Do) -> Said:
        if self.counts["kills"] % self.pace.kills_a_program == self.pace.kills_a_program - 1:
            after = self.chances.uniform(0.05, 0.6)
            said = kill_program(self.people, request, after, self.path)
            self.counts["programs killed"] += said.status == KILLED
            return said
        [said] = self.people.at_once(self._command(request, self._moment()))
        if said.status != KILLED:
            self.seconds = 0.7 * self.seconds + 0.3 * said.seconds
        return said

    def _moment(self) -> Moment:
        """Some moment of a command's time, or one just after it begins to write."""
        if self.chances.random() < 0.5:
            return self.chances.uniform(0.0, 0.006), True
        return self.chances.uniform(0.1, 1.0) * self.seconds, False

    def _count_kill(self, *, done: bool) -> None:
        self.counts.update({"kills": 1, "done when killed" if done else "undone when killed": 1})
