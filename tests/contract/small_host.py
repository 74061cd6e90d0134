"""A host in miniature: takes a family through options, price, acceptance and finish.

It knows phases and bindings and no state by name, as the real one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from resellerdesk.core.coterm import Align, Chosen, periods
from resellerdesk.core.derivation import Discount
from resellerdesk.core.option import find_option, parse_choice
from resellerdesk.core.policy import PolicyBook
from resellerdesk.core.pricebook import PriceBook, PriceRow
from resellerdesk.core.pricing import Bill, Line, Market, price_bills
from resellerdesk.core.proration import Stub
from resellerdesk.core.situation import situation_on
from resellerdesk.sdk import (
    Catalogue,
    Context,
    Effect,
    Entitlement,
    Family,
    Holding,
    Offer,
    On,
    Option,
    Period,
    Picked,
    Policy,
    PolicyRow,
    Renewal,
    Text,
)

AS_OF = date(2026, 11, 24)
NO_DISCOUNT = Discount()


def day(iso: str) -> date:
    return date.fromisoformat(iso)


@dataclass(frozen=True)
class Case:
    """One entitlement of one family on one day."""

    family: Family[Any, Any, Any]
    held: Entitlement[Any]
    ctx: Context[Any, Any, Any]

    def options(self) -> Sequence[Option]:
        return tuple(self.family.options(self.held, self.ctx))

    def option(self, key: str) -> Option:
        return next(option for option in self.options() if option.key == key)

    def pick(
        self, typed: str, quantity: int | None = None, period: Period | None = None
    ) -> Picked:
        """What somebody typed, such as `essential-12+education=5`."""
        choice = parse_choice(typed)
        option = find_option(tuple(self.options()), choice, self.held.ref)
        addons = {key: number or 1 for key, number in choice.addons.items()}
        return Picked(option, period or option.period, quantity or option.quantity, addons)

    def offer(self, picked: Picked) -> Offer:
        return self.family.offer(self.held, picked, self.ctx)

    def bill(self, picked: Picked, discount: Discount = NO_DISCOUNT) -> Bill:
        stub: Stub = "monthly" if self.ctx.policy.value("stub") == "monthly" else "daily"
        return Bill(
            self.held.ref, self.held.family, self.held.vendor, self.held.program,
            self.held.description, stub, self.offer(picked).charges, discount,
        )

    def at(self, state: str, picked: Picked | None = None, **facts: Any) -> Case:
        """The same with its renewal in a state; `facts` replace what was recorded."""
        phase = self.family.workflow.state(state).phase
        recorded = self.ctx.renewal.facts.model_copy(update=facts)
        renewal = Renewal(state, phase, recorded, picked or self.ctx.renewal.picked)
        return replace(self, ctx=replace(self.ctx, renewal=renewal))

    def take(self, key: str, **values: Any) -> tuple[Case, Effect[Any, Any]]:
        """Takes a step by its key; raises Refused where a rule says no."""
        state = self.ctx.renewal.state
        step = next(step for step in self.family.workflow.steps_from(state) if step.key == key)
        refusal = step.ready(self.held, self.ctx) if step.ready else None
        given: BaseModel = step.needs(**values)
        if refusal is None and step.guard:
            refusal = step.guard(self.held, given, self.ctx)
        if refusal is not None:
            raise Refused(refusal)
        effect = step.effect(self.held, given, self.ctx) if step.effect else Effect()
        moved = self.at(step.to or state)
        facts = effect.facts if effect.facts is not None else self.ctx.renewal.facts
        details = effect.details if effect.details is not None else self.held.details
        ctx = replace(moved.ctx, renewal=replace(moved.ctx.renewal, facts=facts))
        return Case(self.family, replace(self.held, details=details), ctx), effect

    def happen(self, on: On, **values: Any) -> tuple[Case, Effect[Any, Any]]:
        """What happens on the desk takes the step that is bound to it."""
        steps = self.family.workflow.bound(on, self.ctx.renewal.state)
        picked = self.ctx.renewal.picked
        wanted = picked.option.accept if picked and on is On.ACCEPTED else ""
        step = next(step for step in steps if not wanted or step.key == wanted)
        return self.take(step.key, **values)

    def store_quote(self, picked: Picked) -> Case:
        stored, _ = self.happen(On.QUOTE_STORED)
        return stored.at(stored.ctx.renewal.state, picked)

    def open_points(self, picked: Picked) -> list[Text]:
        """What would refuse an order of what was picked, before anything is typed."""
        steps = self.family.workflow.bound(On.ACCEPTED, self.ctx.renewal.state)
        bound = [step for step in steps if step.key == (picked.option.accept or step.key)]
        found = [step.ready(self.held, self.ctx) for step in bound if step.ready]
        return [text for text in found if text is not None]


class Refused(Exception):
    """A step that a rule does not allow; `text` is the family's reason."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.message.format_map(dict(text.args)))
        self.text = text


def situate(
    family: Family[Any, Any, Any],
    held: Entitlement[Any],
    as_of: date = AS_OF,
    *,
    rules: Sequence[PolicyRow] = (),
    holdings: Sequence[Holding[Any]] = (),
    settings: BaseModel | None = None,
) -> Case:
    policy = Policy(PolicyBook([*family.policy, *rules]), held.vendor, family.key, "EMEA", as_of)
    first = family.workflow.first
    products = [product for product in family.catalogue if product.vendor == held.vendor]
    ctx = Context(
        as_of, "EMEA", situation_on(held.period.end, policy), settings or family.settings(),
        Renewal(first.key, first.phase, family.facts()), policy, Catalogue(products),
        tuple(holdings),
    )
    return Case(family, held, ctx)


def align(cases: Mapping[str, Case], align: Align) -> dict[str, Picked]:
    """Cases by the option chosen for each, co-termed."""
    chosen = [Chosen(case.held.ref, case.option(key)) for key, case in cases.items()]
    spans = periods(chosen, align)
    return {
        key: case.pick(key, period=span)
        for (key, case), span in zip(cases.items(), spans, strict=True)
    }


def price(
    bills: Sequence[Bill], rows: Sequence[PriceRow], as_of: date = AS_OF
) -> dict[str, Line]:
    """The lines of a quote by the id of their charge; of several entitlements the last's."""
    return {line.charge: line for line in price_bills(bills, Market(PriceBook(rows), "EUR", as_of))}


def row(vendor: str, sku: str, cents: int, *, term: int = 12, least: int = 1) -> PriceRow:
    return PriceRow(
        vendor, sku, "", sku, "EUR", "", term, least, cents, None, date(2026, 1, 1), None
    )


def quote_discount(percent: str) -> Discount:
    return Discount(Decimal(percent))
