"""`resellerdesk customers`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.out import print_columns, print_json, say, tell
from resellerdesk.core.customer import Customer
from resellerdesk.core.money import percent_text
from resellerdesk.desk.customers import CustomerShown, list_customers, show_customer
from resellerdesk.translation.translate import Translator


@click.command()
@click.argument("number", required=False, metavar="[ID]")
@everywhere
@click.pass_obj
def customers(session: Session, number: str | None) -> None:
    """List the customers, or show one with contacts, holdings and findings."""
    if number is None:
        _list(session)
        return
    shown = show_customer(session.desk, number, session.as_of)
    document = _document(shown, session.translator)
    if session.json:
        print_json(document)
        return
    for name in ("id", "name", "country", "region", "currency", "program", "vat_number", "owner"):
        say(f"{name:12} {document[name]}")
    for contact in document["contacts"]:
        say(f"contact      {contact['name']} {contact['email']} {contact['phone']}")
    titles = ["End", "Ref", "What", "Qty", "Situation", "State"]
    fields = ("end", "ref", "description", "quantity", "situation", "state")
    print_columns(titles, [[str(held[f]) for f in fields] for held in document["holdings"]],
                  align="   >")
    for finding in document["findings"]:
        say(f"! {finding['text']}")


def _list(session: Session) -> None:
    found = list_customers(session.desk)
    if session.json:
        print_json([_customer(customer) for customer in found])
    elif not found:
        tell("no customers yet; import a file of customers")
    else:
        fields = ("id", "name", "country", "currency", "program", "owner")
        print_columns(["Number", "Name", "Country", "Currency", "Program", "Owner"],
                      [[str(getattr(customer, f)) for f in fields] for customer in found])


def _customer(customer: Customer) -> dict[str, Any]:
    rate = customer.tax_rate
    return {**asdict(customer), "tax_rate": None if rate is None else percent_text(rate)}


def _document(shown: CustomerShown, translator: Translator) -> dict[str, Any]:
    customer = shown.customer
    contacts = [asdict(contact) for contact in shown.contacts]
    if not contacts and customer.email:
        contacts = [{"name": "", "email": customer.email, "phone": ""}]
    return {
        **_customer(customer),
        "contacts": contacts,
        "holdings": [
            {
                "ref": record.held.ref, "family": record.held.family,
                "description": record.held.columns.description,
                "quantity": record.held.columns.quantity,
                "end": record.held.columns.period.end.isoformat(),
                "situation": situation.value, "state": record.cycle.state,
                "phase": record.cycle.phase.value,
            }
            for record, situation in shown.holdings
        ],
        "findings": [
            {"key": finding.key, "text": translator.text(finding.text)}
            for finding in shown.findings
        ],
    }
