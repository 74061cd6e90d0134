"""Workflow steps: which there are from here, and taking one (docs/cli.md, steps and advance)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from resellerdesk.core.close_reason import CLOSE_REASONS
from resellerdesk.core.option import Option
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.core.workflow import AnyStep, On
from resellerdesk.desk.accepting import Answer, accept
from resellerdesk.desk.case import Case, load_case
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ending_quotes import check_reason
from resellerdesk.desk.last_word import state_and_who
from resellerdesk.desk.listing_quotes import status_on
from resellerdesk.desk.occasion import occasion
from resellerdesk.desk.papers import Papers
from resellerdesk.desk.quote_lines import OPEN_STATUS
from resellerdesk.desk.resolving import resolve
from resellerdesk.desk.rules import load_rules
from resellerdesk.desk.taking import take
from resellerdesk.desk.typed_values import Given, read_values
from resellerdesk.extensions.fault import Faulted
from resellerdesk.sdk.fields import FormField, form_of
from resellerdesk.store.engine import Database
from resellerdesk.store.quotes import QuoteHead, quotes_naming


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step from where a renewal stands; `why_not` says what is missing before any value."""

    key: str
    title: Text
    to: str
    why_not: Text | None
    needs: Sequence[FormField]


def steps(
    desk: Desk, ref: str, as_of: date, papers: Papers | None = None
) -> Sequence[StepShown]:
    """The steps that can be taken by hand; that of a stored quote is the host's alone. `papers`
    are those of a call that asks for several renewals."""
    with desk.store.read() as db:
        case = load_case(desk, db, load_rules(desk, db, as_of), resolve(db, ref), papers)
        return [
            _shown(desk, case, step)
            for step in case.family.workflow.steps_from(case.record.cycle.state)
            if step.on is not On.QUOTE_STORED
        ]


def _shown(desk: Desk, case: Case, step: AnyStep) -> StepShown:
    why: Text | None = None
    if step.ready is not None:
        try:
            why = desk.extensions.guard.optional(
                case.where(f"ready of {step.key}"), Text, step.ready, case.entitlement, case.ctx
            )
        except Faulted as faulted:
            why = faulted.fault.text
    needs = form_of(step.needs)
    if step.on is On.CLOSED:
        needs = [_reason(field) for field in needs]
    return StepShown(step.key, step.title, step.to or case.record.cycle.state, why, needs)


def _reason(field: FormField) -> FormField:
    """Why a renewal is closed is one of a list."""
    if field.name != "reason":
        return field
    return replace(field, type="choice", choices=tuple(CLOSE_REASONS))


def advance(desk: Desk, ref: str, key: str, given: Given, as_of: date) -> None:
    """Takes a step by hand. Raises Refusal where there is no such step from here, a value does
    not fit, a guard refuses, or somebody changed the renewal meanwhile."""
    advancing(desk, key, given, as_of)(ref)


def advancing(desk: Desk, key: str, given: Given, as_of: date) -> Callable[[str], None]:
    """Takes a step by hand for one REF after the other, each by itself as `advance` does."""
    papers = Papers()
    return lambda ref: _advance(desk, ref, key, given, as_of, papers)


def _advance(
    desk: Desk, ref: str, key: str, given: Given, as_of: date, papers: Papers
) -> None:
    now = occasion(desk)
    with desk.store.write() as db:
        case = load_case(desk, db, load_rules(desk, db, as_of), resolve(db, ref), papers)
        step = _step(db, case, key)
        values = read_values(case, step, given)
        if step.on is not On.ACCEPTED:
            if step.on is On.CLOSED:
                check_reason(str(getattr(values, "reason", "")))
            take(desk, db, case, step, values, now)
            return
        head = _quote_to_accept(db, case)
        option = papers.picked_on(db, head.number, head.revision)[case.ref].option
        _refuse_other_step(case, step, option, head.number)
    order = str(getattr(values, "purchase_order", ""))
    accept(desk, Answer(head.number, order, as_of, (case.ref,)))


def _step(db: Database, case: Case, key: str) -> AnyStep:
    offered = [
        step for step in case.family.workflow.steps_from(case.record.cycle.state)
        if step.on is not On.QUOTE_STORED
    ]
    for step in offered:
        if step.key == key:
            return step
    raise Refusal(
        T("{ref} is {state} and has no step {key} from there; it has {keys}",
          ref=case.ref, state=state_and_who(db, case), key=key,
          keys=", ".join(step.key for step in offered) or T("none"))
    )


def _quote_to_accept(db: Database, case: Case) -> QuoteHead:
    """The newest quote that can be accepted, else the newest that stands: it says why not."""
    standing = [
        head for head in quotes_naming(db, case.record.cycle.id) if head.status in OPEN_STATUS
    ]
    if not standing:
        raise Refusal(
            T("{ref} stands on no open quote; make one first (quote {ref})", ref=case.ref)
        )
    as_of = case.ctx.as_of
    can = [h for h in standing if status_on(h.status, h.valid_until, as_of) == "open"]
    return (can or standing)[0]


def _refuse_other_step(case: Case, step: AnyStep, option: Option, number: str) -> None:
    """Where a family has several accepted steps, the option on the quote says which is taken."""
    if option.accept and option.accept != step.key:
        raise Refusal(
            T("{ref}: {option} on {number} is ordered by the step {step}, not by {key}",
              ref=case.ref, option=option.key, number=number, step=option.accept, key=step.key)
        )
