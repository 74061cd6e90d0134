"""One entitlement as its family sees it: from stored columns to typed details and context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from resellerdesk.core.customer import Customer
from resellerdesk.core.entitlement import (
    AnyContext,
    AnyEntitlement,
    Context,
    Holding,
    Renewal,
)
from resellerdesk.core.option import Picked
from resellerdesk.core.order import Ordered
from resellerdesk.core.phase import Phase
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.situation import Situation, grace_end, situation_on
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.entitlements import entitlement_of, entitlements_of, read_model
from resellerdesk.desk.papers import Papers
from resellerdesk.desk.rules import Rules
from resellerdesk.extensions.fault import Faulted, PluginFault, Where
from resellerdesk.extensions.registry import LoadedFamily
from resellerdesk.sdk.family import AnyFamily, Family, Read
from resellerdesk.store.customers import find_customer
from resellerdesk.store.engine import Database
from resellerdesk.store.renewals import Record, holdings_of


@dataclass(frozen=True, slots=True)
class Case:
    """A record with its family's types, its customer, and its context on the as-of date.

    `accepted` is its part of the order that it is in.
    """

    record: Record
    loaded: LoadedFamily
    entitlement: AnyEntitlement
    ctx: AnyContext
    customer: Customer
    grace_end: date
    accepted: Ordered | None = None

    @property
    def ref(self) -> str:
        return self.record.held.ref

    @property
    def family(self) -> AnyFamily:
        return self.loaded.family

    def where(self, call: str) -> Where:
        return Where(self.loaded.plugin, self.loaded.version, call, self.ref)


def situation_of(desk: Desk, rules: Rules, record: Record) -> tuple[Situation, date]:
    """The situation and the last day of grace; frozen at the day of the order, once ordered."""
    columns = record.held.columns
    frozen = record.cycle.standing.ordered_on if record.cycle.phase is Phase.ORDERED else None
    policy = rules.policy(columns.vendor, record.held.family, record.region, frozen)
    end = columns.period.end
    situation = situation_on(end, policy)
    if situation is Situation.LAPSED and _is_past_its_last_day(desk, rules, record, policy.as_of):
        situation = Situation.GONE
    return situation, grace_end(end, policy)


def _is_past_its_last_day(desk: Desk, rules: Rules, record: Record, day: date) -> bool:
    """Whether its family sets a last day, and that is over. A family that fails sets none."""
    loaded = desk.extensions.families.get(record.held.family)
    if loaded is None or type(loaded.family).last_day is Family.last_day:
        return False
    columns, ref = record.held.columns, record.held.ref
    try:
        held = entitlement_of(desk, loaded, record.held, columns.program)
        last = desk.extensions.guard.optional(
            Where(loaded.plugin, loaded.version, "last_day", ref), date, loaded.family.last_day,
            held, rules.catalogue(columns.vendor, record.held.family),
        )
    except Faulted:
        return False
    return last is not None and day > last


def load_cases(
    desk: Desk, db: Database, rules: Rules, records: Sequence[Record],
    papers: Papers | None = None,
) -> dict[int, Case | PluginFault]:
    """The cases of some records by the entitlement's id; a fault in place of one that its
    family cannot read. Records of a family that is not loaded are left out. `papers` are those
    of a call that loads several times."""
    papers = papers or Papers()
    customers: dict[str, Customer] = {}
    holdings: dict[tuple[str, str], tuple[Holding[Any], ...]] = {}
    found: dict[int, Case | PluginFault] = {}
    for record in records:
        loaded = desk.extensions.families.get(record.held.family)
        if loaded is None:
            continue
        number = record.held.columns.customer_id
        if number not in customers:
            customer = find_customer(db, number)
            assert customer is not None  # a foreign key holds it
            customers[number] = customer
        try:
            key = (record.held.family, number)
            if Read.HOLDINGS in loaded.family.reads and key not in holdings:
                holdings[key] = _holdings(desk, db, loaded, number)
            accepted = papers.accepted(db, record)
            picked = accepted.item.picked if accepted is not None else papers.picked(db, record)
            around = _Around(customers[number], holdings.get(key, ()), accepted, picked)
            found[record.held.id] = _case(desk, rules, record, loaded, around)
        except Faulted as faulted:
            found[record.held.id] = faulted.fault
    return found


def load_case(
    desk: Desk, db: Database, rules: Rules, record: Record, papers: Papers | None = None
) -> Case:
    """One case. Raises Refusal where its family is not loaded or cannot read it."""
    return load_each(desk, db, rules, [record], papers)[0]


def load_each(
    desk: Desk, db: Database, rules: Rules, records: Sequence[Record],
    papers: Papers | None = None,
) -> list[Case]:
    """The case of each record. Raises Refusal where a family is not loaded or cannot read one."""
    found = load_cases(desk, db, rules, records, papers)
    return [_loaded(record, found.get(record.held.id)) for record in records]


def _loaded(record: Record, found: Case | PluginFault | None) -> Case:
    if found is None:
        raise Refusal(
            T("{ref}: no plugin for family {family} is loaded (see plugins)",
              ref=record.held.ref, family=record.held.family)
        )
    if isinstance(found, PluginFault):
        raise Refusal(found.text)
    return found


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a record: its customer, what else they hold, what was chosen."""

    customer: Customer
    holdings: tuple[Holding[Any], ...]
    accepted: Ordered | None
    picked: Picked | None


def _case(
    desk: Desk, rules: Rules, record: Record, loaded: LoadedFamily, around: _Around
) -> Case:
    held, cycle = record.held, record.cycle
    entitlement = entitlement_of(desk, loaded, held, around.customer.program)
    facts = read_model(desk, loaded, loaded.family.facts, cycle.standing.facts, held.ref)
    situation, last_grace = situation_of(desk, rules, record)
    vendor, family = held.columns.vendor, held.family
    settings = rules.settings[family]
    if isinstance(settings, PluginFault):
        raise Faulted(settings)
    ctx: AnyContext = Context(
        rules.as_of, record.region, situation, settings,
        Renewal(cycle.state, cycle.phase, facts, around.picked),
        rules.policy(vendor, family, record.region), rules.catalogue(vendor, family),
        around.holdings, around.customer.currency,
    )
    return Case(
        record, loaded, entitlement, ctx, around.customer, last_grace, around.accepted
    )


def _holdings(
    desk: Desk, db: Database, loaded: LoadedFamily, customer_id: str
) -> tuple[Holding[Any], ...]:
    """All that the customer holds of the family, in the order of references."""
    customer = find_customer(db, customer_id)
    assert customer is not None  # a foreign key holds it
    held = holdings_of(db, customer_id, loaded.family.key)
    records = sorted(held, key=lambda record: record.held.reference)
    found = []
    read = entitlements_of(desk, loaded, [(r.held, customer.program) for r in records])
    for record, entitlement in zip(records, read, strict=True):
        if isinstance(entitlement, PluginFault):
            raise Faulted(entitlement)
        found.append(Holding(entitlement, record.cycle.phase))
    return tuple(found)
