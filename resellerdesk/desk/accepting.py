"""The customer says yes: one transaction, all or nothing (docs/domain.md, 6, accepting)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from resellerdesk.core.order import Order, Ordered
from resellerdesk.core.pricing import Line
from resellerdesk.core.quote import Item, Numbered
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.standard_steps import Acceptance
from resellerdesk.core.text import T, Text
from resellerdesk.core.workflow import AnyStep, On
from resellerdesk.desk.accepting_in_part import refuse_what_changes
from resellerdesk.desk.case import Case, load_each
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.last_word import and_what_since, and_who
from resellerdesk.desk.occasion import Occasion, occasion
from resellerdesk.desk.open_quotes import open_quote
from resellerdesk.desk.quote_lines import WAITING, put_back, records_on, without
from resellerdesk.desk.resolving import resolve
from resellerdesk.desk.rules import Rules, load_rules
from resellerdesk.desk.taking import Taken, take, why_not
from resellerdesk.store.engine import Database
from resellerdesk.store.issued import keep_signed
from resellerdesk.store.numbers import next_number
from resellerdesk.store.orders import insert_order
from resellerdesk.store.quotes import StoredQuote, set_status
from resellerdesk.store.renewals import Record


@dataclass(frozen=True, slots=True)
class Answer:
    """The customer's yes: their purchase order, the day of it, which of the lines or which
    alternative, the signed copy and who signed it."""

    number: str
    purchase_order: str
    on: date
    only: tuple[str, ...] = ()
    alternative: str = ""
    signed: bytes | None = None
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class _Accepted:
    """One entitlement that is accepted, and the step that it takes."""

    case: Case
    item: Item
    step: AnyStep


def accept(desk: Desk, answer: Answer) -> Numbered:
    """Accepts a quote: every line's renewal takes its accepted step, an order goes to each
    vendor. Raises Refusal, and changes nothing, where the quote cannot be accepted that day,
    where leaving lines out changes a price, or where a step is refused; all are named."""
    now = occasion(desk)
    with desk.store.write() as db:
        stored = _acceptable(db, answer)
        items, lines = _chosen(stored, answer.alternative)
        refs = _refs(items, answer.only)
        if len(refs) < len(items):
            refuse_what_changes(desk, db, stored, items, lines, refs)
        rules = load_rules(desk, db, answer.on)
        found = records_on(db, stored)
        accepted = _ready(desk, db, rules, stored, items, found, refs, answer)
        taken = _take_all(desk, db, accepted, stored, lines, answer, now)
        told = {"revision": stored.revision, "status_before": stored.status}
        put_back(db, without(found, refs), stored.number, now, told)
        set_status(db, stored.number, stored.revision, "accepted")
        if answer.signed is not None:
            keep_signed(db, stored.number, stored.revision, answer.signed, now.stamp, now.by)
    assert taken  # a quote has lines
    return Numbered(stored.quote, stored.number, stored.revision, "accepted")


def _acceptable(db: Database, answer: Answer) -> StoredQuote:
    stored = open_quote(db, answer.number)
    if not answer.purchase_order.strip():
        raise Refusal(
            T("{number}: the customer's purchase order is wanted, and it is empty",
              number=stored.number)
        )
    if stored.status == WAITING:
        raise Refusal(
            T("{number} waits for approval: a manager has to approve it first (approve {number})",
              number=stored.number)
        )
    validity = stored.quote.validity
    if answer.on > validity.until:
        raise Refusal(
            T("{number} was valid until {until} ({reason}); revise it (quote --revise {number})",
              number=stored.number, until=validity.until, reason=validity.reason)
        )
    if answer.on < stored.quote.as_of:
        raise Refusal(
            T("{number} was made on {day}; it cannot have been accepted on {on}",
              number=stored.number, day=stored.quote.as_of, on=answer.on)
        )
    return stored


def _chosen(stored: StoredQuote, alternative: str) -> tuple[tuple[Item, ...], tuple[Line, ...]]:
    """The items and lines of the quote itself, or of one of its alternatives."""
    if not alternative:
        return stored.quote.items, stored.quote.lines
    for other in stored.quote.alternatives:
        if other.key == alternative:
            return other.items, other.lines
    keys = ", ".join(other.key for other in stored.quote.alternatives) or T("none")
    raise Refusal(
        T("{number} has no alternative {key}; it has {keys}",
          number=stored.number, key=alternative, keys=keys)
    )


def _refs(items: Sequence[Item], only: Sequence[str]) -> list[str]:
    """Which of the items are accepted: all, or those named."""
    if not only:
        return [item.ref for item in items]
    named = []
    for ref in dict.fromkeys(only):
        found = [item.ref for item in items if ref in (item.ref, item.reference)]
        if not found:
            raise Refusal(
                T("{ref} is not on this quote; it has {refs}", ref=ref,
                  refs=", ".join(item.ref for item in items))
            )
        named += found
    return list(dict.fromkeys(named))  # `S-1` and `family:S-1` are one line


def _ready(
    desk: Desk, db: Database, rules: Rules, stored: StoredQuote, items: Sequence[Item],
    found: Sequence[Record], refs: Sequence[str], answer: Answer,
) -> list[_Accepted]:
    """Everything that is accepted, each with its step. Raises Refusal naming all that refuse."""
    wanted = {*refs}
    standing = [record for record in found if record.held.ref in wanted]
    cases = {case.ref: case for case in load_each(desk, db, rules, standing)}
    reasons: list[Text] = []
    accepted = []
    for item in items:
        if item.ref not in wanted:
            continue
        if item.ref not in cases:
            moved = T("{ref}: its renewal has moved on since; revise the quote", ref=item.ref)
            reasons.append(and_what_since(db, resolve(db, item.ref), moved))
            continue
        case = _with_picked(cases[item.ref], item)
        step = _step(case, item)
        why = (
            and_who(
                db, case,
                T("it is {state} already; leave it out with --only, or revise the quote",
                  state=case.family.workflow.state(case.record.cycle.state).title),
            )
            if step is None
            else why_not(desk, case, step, Acceptance(purchase_order=answer.purchase_order))
        )
        if why is not None:
            reasons.append(T("{ref}: {why}", ref=item.ref, why=why))
        elif step is not None:
            accepted.append(_Accepted(case, item, step))
    if reasons:
        raise Refusal(_all_of(stored.number, reasons))
    return accepted


def _with_picked(case: Case, item: Item) -> Case:
    """The case as this quote has it: its option was picked."""
    renewal = replace(case.ctx.renewal, picked=item.picked)
    return replace(case, ctx=replace(case.ctx, renewal=renewal))


def _step(case: Case, item: Item) -> AnyStep | None:
    """The accepted step from where the renewal stands; the option's own where several are."""
    wanted = item.picked.option.accept
    steps = case.family.workflow.bound(On.ACCEPTED, case.record.cycle.state)
    return next((step for step in steps if not wanted or step.key == wanted), None)


