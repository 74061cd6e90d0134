"""One entitlement with all that is known of it, as JSON and as text."""

from __future__ import annotations

from typing import Any

from resellerdesk.cli.context import Session
from resellerdesk.cli.fact_text import print_records, word
from resellerdesk.cli.out import say
from resellerdesk.core.fact import Fact
from resellerdesk.core.history import Event, tables_left, told
from resellerdesk.core.money import decimal_text
from resellerdesk.desk.listing_quotes import status_on
from resellerdesk.desk.showing import Shown
from resellerdesk.translation.translate import Translator
from resellerdesk.translation.view_json import table_json, value_json
from resellerdesk.translation.visible import visible_lines

_BELOW = " " * 15
"""Where stands what is more than one line, below the name of its fact."""


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
        "history": [_event_json(event, translator, currency) for event in shown.history],
        "findings": [
            {"key": finding.key, "text": translator.text(finding.text)}
            for finding in shown.findings
        ],
    }
    return document | ({"fault": translator.text(shown.fault)} if shown.fault else {})


def _event_json(event: Event, translator: Translator, currency: str) -> dict[str, Any]:
    """An entry of the history; a step's tables stand under their own names."""
    document: dict[str, Any] = {
        "at": event.at.isoformat(), "by": event.by, "what": translator.text(told(event)),
    }
    tables = {table.key: table_json(table, translator, currency) for table in tables_left(event)}
    return document | ({"tables": tables} if tables else {})


def print_shown(document: dict[str, Any]) -> None:
    """The same as lines of text."""
    for name, value in document.items():
        if name == "history":
            _print_history(value, document["facts"])
        else:
            _print_entry(name, value)


def _print_history(events: list[dict[str, Any]], facts: dict[str, Any]) -> None:
    """Each entry on a line, and below it the tables that do not stand among the facts already."""
    name = "history"
    for event in events:
        say(f"{name:12} {event['at']}  {event['by']}  {event['what']}")
        name = ""
        for key, rows in event.get("tables", {}).items():
            if rows and facts.get(key) != rows:
                _print_fact("", key, rows)


def _print_entry(name: str, value: Any) -> None:
    """One field of `show`: a line, or a line for each thing in it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            name = _print_fact(name, key, inner)
        return
    if not isinstance(value, list):
        if value not in ("", None):
            say(f"{name:12} {value}")
        return
    for entry in value:
        say(f"{name:12} {'  '.join(str(part) for part in entry.values())}")
        name = ""


def _print_fact(name: str, key: str, value: Any) -> str:
    """One fact: a line, or what takes several lines below its name; what stands before the next."""
    said = word(value)
    if not said:
        return name
    if isinstance(value, dict) and _is_long(value):
        say(f"{name:12} {key}:")
        for inner, part in value.items():
            _print_part(inner, word(part))
        return ""
    is_table = isinstance(value, list) and isinstance(value[0], dict)
    below = [] if is_table else visible_lines(said.strip("\n"))
    if is_table or len(below) > 1:
        said = ""
    say(f"{name:12} {key}: {said}".rstrip())
    if is_table:
        print_records(value, _BELOW)
    for line in below if len(below) > 1 else ():
        say(f"{_BELOW}{line}")
    return ""


def _is_long(value: dict[str, Any]) -> bool:
    """Whether the parts of a value want a line each."""
    return any(isinstance(part, dict) or "\n" in str(part) for part in value.values())


def _print_part(name: str, said: str) -> None:
    for n, line in enumerate(visible_lines(said.strip("\n")) if said else ()):
        say(f"{_BELOW}{name}: {line}" if n == 0 else f"{_BELOW}  {line}")
