"""`resellerdesk due` and `resellerdesk show`."""

from __future__ import annotations

from typing import Any

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.out import print_columns, print_json, say, tell
from resellerdesk.core.fact import Fact
from resellerdesk.core.history import told
from resellerdesk.core.money import decimal_text
from resellerdesk.desk.showing import Shown
from resellerdesk.desk.showing import show as show_one
from resellerdesk.desk.worklist import WITHIN_DAYS, DueQuery, DueRow
from resellerdesk.desk.worklist import due as due_rows
from resellerdesk.translation.translate import Translator
from resellerdesk.translation.view_json import table_json, value_json


@click.command()
@click.option("--within", type=click.IntRange(min=0), default=WITHIN_DAYS, show_default=True,
              metavar="DAYS", help="Ending within so many days; what is past its end counts.")
@click.option("--family", default="", metavar="KEY", help="Of one product family.")
@click.option("--customer", default="", metavar="ID", help="Of one customer.")
@click.option("--owner", default="", metavar="USER", help="Looked after by one rep.")
@click.option("--state", default="", metavar="KEY", help="In one state of the workflow.")
@click.option("--phase", default="", metavar="KEY", help="open, quoted or ordered.")
@click.option("--search", default="", metavar="TEXT", help="Parts of names, numbers, products.")
@everywhere
@click.pass_obj
def due(session: Session, /, **query: Any) -> None:
    """List the renewals that are due, by end."""
    rows = due_rows(session.desk, DueQuery(**query), session.as_of)
    if session.json:
        print_json([_due_json(row, session.translator) for row in rows])
        return
    if not rows:
        tell("nothing is due; import a vendor's export, or look further ahead with --within")
        return
    _print_due(rows)


def _due_json(row: DueRow, translator: Translator) -> dict[str, Any]:
    held, cycle = row.record.held, row.record.cycle
    document = {
        "ref": held.ref,
        "family": held.family,
        "customer_id": held.columns.customer_id,
        "customer": row.record.customer,
        "description": held.columns.description,
        "quantity": held.columns.quantity,
        "end": held.columns.period.end.isoformat(),
        "days_left": row.days_left,
        "situation": row.situation.value,
        "state": cycle.state,
        "phase": cycle.phase.value,
        "owner": cycle.owner,
        "value": _value(row),
        "currency": row.record.currency,
    }
    return document | ({"fault": translator.text(row.fault)} if row.fault else {})


def _value(row: DueRow) -> str | None:
    if row.value is None or row.value.amount is None:
        return None
    return decimal_text(row.value.amount, row.record.currency)


def _print_due(rows: Any) -> None:
    print_columns(
        ["End", "Days", "Ref", "Customer", "What", "Qty", "State", "Value", ""],
        [
            [
                row.record.held.columns.period.end.isoformat(), str(row.days_left),
                row.record.held.ref, row.record.customer, row.record.held.columns.description,
                str(row.record.held.columns.quantity), row.record.cycle.state,
                _value(row) or ("fault" if row.fault else "no price"), row.record.currency,
            ]
            for row in rows
        ],
        align=" >   > >",
    )


@click.command()
@click.argument("ref")
@everywhere
@click.pass_obj
def show(session: Session, ref: str) -> None:
    """Show all that is known of one entitlement."""
    shown = show_one(session.desk, ref, session.as_of)
    document = _show_json(shown, session.translator)
    if session.json:
        print_json(document)
        return
    for name, value in document.items():
        _print_entry(name, value)


def _show_json(shown: Shown, translator: Translator) -> dict[str, Any]:
    held, cycle = shown.record.held, shown.record.cycle
    columns, currency = held.columns, shown.record.currency
    amount = shown.value.amount if shown.value is not None else None
    facts = {
        item.key: value_json(item.value, translator, currency)
        if isinstance(item, Fact)
        else table_json(item, translator, currency)
        for item in shown.shown
    }
    document: dict[str, Any] = {
        "ref": held.ref, "family": held.family, "vendor": columns.vendor,
        "customer_id": columns.customer_id, "customer": shown.record.customer,
        "sku": columns.sku, "description": columns.description, "quantity": columns.quantity,
        "program": columns.program, "region": shown.record.region, "team": shown.team,
        "start": columns.period.start.isoformat(), "end": columns.period.end.isoformat(),
        "grace_end": shown.grace_end.isoformat(), "situation": shown.situation.value,
        "state": cycle.state, "phase": cycle.phase.value, "owner": cycle.owner,
        "value": None if amount is None else decimal_text(amount, currency), "currency": currency,
        "details": dict(columns.details), "facts": {**cycle.facts, **facts},
        "quotes": [{"number": head.number, "revision": head.revision, "status": head.status}
                   for head in shown.quotes],
        "history": [
            {"at": event.at.isoformat(), "by": event.by, "what": translator.text(told(event))}
            for event in shown.history
        ],
        "findings": [
            {"key": finding.key, "text": translator.text(finding.text)}
            for finding in shown.findings
        ],
    }
    return document | ({"fault": translator.text(shown.fault)} if shown.fault else {})


def _print_entry(name: str, value: Any) -> None:
    """One field of `show`: a line, or a line for each thing in it."""
    if isinstance(value, dict):
        value = [{"": f"{key}: {inner}"} for key, inner in value.items()]
    if not isinstance(value, list):
        if value not in ("", None):
            say(f"{name:12} {value}")
        return
    for entry in value:
        say(f"{name:12} {'  '.join(str(part) for part in entry.values())}")
        name = ""


