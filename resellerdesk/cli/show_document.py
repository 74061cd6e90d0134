"""One entitlement with all that is known of it, as JSON and as text."""

from __future__ import annotations

from typing import Any

from resellerdesk.cli.context import Session
from resellerdesk.cli.out import say
from resellerdesk.core.fact import Fact
from resellerdesk.core.history import told
from resellerdesk.core.money import decimal_text
from resellerdesk.desk.listing_quotes import status_on
from resellerdesk.desk.showing import Shown
from resellerdesk.translation.view_json import table_json, value_json


def show_document(session: Session, shown: Shown) -> dict[str, Any]:
    """All that is known of one entitlement, under the keys of docs/cli.md."""
    translator = session.translator
    held, cycle = shown.record.held, shown.record.cycle
    columns, currency = held.columns, shown.record.currency
    follow, missing = cycle.standing.follow_on, shown.record.missing_since
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
        "state": cycle.state, "phase": cycle.phase.value, "owner": cycle.standing.owner,
        "follow_on": None if follow is None else follow.isoformat(),
        "follow_text": cycle.standing.follow_text, "order": cycle.standing.order_number,
        "missing_since": None if missing is None else missing.isoformat(),
        "value": None if amount is None else decimal_text(amount, currency), "currency": currency,
        "details": dict(columns.details), "facts": {**cycle.standing.facts, **facts},
        "quotes": [{"number": head.number, "revision": head.revision,
                    "status": status_on(head.status, head.valid_until, session.as_of)}
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


def print_shown(document: dict[str, Any]) -> None:
    """The same as lines of text."""
    for name, value in document.items():
        _print_entry(name, value)


def _print_entry(name: str, value: Any) -> None:
    """One field of `show`: a line, or a line for each thing in it."""
    if isinstance(value, dict):
        value = [{"": f"{key}: {_word(inner)}"} for key, inner in value.items() if _word(inner)]
    if not isinstance(value, list):
        if value not in ("", None):
            say(f"{name:12} {value}")
        return
    for entry in value:
        say(f"{name:12} {'  '.join(str(part) for part in entry.values())}")
        name = ""


def _word(value: Any) -> str:
    """A value in words: empty where there is none to say."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None or value in ([], {}) else str(value)
