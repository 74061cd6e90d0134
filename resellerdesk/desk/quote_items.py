"""The lines of a quote before they are priced: what was picked, and what that charges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from resellerdesk.core.assembling import Exchange
from resellerdesk.core.coterm import Chosen, periods
from resellerdesk.core.option import Choice, Option, Picked, find_option
from resellerdesk.core.period import Period
from resellerdesk.core.phase import Phase
from resellerdesk.core.quote import Item
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.core.workflow import On
from resellerdesk.desk.case import Case
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.listing_quotes import status_on
from resellerdesk.desk.offering import name_of, offer_of, pick, stub_of
from resellerdesk.desk.quote_lines import OPEN_STATUS
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.rules import Rules
from resellerdesk.store.engine import Database
from resellerdesk.store.quotes import quotes_naming


@dataclass(frozen=True, slots=True)
class Wanted:
    """One case, its family's options, and which of them is wanted."""

    ref: str
    case: Case
    options: tuple[Option, ...]
    choice: Choice | None


def items_of(
    desk: Desk, rules: Rules, request: QuoteRequest, wanted: Sequence[Wanted]
) -> tuple[Item, ...]:
    """Each line with its option, period and offer. Raises Refusal for an option that is not
    there or has no price, or for an alignment that does not work; Faulted for a plugin's fault."""
    chosen = [
        Chosen(line.case.ref, _quotable(line, find_option(line.options, line.choice, line.ref)))
        for line in wanted
    ]
    spans = periods(chosen, request.align)
    return tuple(
        _item(desk, rules, request, line, one.option, span)
        for line, one, span in zip(wanted, chosen, spans, strict=True)
    )


def exchange(
    desk: Desk, rules: Rules, request: QuoteRequest, wanted: Sequence[Wanted], other: Choice
) -> Exchange:
    """The whole quote with another option where that exists."""
    exchanged = [
        Wanted(line.ref, line.case, line.options, other if _has(line, other) else line.choice)
        for line in wanted
    ]
    having = [line for line in wanted if _has(line, other)]
    if not having:
        raise Refusal(T("no line of this quote has an option {key}", key=other.key))
    option = find_option(having[0].options, other, having[0].ref)
    return Exchange(other.text, option.title, items_of(desk, rules, request, exchanged))


def _has(line: Wanted, other: Choice) -> bool:
    return any(option.key == other.key for option in line.options)


def _item(
    desk: Desk, rules: Rules, request: QuoteRequest, line: Wanted, option: Option, span: Period
) -> Item:
    case = line.case
    addons = line.choice.addons if line.choice is not None else {}
    picked = pick(
        option, span, _quantity(line, option, request.quantity_for(line.ref)),
        {key: number or 1 for key, number in addons.items()},
    )
    offer = offer_of(desk, case, picked)
    return Item(
        case.ref, case.entitlement.reference, case.entitlement.family, case.family.title,
        case.entitlement.vendor, case.entitlement.program, name_of(case, offer.charges),
        case.entitlement.period, case.grace_end, case.ctx.situation, picked, offer,
        stub_of(case), request.discount_for(line.ref, desk.user),
        case.ctx.policy.value("renewals_team") or "", open_points(desk, case, picked),
    )


def _quantity(line: Wanted, option: Option, wanted: int | None) -> int | None:
    """What was asked for, if anything. Raises Refusal where the option allows nothing else than
    its own."""
    if option.quantity_fixed and wanted not in (None, option.quantity):
        raise Refusal(
            T("{ref}: option {key} is for a quantity of {n}; leave its quantity out, or name "
              "those that it is meant for (--quantity REF={wanted})",
              ref=line.case.ref, key=option.key, n=option.quantity, wanted=wanted)
        )
    return wanted


def open_points(desk: Desk, case: Case, picked: Picked) -> tuple[Text, ...]:
    """What would refuse an order now, said before anything is typed."""
    workflow, accept = case.family.workflow, picked.option.accept
    ctx = replace(case.ctx, renewal=replace(case.ctx.renewal, picked=picked))
    state = case.record.cycle.state
    if case.record.cycle.phase is Phase.OPEN:
        stored = workflow.bound(On.QUOTE_STORED, state)
        state = stored[0].to or state if stored else state
    steps = [
        step for step in workflow.bound(On.ACCEPTED, state)
        if not accept or step.key == accept
    ]
    points = []
    for step in steps:
        if step.ready is not None:
            why = desk.extensions.guard.optional(
                case.where(f"ready of {step.key}"), Text, step.ready, case.entitlement, ctx
            )
            points += [why] if why is not None else []
    return tuple(points)


def with_other_quotes(
    db: Database, items: Sequence[Item], cases: Sequence[tuple[str, Case]], revised: str
) -> tuple[Item, ...]:
    """The items with an open point for each other quote that they stand on."""
    return tuple(
        replace(item, open_points=(*item.open_points, *other_quotes(db, case, revised)))
        for item, (_, case) in zip(items, cases, strict=True)
    )


def other_quotes(db: Database, case: Case, own: str) -> list[Text]:
    """A second open quote for a renewal is an open point, no refusal."""
    return [
        T("it also stands on the open quote {number}", number=head.number)
        for head in quotes_naming(db, case.record.cycle.id)
        if head.number != own
        and status_on(head.status, head.valid_until, case.ctx.as_of) in OPEN_STATUS
    ]


def _quotable(line: Wanted, option: Option) -> Option:
    if option.unpriced is not None:
        raise Refusal(
            T("{ref}: option {key} has no price and cannot be quoted: {why}",
              ref=line.case.ref, key=option.key, why=option.unpriced)
        )
    return option
