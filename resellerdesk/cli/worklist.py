"""`resellerdesk due` and `resellerdesk show`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.out import print_columns, print_json, say, tell
from resellerdesk.cli.show_document import print_shown, show_document
from resellerdesk.core.money import decimal_text
from resellerdesk.desk.showing import show as show_one
from resellerdesk.desk.worklist import WITHIN_DAYS, DueQuery, DueRow
from resellerdesk.desk.worklist import due as due_rows
from resellerdesk.translation.translate import Translator

SHOWN_FAULTS = 20


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
    _print_faults(rows, session.translator)


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
        "owner": cycle.standing.owner,
        "value": _value(row),
        "currency": row.record.currency,
    }
    if row.record.missing_since is not None:
        document["missing_since"] = row.record.missing_since.isoformat()
    return document | ({"fault": translator.text(row.fault)} if row.fault else {})


def _value(row: DueRow) -> str | None:
    if row.value is None or row.value.amount is None:
        return None
    return decimal_text(row.value.amount, row.record.currency)


def _print_due(rows: Sequence[DueRow]) -> None:
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


def _print_faults(rows: Sequence[DueRow], translator: Translator) -> None:
    """Where a plugin failed, a line each; of many the first ones."""
    faults = [translator.text(row.fault) for row in rows if row.fault is not None]
    for line in faults[:SHOWN_FAULTS]:
        say(f"! {line}")
    if len(faults) > SHOWN_FAULTS:
        say(f"! and {len(faults) - SHOWN_FAULTS} more (--json lists all)")


@click.command()
@click.argument("ref")
@everywhere
@click.pass_obj
def show(session: Session, ref: str) -> None:
    """Show all that is known of one entitlement."""
    document = show_document(session, show_one(session.desk, ref, session.as_of))
    if session.json:
        print_json(document)
    else:
        print_shown(document)
