"""All that is known of one entitlement (docs/cli.md, show)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from resellerdesk.core.entitlement import AnyEntitlement
from resellerdesk.core.fact import Fact, Finding, Table
from resellerdesk.core.history import Event
from resellerdesk.core.missing import missing_since
from resellerdesk.core.option import Option
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.situation import Situation
from resellerdesk.core.text import T, Text
from resellerdesk.core.value import Value
from resellerdesk.core.vat_number import is_valid
from resellerdesk.desk.case import Case, load_cases, situation_of
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.offering import options_of
from resellerdesk.desk.papers import Papers
from resellerdesk.desk.resolving import resolve
from resellerdesk.desk.rules import Rules, load_rules
from resellerdesk.desk.valuing import Valued, values_of
from resellerdesk.extensions.fault import Faulted, PluginFault
from resellerdesk.store.customers import find_customer
from resellerdesk.store.engine import Database
from resellerdesk.store.events import history_of
from resellerdesk.store.findings import findings_of
from resellerdesk.store.quotes import QuoteHead, quotes_naming
from resellerdesk.store.renewals import Record


@dataclass(frozen=True, slots=True)
class Shown:
    """One entitlement and its renewal, with history, findings and quotes.

    `entitlement` is None where its family is not loaded or cannot read it; then the columns of
    `record` are all there is, and `fault` says why.
    """

    record: Record
    entitlement: AnyEntitlement | None
    situation: Situation
    grace_end: date
    team: str
    value: Value | None
    shown: tuple[Fact | Table, ...]
    options: tuple[Option, ...]
    history: Sequence[Event]
    findings: tuple[Finding, ...]
    quotes: Sequence[QuoteHead]
    fault: Text | None


def show(desk: Desk, ref: str, as_of: date) -> Shown:
    """Raises Refusal for a REF that names nothing or several things."""
    return show_each(desk, [ref], as_of)[0]


def show_each(desk: Desk, refs: Sequence[str], as_of: date) -> list[Shown]:
    """The same of several, all at one moment."""
    with desk.store.read() as db:
        rules, papers = load_rules(desk, db, as_of), Papers()
        found = [resolve(db, ref) for ref in refs]
        cases = load_cases(desk, db, rules, found, papers)
        valued = values_of(desk, db, rules, found, papers)
        return [_shown(desk, db, rules, one, cases.get(one.held.id), valued) for one in found]


def _shown(
    desk: Desk, db: Database, rules: Rules, record: Record, case: Case | PluginFault | None,
    valued: Valued,
) -> Shown:
    situation, grace_end = situation_of(desk, rules, record)
    columns = record.held.columns
    policy = rules.policy(columns.vendor, record.held.family, record.region)
    told: tuple[tuple[Fact | Table, ...], tuple[Option, ...], tuple[Finding, ...]] = ((), (), ())
    fault: Text | None = None
    if isinstance(case, Case):
        try:
            told = _told(desk, case)
        except (Faulted, Refusal) as error:
            fault = error.fault.text if isinstance(error, Faulted) else error.text
    elif isinstance(case, PluginFault):
        fault = case.text
    else:
        fault = T("no plugin for family {family} is loaded", family=record.held.family)
    if fault is None and record.cycle.id in valued.faults:
        fault = valued.faults[record.cycle.id].text
    findings = (*told[2], *_stored_findings(db, record))
    return Shown(
        record, case.entitlement if isinstance(case, Case) else None, situation, grace_end,
        policy.value("renewals_team") or "", valued.values.get(record.cycle.id), told[0], told[1],
        [entry.event for entry in history_of(db, record.held.id)], findings,
        quotes_naming(db, record.cycle.id), fault,
    )


def _told(
    desk: Desk, case: Case
) -> tuple[tuple[Fact | Table, ...], tuple[Option, ...], tuple[Finding, ...]]:
    """What the family itself says: facts and tables, options, findings."""
    guard, family = desk.extensions.guard, case.family
    shown = guard.several(
        case.where("facts_shown"), (Fact, Table), family.facts_shown, case.entitlement, case.ctx
    )
    found = guard.several(
        case.where("findings"), Finding, family.findings, case.entitlement, case.ctx
    )
    return shown, options_of(desk, case), found


def _stored_findings(db: Database, record: Record) -> list[Finding]:
    number, since = record.held.columns.customer_id, record.missing_since
    marked = [] if since is None else [missing_since(record.held.ref, since)]
    imported = findings_of(db, entitlement_id=record.held.id)
    return [*marked, *imported, *customer_findings(db, number)]


def customer_findings(db: Database, number: str) -> list[Finding]:
    """What an import said of a customer, and a VAT number that fails its check digits."""
    found = list(findings_of(db, customer_id=number))
    customer = find_customer(db, number)
    if customer and customer.vat_number and not is_valid(customer.vat_number, customer.country):
        found.append(
            Finding(
                "vat_number",
                T("VAT number {number} of {customer} fails the check of {country}",
                  number=customer.vat_number, customer=customer.name, country=customer.country),
            )
        )
    return found
