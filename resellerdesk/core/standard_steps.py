"""The steps that every family has: decline, let_go, cancel, seen, reopen (docs/domain.md, 5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel

from resellerdesk.core.entitlement import Context, D, Entitlement, F, Nothing, S
from resellerdesk.core.period import Period
from resellerdesk.core.phase import Phase
from resellerdesk.core.situation import Situation
from resellerdesk.core.text import T, Text
from resellerdesk.core.workflow import Effect, Finish, On, State, Step, Workflow


class Acceptance(BaseModel):
    """Values of a step bound to acceptance; the context's as-of date is the day of it."""

    purchase_order: str


class Reason(BaseModel):
    """Values of a step that closes or cancels."""

    reason: str
    note: str = ""


class Seen(BaseModel):
    """Values of the step taken when an import shows a later end."""

    start: date
    end: date


DECLINED = State("declined", T("declined"), Phase.LOST)
LET_GO = State("let_go", T("let go"), Phase.LOST)


def standard(
    states: Sequence[State], steps: Sequence[Step[D, F, S, Any]],
    carry: Callable[[Entitlement[D], Context[D, F, S]], F | None] | None = None,
) -> Workflow[D, F, S]:
    """A family's own states and steps, and those that every family has.

    `carry` are the facts of the next renewal where an import shows that an ordered one is
    through: what is still pending then, as its own finishing step would leave it. Raises
    ValueError where no state is won.
    """
    won = [state.key for state in states if state.phase is Phase.WON]
    if not won:
        raise ValueError("a workflow needs a state of phase won")
    before = _in(states, Phase.OPEN, Phase.QUOTED)
    ordered = _in(states, Phase.ORDERED)
    lost = _in([*states, DECLINED, LET_GO], Phase.LOST)
    return Workflow(
        (*states, DECLINED, LET_GO),
        (
            *steps,
            Step("decline", T("Close as lost"), before, DECLINED.key, Reason, On.CLOSED),
            Step("let_go", T("Let go"), before, LET_GO.key, Nothing, ready=_not_before_the_end),
            Step("cancel", T("Cancel the order"), ordered, states[0].key, Reason,
                 On.ORDER_CANCELLED),
            Step("seen", T("Seen renewed"), ordered, won[0], Seen, On.SEEN_RENEWED,
                 effect=_moving_on(carry)),
            Step("reopen", T("Open again"), lost, states[0].key, Nothing, On.REOPENED),
        ),
    )


def _in(states: Sequence[State], *phases: Phase) -> frozenset[str]:
    return frozenset(state.key for state in states if state.phase in phases)


def _not_before_the_end(held: Entitlement[D], ctx: Context[D, F, S]) -> Text | None:
    if ctx.situation in (Situation.ON_TIME, Situation.IN_GRACE):
        return T("only after its end and grace; it ends on {end}", end=held.period.end)
    return None


def _moving_on(
    carry: Callable[[Entitlement[D], Context[D, F, S]], F | None] | None
) -> Callable[[Entitlement[D], Seen, Context[D, F, S]], Effect[D, F]]:
    def moves_on(held: Entitlement[D], seen: Seen, ctx: Context[D, F, S]) -> Effect[D, F]:
        pending = carry(held, ctx) if carry is not None else None
        return Effect(finish=Finish(Period(seen.start, seen.end), pending))

    return moves_on
