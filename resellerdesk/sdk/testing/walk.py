"""Asks a family everything worth asking, once; the checks look at what it answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from resellerdesk.core.entitlement import AnyEntitlement
from resellerdesk.core.option import Option
from resellerdesk.core.pricebook import PriceRow
from resellerdesk.sdk.complete import names_lack
from resellerdesk.sdk.family import AnyFamily
from resellerdesk.sdk.testing.asking import Answer, ask_again
from resellerdesk.sdk.testing.broken import Broken
from resellerdesk.sdk.testing.prices import price_list
from resellerdesk.sdk.testing.questions import situation_answers
from resellerdesk.sdk.testing.stepwise import step_answers
from resellerdesk.sdk.testing.subjects import (
    Subject,
    days_of,
    given_entitlements,
    situated,
    subjects,
)
from resellerdesk.sdk.testing.unchanged import imprint
from resellerdesk.sdk.testing.values import Hints


@dataclass(frozen=True)
class Kit:
    """What a plugin's author names: the family, and whatever makes its questions better."""

    family: AnyFamily
    entitlements: Any = None
    prices: Sequence[PriceRow] | Path | None = None
    hints: Hints = field(default_factory=dict)


@dataclass(frozen=True)
class Walked:
    """All that a family answered; `prices` None where the author named no price list."""

    family: AnyFamily
    held: Sequence[AnyEntitlement]
    prices: Sequence[PriceRow] | None
    answers: Sequence[Answer]

    def of(self, *calls: str) -> Iterator[Answer]:
        """The answers to some calls that can be looked at."""
        return (one for one in self.answers if one.call in calls and one.is_sound)

    def is_given(self, held: AnyEntitlement) -> bool:
        """Whether it is one of those that the author named, as it was."""
        return any(held is one or held == one for one in self._named.get(held.reference, ()))

    @cached_property
    def _named(self) -> Mapping[str, Sequence[AnyEntitlement]]:
        found: dict[str, list[AnyEntitlement]] = {}
        for one in self.held:
            found.setdefault(one.reference, []).append(one)
        return found

    def options(self) -> Iterator[tuple[Answer, Option]]:
        """Every option that was offered, with the answer that it stands in."""
        for answer in self.of("options"):
            yield from ((answer, one) for one in answer.value if isinstance(one, Option))


def walk(kit: Kit) -> Walked:
    """Asks about each subject on its days, then along its steps, then all again backwards."""
    family = kit.family
    _refuse_unasked(family)
    held = given_entitlements(family, kit.entitlements)
    if not held:
        raise Broken(f"{family.key}: entitlements are none; name some, or leave the attribute out")
    answers: list[Answer] = []
    for subject in subjects(family, held):
        before = imprint(family.catalogue)
        answers += _about(family, subject)
        if imprint(family.catalogue) != before:
            answers.append(replace(answers[-1], call="any call", changed="the catalogue"))
    for one in held[:2]:
        answers += step_answers(family, one, kit.hints)
    for answer in reversed(answers):
        ask_again(answer)
    prices = kit.prices
    if isinstance(prices, Path):
        prices = price_list(prices, family.vendor)
    return Walked(family, held, prices, answers)


def _refuse_unasked(family: AnyFamily) -> None:
    """Raises Broken where a family is so incomplete that it cannot be asked anything."""
    try:
        _ = family.settings(), family.facts(), family.workflow.first
    except Exception as error:
        said = " ".join(str(error).split())
        raise Broken(
            f"{type(family).__name__} cannot be asked: {said}; give each setting and each fact a "
            "default, and the workflow a first state"
        ) from None
    if wrong := names_lack(family.workflow):
        raise Broken(f"{type(family).__name__} cannot be asked: {wrong}")


def _about(family: AnyFamily, subject: Subject) -> Iterator[Answer]:
    """On each day, and on both sides of the day on which an option's window opens."""
    days = list(dict.fromkeys(days_of(subject, family)))
    for day in days:
        answers = list(situation_answers(situated(family, subject, day)))
        yield from answers
        for opens in _opening_days(answers) if subject.thorough else ():
            days += [one for one in (opens - timedelta(days=1), opens) if one not in days]


def _opening_days(answers: Sequence[Answer]) -> Iterator[Any]:
    for answer in answers:
        if answer.call == "options" and answer.is_sound:
            yield from (one.opens for one in answer.value if isinstance(one, Option) and one.opens)
