"""Walks the steps of a family from the first state on, by every way that its rules allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from pydantic import BaseModel, ValidationError

from resellerdesk.core.entitlement import AnyEntitlement
from resellerdesk.core.option import Option, Picked
from resellerdesk.core.workflow import AnyStep, Effect, On
from resellerdesk.sdk.family import AnyFamily
from resellerdesk.sdk.testing.asking import Answer, ask
from resellerdesk.sdk.testing.case import Case, moved
from resellerdesk.sdk.testing.questions import picks, standing_answers
from resellerdesk.sdk.testing.situating import situate
from resellerdesk.sdk.testing.unchanged import imprint
from resellerdesk.sdk.testing.values import Hints, NoValue, step_values

_STANDINGS = 6
"""How many places a walk asks about in each state: other facts or details, another pick."""
_WAYS = 2
"""How many sets of values that a guard allows are followed on."""


def step_answers(family: AnyFamily, held: AnyEntitlement, hints: Hints) -> Iterator[Answer]:
    """The steps of an entitlement in time, just ended, and long gone."""
    for days in (-30, 1, 1_000):
        start = situate(family, held, held.period.end + timedelta(days=days))
        yield from _Walk(hints).answers(start)


class _Walk:
    """One walk, place by place; each is asked about once."""

    def __init__(self, hints: Hints) -> None:
        self.hints = hints
        self.reached: dict[str, set[str]] = {}
        self.ahead: list[tuple[Case, int]] = []

    def answers(self, start: Case) -> Iterator[Answer]:
        self._go(start, 0)
        while self.ahead:
            case, renewals = self.ahead.pop(0)
            found = list(standing_answers(case))
            yield from found
            options = found[0].value if found[0].is_sound else ()
            for step in case.family.workflow.steps_from(case.ctx.renewal.state):
                for answer, onward in self._try(case, step):
                    yield answer
                    if onward is not None:
                        self._lead_on(onward, step, options, renewals)

    def _go(self, case: Case, renewals: int) -> None:
        renewal = case.ctx.renewal
        picked = renewal.picked
        place = repr(
            (imprint(renewal.facts), imprint(case.held), picked.option.key if picked else "")
        )
        reached = self.reached.setdefault(renewal.state, set())
        if place not in reached and len(reached) < _STANDINGS:
            reached.add(place)
            self.ahead.append((case, renewals))

    def _try(self, case: Case, step: AnyStep) -> Iterator[tuple[Answer, Case | None]]:
        """What the family says of a step, each with where that leads, if it leads on."""
        picked = case.ctx.renewal.picked
        if step.on is On.ACCEPTED and (
            picked is None or picked.option.accept not in ("", step.key)
        ):
            return
        if step.ready is not None:
            ready = step.ready
            answer = ask(case, "ready", lambda: ready(case.held, case.ctx), step.key)
            yield answer, None
            if answer.value is not None:
                return
        if step.guard is None and step.effect is None:
            yield Answer("effect", step.key, case, lambda: None), moved(case, step, Effect())
            return
        ways = 0
        for values in self._values(case, step):
            if isinstance(values, Answer):
                yield values, None
                continue
            for answer in _with(case, step, values):
                effect = answer.value
                if isinstance(effect, Effect) and ways < _WAYS:
                    ways += 1
                    yield answer, moved(case, step, effect)
                else:
                    yield answer, None

    def _values(self, case: Case, step: AnyStep) -> Sequence[BaseModel | Answer]:
        """Values to try; in place of them an answer that says why there are none."""
        try:
            return step_values(step, case.held, case.ctx.as_of, self.hints)
        except (NoValue, ValidationError) as error:
            return [Answer("values", step.key, case, lambda: None, error=error)]

    def _lead_on(
        self, case: Case, step: AnyStep, options: Sequence[Any], renewals: int
    ) -> None:
        if case.last.finish is not None:
            if renewals == 0:  # the one that it opens, and no further
                self._go(case.onward(), 1)
        elif step.on is On.QUOTE_STORED:
            for picked in _pickable(options):
                self._go(case.at(case.ctx.renewal.state, picked=picked), renewals)
        else:
            self._go(case, renewals)


def _with(case: Case, step: AnyStep, values: BaseModel) -> Iterator[Answer]:
    """The guard, and the effect where nothing stands in its way."""
    if step.guard is not None:
        guard = step.guard
        answer = ask(
            case, "guard", lambda: guard(case.held, values, case.ctx), step.key, values
        )
        yield answer
        if answer.value is not None:
            return
    effect = step.effect
    yield ask(
        case, "effect",
        lambda: effect(case.held, values, case.ctx) if effect else Effect(), step.key, values,
    )


def _pickable(options: Sequence[Any]) -> Iterator[Picked]:
    """What can be quoted of the options: one of each mode and each step that accepts it, the
    recommended one also with its add-ons."""
    seen = set()
    for option in options:
        if not isinstance(option, Option) or option.unpriced is not None:
            continue
        if option.recommended:
            yield from picks(option)[1:]
        if (option.mode, option.accept) not in seen:
            seen.add((option.mode, option.accept))
            yield from picks(option)[:1]