def _all_of(number: str, reasons: Sequence[Text]) -> Text:
    said = reasons[0]
    for reason in reasons[1:]:
        said = T("{said}; {more}", said=said, more=reason)
    return T("{number} cannot be accepted: {said}", number=number, said=said)


def _take_all(
    desk: Desk, db: Database, accepted: Sequence[_Accepted], stored: StoredQuote,
    lines: Sequence[Line], answer: Answer, now: Occasion,
) -> list[Taken]:
    """Takes every step, and stores one order for each vendor."""
    by_ref: dict[str, list[Line]] = {}
    for line in lines:
        by_ref.setdefault(line.ref, []).append(line)
    vendors = list(dict.fromkeys(part.item.vendor for part in accepted))
    numbers = {vendor: next_number(db, "O", answer.on.year) for vendor in vendors}
    values = Acceptance(purchase_order=answer.purchase_order)
    told: dict[str, Any] = {
        "quote": stored.number, "revision": stored.revision, "status_before": stored.status,
    }
    if answer.signed_by:
        told["signed_by"] = answer.signed_by
    taken = [
        take(desk, db, part.case, part.step, values, now,
             {**told, "order": numbers[part.item.vendor]})
        for part in accepted
    ]
    for vendor in vendors:
        parts = [
            Ordered(part.item, tuple(by_ref[part.item.ref]), done.effect.for_vendor)
            for part, done in zip(accepted, taken, strict=True)
            if part.item.vendor == vendor
        ]
        order = Order(
            numbers[vendor], vendor, stored.number, stored.revision, stored.quote.customer,
            answer.purchase_order, answer.on, stored.quote.currency, stored.quote.seller,
            tuple(parts),
        )
        renewals = {done.case.ref: done.case.record.cycle.id for done in taken}
        insert_order(db, order, renewals, now.stamp, now.by)
    return taken
