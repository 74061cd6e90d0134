"""Customers, and one of them with contacts, holdings and findings (docs/cli.md, customers)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from resellerdesk.core.customer import Customer
from resellerdesk.core.fact import Finding
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.situation import Situation
from resellerdesk.core.text import T
from resellerdesk.desk.case import situation_of
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.rules import load_rules
from resellerdesk.desk.showing import customer_findings
from resellerdesk.store.customers import Contact, all_customers, contacts_of, find_customer
from resellerdesk.store.renewals import Record, holdings_of


@dataclass(frozen=True, slots=True)
class CustomerShown:
    """A customer with all that the desk knows of them."""

    customer: Customer
    contacts: Sequence[Contact]
    holdings: Sequence[tuple[Record, Situation]]
    findings: Sequence[Finding]


def list_customers(desk: Desk) -> Sequence[Customer]:
    """Every customer, by number."""
    with desk.store.read() as db:
        return list(all_customers(db).values())


def show_customer(desk: Desk, number: str, as_of: date) -> CustomerShown:
    """Raises Refusal where no customer has that number."""
    with desk.store.read() as db:
        customer = find_customer(db, number)
        if customer is None:
            raise Refusal(T("there is no customer {number}; customers lists them", number=number))
        rules = load_rules(desk, db, as_of)
        held = holdings_of(db, number)
        return CustomerShown(
            customer, contacts_of(db, number),
            [(record, situation_of(desk, rules, record)[0]) for record in held],
            customer_findings(db, number),
        )
