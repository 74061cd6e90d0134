"""The same for many renewals at once: each by itself, so that a refused one stops no other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.papers import Papers
from resellerdesk.desk.progress import Progress, quietly
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.quoting_customers import why_no_price
from resellerdesk.desk.stepping import StepShown, steps
from resellerdesk.store.renewals import records

MOST = 5000
"""How many can be done at once."""

GoOn = Callable[[], bool]
"""Whether whoever asked for a long job still wants it."""


@dataclass(frozen=True, slots=True)
class Target:
    """One of many: the entitlement's id and ref, and whose it is."""

    id: int
    ref: str
    family: str
    customer_id: str
    customer: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of many: those that were done, those that were refused, each with why, and how
    many were left when it was stopped. `made` are the numbers of the quotes that came of it."""

    done: tuple[str, ...] = ()
    refused: tuple[tuple[str, Text], ...] = ()
    left: int = 0
    made: tuple[str, ...] = ()


def targets(desk: Desk, ids: Collection[int]) -> Sequence[Target]:
    """What some entitlements are called, by customer and end; those that are gone are left out.

    Raises Refusal for more than can be done at once.
    """
    if len(ids) > MOST:
        raise Refusal(T("{n} are selected; {most} at once work, a search or a view makes them "
                        "fewer", n=len(ids), most=MOST))
    with desk.store.read() as db:
        found = records(db, ids).values()
    ordered = sorted(found, key=lambda record: (
        record.customer, record.held.columns.customer_id, record.held.columns.period.end,
        record.held.ref))
    return [
        Target(record.held.id, record.held.ref, record.held.family,
               record.held.columns.customer_id, record.customer)
        for record in ordered
    ]


def for_each(
    refs: Sequence[str], act: Callable[[str], object], go_on: GoOn, progress: Progress = quietly
) -> Outcome:
    """Does something for each ref; what is refused is said and stops no other."""
    done: list[str] = []
    refused: list[tuple[str, Text]] = []
    for n, ref in enumerate(refs):
        if not go_on():
            return Outcome(tuple(done), tuple(refused), len(refs) - n)
        try:
            act(ref)
            done.append(ref)
        except Refusal as refusal:
            refused.append((ref, refusal.text))
        progress(ref, n + 1)
    return Outcome(tuple(done), tuple(refused))


def quote_each_customer(
    desk: Desk, many: Sequence[Target], as_of: date, go_on: GoOn, progress: Progress = quietly
) -> Outcome:
    """One quote for each customer; what has no price is left out of it and said."""
    found = Outcome()
    for refs in _by_customer(many).values():
        if not go_on():
            return replace(found, left=len(many) - len(found.done) - len(found.refused))
        priced, refused = _with_a_price(desk, refs, as_of)
        try:
            made = (_number(desk, priced, as_of),) if priced else ()
        except Refusal as refusal:
            refused, priced, made = [*refused, *((ref, refusal.text) for ref in priced)], (), ()
        found = Outcome((*found.done, *priced), (*found.refused, *refused),
                        made=(*found.made, *made))
        progress(refs[0], len(found.done) + len(found.refused))
    return found


def _by_customer(many: Sequence[Target]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for target in many:
        found.setdefault(target.customer_id, []).append(target.ref)
    return found


def _with_a_price(
    desk: Desk, refs: Sequence[str], as_of: date
) -> tuple[tuple[str, ...], list[tuple[str, Text]]]:
    """Those that can be quoted, and the others with why not."""
    whys = {ref: why_no_price(desk, ref, as_of) for ref in refs}
    refused = [(ref, T("left out: {why}", why=why)) for ref, why in whys.items() if why is not None]
    return tuple(ref for ref, why in whys.items() if why is None), refused


def _number(desk: Desk, refs: tuple[str, ...], as_of: date) -> str:
    return make_quote(desk, QuoteRequest(refs), as_of).number or ""


@dataclass(frozen=True, slots=True)
class StepOfMany:
    """A step that can be tried for many: how many of them stand where it begins."""

    family: str
    step: StepShown
    count: int


def steps_of(desk: Desk, many: Sequence[Target], as_of: date) -> Sequence[StepOfMany]:
    """The steps from where any of many stands, the most frequent first. What a family cannot say
    of one is left out: taking the step will say why."""
    found: dict[tuple[str, str], StepOfMany] = {}
    papers = Papers()
    for target in many:
        try:
            shown = steps(desk, target.ref, as_of, papers)
        except Refusal:
            continue
        for step in shown:
            why = step.why_not if len(many) == 1 else None
            any_of_them = StepOfMany(target.family, replace(step, why_not=why), 0)
            before = found.get((target.family, step.key), any_of_them)
            found[target.family, step.key] = replace(before, count=before.count + 1)
    return sorted(found.values(), key=lambda each: -each.count)
