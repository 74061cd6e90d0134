"""What a workflow's own table must hold; each check gives a line for everything that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from resellerdesk.core.phase import Phase
from resellerdesk.core.standard_steps import LET_GO
from resellerdesk.core.workflow import AnyStep, AnyWorkflow, On, State
from resellerdesk.sdk.complete import bound_wrongly
from resellerdesk.sdk.testing.walk import Walked

_GIVING_UP = frozenset({On.CLOSED, On.ORDER_CANCELLED, On.REOPENED})


def every_state_is_reached(walked: Walked) -> Iterator[str]:
    """By some path of steps from the first state on."""
    flow = walked.family.workflow
    reached = _closure({flow.first.key}, lambda key: {
        step.to for step in flow.steps_from(key) if step.to is not None
    })
    for state in flow.states:
        if state.key not in reached:
            yield (
                f"no path of steps from {flow.first.key} leads to the state {state.key}; give "
                f"some step to={state.key!r}, or leave the state out"
            )


def no_state_is_a_trap(walked: Walked) -> Iterator[str]:
    """From each, a path that is no giving up leads to an end: won, or a lost state of its own."""
    flow = walked.family.workflow
    ends = {state.key for state in flow.states if state.phase.is_closed}
    leading = _closure(ends, lambda key: {
        state.key for state in flow.states
        for step in flow.steps_from(state.key)
        if step.to == key and not _gives_up(step)
    })
    for state in flow.states:
        if state.key not in leading:
            yield (
                f"from the state {state.key} no path leads to an end but giving up (decline, let "
                f"go, cancel); add a step with {state.key!r} among its from_ that leads on or back"
            )


def every_ordered_state_can_be_cancelled(walked: Walked) -> Iterator[str]:
    """An order may come to nothing wherever it is."""
    yield from bound_wrongly(walked.family.workflow, Phase.ORDERED, On.ORDER_CANCELLED)


def every_open_state_takes_a_quote(walked: Walked) -> Iterator[str]:
    """A quote can be stored from every open state."""
    yield from bound_wrongly(walked.family.workflow, Phase.OPEN, On.QUOTE_STORED)


def the_desk_s_own_ways_are_there(walked: Walked) -> Iterator[str]:
    """Close and open again, accepted, seen renewed, and a quote that is replaced by another."""
    flow = walked.family.workflow
    for phase, on in (
        (Phase.OPEN, On.CLOSED), (Phase.QUOTED, On.CLOSED), (Phase.ORDERED, On.SEEN_RENEWED),
        (Phase.LOST, On.REOPENED),
    ):
        yield from bound_wrongly(flow, phase, on)
    for state in _in(flow, Phase.QUOTED):
        if not flow.bound(On.ACCEPTED, state.key):
            yield f"state {state.key} wants a step bound to {On.ACCEPTED}; bind one from there"
        for step in flow.bound(On.QUOTE_STORED, state.key):
            yield (
                f"storing a quote moves a renewal that is {state.key} already, by the step "
                f"{step.key}; a second quote or a revision must leave it where it is"
            )


def _in(flow: AnyWorkflow, phase: Phase) -> list[State]:
    return [state for state in flow.states if state.phase is phase]


def _gives_up(step: AnyStep) -> bool:
    return step.on in _GIVING_UP or step.to == LET_GO.key


def _closure(begin: Collection[str], beside: Callable[[str], set[str]]) -> set[str]:
    """All that is reached from some keys on."""
    found, ahead = set(begin), list(begin)
    while ahead:
        for key in beside(ahead.pop()) - found:
            found.add(key)
            ahead.append(key)
    return found
