"""Walks a workflow by every path that its own table has, on real desks, each step taken back.

Nothing here names a family, a state or a step: what is tried comes from the desk's `steps`, what is
filled in from each step's model. A place is a state with the facts that were recorded; each is
left by every step that is allowed there, on a copy of the database, so that paths do not disturb
each other.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from resellerdesk.core.option import parse_choice
from resellerdesk.core.phase import Phase
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.workflow import AnyStep, On, Workflow
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.listing_quotes import list_quotes
from resellerdesk.desk.ordering import list_orders
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.showing import Shown, show
from resellerdesk.desk.stepping import advance, steps
from resellerdesk.desk.undoing import undo
from resellerdesk.sdk.testing.values import step_values, typed
from resellerdesk.store.engine import Store

Given = Mapping[str, str | bytes]
MOST_PLACES = 90


@dataclass(frozen=True, slots=True)
class Scenario:
    """One entitlement, on a day, quoted in one way. `hints` answer what no type can tell: a file,
    a serial; by step, several where a step is to be tried with each."""

    name: str
    ref: str
    as_of: date
    option: str = ""
    hints: Mapping[str, Sequence[Given]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a renewal stands: state, phase and facts, after `path`."""

    state: str
    facts: str
    cycles: int
    path: tuple[str, ...]
    desk: Desk

    @property
    def key(self) -> tuple[str, str, int]:
        return self.state, self.facts, self.cycles


@dataclass(slots=True)
class Walk:
    """What was walked: places by their key, the moves between them, and where a move ended."""

    scenario: Scenario
    steps: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    moves: list[tuple[tuple[str, str, int], str, tuple[str, str, int] | None]] = field(
        default_factory=list)
    ends: list[tuple[str, ...]] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)
    undone: int = 0
    refused: dict[str, str] = field(default_factory=dict)

    def traps(self) -> list[str]:
        """The states from which no walked path leads to an end; what is closed is one itself."""
        good = {start for start, _, to in self.moves if to is None}
        for _ in self.moves:
            good |= {start for start, _, to in self.moves if to in good}
        stuck = {start[0] for start, _, _ in self.moves if start not in good}
        return sorted(stuck - self.closed)


def walk(desk: Desk, scenario: Scenario, folder: Path) -> Walk:
    """From where the entitlement stands, breadth first."""
    found = Walk(scenario)
    workflow = _workflow(desk, scenario)
    phases = {state.key: state.phase for state in workflow.states}
    found.closed = {key for key, phase in phases.items() if phase.is_closed}
    bound = {step.key: step.on for step in workflow.steps}
    waiting = [_place(desk, scenario, (), 1)]
    seen = {waiting[0].key}
    while waiting and len(seen) < MOST_PLACES:
        place = waiting.pop(0)
        found.states.add(place.state)
        for name, to, after in _moves(place, found, folder, len(seen)):
            ended = phases[to] in (Phase.WON, Phase.LOST)
            found.steps.add(name)
            found.states.add(to)
            _take_back(place, after, name, found)
            cycles = place.cycles + (phases[to] is Phase.WON)
            reached = _place(after, scenario, (*place.path, name), cycles)
            found.moves.append((place.key, name, None if ended else reached.key))
            if ended:
                found.ends.append(reached.path)
            again = bound.get(name) is On.REOPENED
            if reached.key not in seen and cycles <= 2 and not again:
                seen.add(reached.key)
                waiting.append(reached)
    return found


def _moves(
    place: Place, found: Walk, folder: Path, serial: int
) -> Iterator[tuple[str, str, Desk]]:
    """Every step that is allowed here, taken, each on a desk of its own; and a stored quote."""
    scenario = found.scenario
    shown = show(place.desk, scenario.ref, scenario.as_of)
    tries: list[tuple[str, str, Given | None]] = []
    if shown.record.cycle.phase in (Phase.OPEN, Phase.QUOTED) and not _open_quotes(place.desk):
        tries.append((_quoting(place.desk, scenario), "", None))
    table = {step.key: step for step in _workflow(place.desk, scenario).steps_from(place.state)}
    for step in steps(place.desk, scenario.ref, scenario.as_of):
        if step.why_not is None:
            given = _values(shown, table[step.key], scenario)
            tries += [(step.key, step.to, one) for one in given]
    for n, (name, to, values) in enumerate(tries):
        path = folder / f"{len(place.path)}-{serial}-{n}-{name}.db"
        after = replace(place.desk, store=Store(Path(shutil.copy(place.desk.store.path, path))))
        try:
            if values is None:
                choice = parse_choice(scenario.option) if scenario.option else None
                make_quote(after, QuoteRequest((scenario.ref,), choice), scenario.as_of)
            else:
                advance(after, scenario.ref, name, values, scenario.as_of)
        except Refusal as refusal:
            found.refused[name] = str(refusal)
            continue
        at = to or show(after, scenario.ref, scenario.as_of).record.cycle.state
        yield name, at, after


def _quoting(desk: Desk, scenario: Scenario) -> str:
    """The key of the step that a stored quote takes."""
    table = _workflow(desk, scenario).steps
    return next(step.key for step in table if step.on is On.QUOTE_STORED)


def _workflow(desk: Desk, scenario: Scenario) -> Workflow[Any, Any, Any]:
    return desk.extensions.families[scenario.ref.partition(":")[0]].family.workflow


def _values(shown: Shown, step: AnyStep, scenario: Scenario) -> Sequence[Given]:
    """What the step's hints say, else a plain set drawn from its model, as somebody types it."""
    assert shown.entitlement is not None  # its family is loaded
    drawn = step_values(step, shown.entitlement, scenario.as_of, scenario.hints)
    return [typed(values) for values in drawn[: len(scenario.hints.get(step.key, ())) or 1]]


def _place(desk: Desk, scenario: Scenario, path: tuple[str, ...], cycles: int) -> Place:
    record = show(desk, scenario.ref, scenario.as_of).record
    facts = json.dumps(record.cycle.standing.facts, sort_keys=True, default=str)
    return Place(record.cycle.state, facts, cycles, path, desk)


def _take_back(place: Place, after: Desk, name: str, found: Walk) -> None:
    """The step is undone on a copy of a copy: all stands as it stood before it."""
    scenario = found.scenario
    path = Path(str(after.store.path) + ".back")
    back = replace(after, store=Store(Path(shutil.copy(after.store.path, path))))
    undo(back, scenario.ref)
    assert stands(back, scenario) == stands(place.desk, scenario), (
        f"{scenario.name}: {' > '.join((*place.path, name))}, taken back"
    )
    path.unlink()
    found.undone += 1


def stands(desk: Desk, scenario: Scenario) -> Mapping[str, object]:
    """All that a step may change and its undoing must restore."""
    shown = show(desk, scenario.ref, scenario.as_of)
    columns, standing = shown.record.held.columns, shown.record.cycle.standing
    return {
        "standing": standing, "period": columns.period, "sku": columns.sku,
        "quantity": columns.quantity, "details": columns.details,
        "open quotes": _open_quotes(desk),
        "orders": [(it.order.number, it.status) for it in list_orders(desk)
                   if it.status != "cancelled"],
    }


def _open_quotes(desk: Desk) -> list[str]:
    return [head.number for head in list_quotes(desk, "", date(2000, 1, 1))
            if head.status == "open"]
