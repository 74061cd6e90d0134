"""States and steps of a family; what each step is bound to (docs/domain.md, section 5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic

from pydantic import BaseModel
from typing_extensions import TypeVar

from resellerdesk.core.entitlement import Context, D, Entitlement, F, Nothing, S
from resellerdesk.core.fact import Fact, Table
from resellerdesk.core.period import Period
from resellerdesk.core.phase import Phase
from resellerdesk.core.text import Text

V = TypeVar("V", bound=BaseModel, default=Nothing)


class On(StrEnum):
    """What happens on the desk that a step can be bound to."""

    QUOTE_STORED = "quote_stored"
    ACCEPTED = "accepted"
    CLOSED = "closed"
    ORDER_CANCELLED = "order_cancelled"
    SEEN_RENEWED = "seen_renewed"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class State:
    """Where a renewal can stand, and what the host understands of it."""

    key: str
    title: Text
    phase: Phase


@dataclass(frozen=True)
class Finish(Generic[F]):
    """The renewal is through: the period moves on and the next renewal opens.

    `period` None means the accepted line's; `carry` are the facts of the next renewal;
    `reference` opens a new entitlement under that name and closes the old one as replaced.
    """

    period: Period | None = None
    carry: F | None = None
    reference: str = ""


@dataclass(frozen=True)
class Effect(Generic[D, F]):
    """What a step changed; None leaves as it was. The event stores it.

    `for_vendor` is what an order says beside its lines.
    """

    facts: F | None = None
    details: D | None = None
    finish: Finish[F] | None = None
    for_vendor: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Step(Generic[D, F, S, V]):
    """One way from some states to another; `to` None stays where it is.

    `ready` refuses before anything is typed, `guard` with the values of `needs`; each gives the
    reason, or None. A step bound by `on` is taken by the host when that happens.
    """

    key: str
    title: Text
    from_: frozenset[str]
    to: str | None
    needs: type[V]
    on: On | None = None
    ready: Callable[[Entitlement[D], Context[D, F, S]], Text | None] | None = None
    guard: Callable[[Entitlement[D], V, Context[D, F, S]], Text | None] | None = None
    effect: Callable[[Entitlement[D], V, Context[D, F, S]], Effect[D, F]] | None = None


@dataclass(frozen=True)
class Workflow(Generic[D, F, S]):
    """All states and steps of a family. `states[0]` is where a renewal opens."""

    states: tuple[State, ...]
    steps: tuple[Step[D, F, S, Any], ...]

    @property
    def first(self) -> State:
        return self.states[0]

    def state(self, key: str) -> State:
        """The state of that key; raises KeyError where the family has none."""
        for state in self.states:
            if state.key == key:
                return state
        raise KeyError(key)

    def steps_from(self, state: str) -> Sequence[Step[D, F, S, Any]]:
        return [step for step in self.steps if state in step.from_]

    def bound(self, on: On, state: str) -> Sequence[Step[D, F, S, Any]]:
        """The steps that what happens takes from a state: none where it changes nothing."""
        return [step for step in self.steps_from(state) if step.on is on]


AnyEffect = Effect[Any, Any]
AnyWorkflow = Workflow[Any, Any, Any]
AnyStep = Step[Any, Any, Any, Any]
