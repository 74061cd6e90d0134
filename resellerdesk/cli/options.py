"""`resellerdesk options`."""

from __future__ import annotations

from typing import Any

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.out import print_columns, print_json, say
from resellerdesk.core.money import decimal_text
from resellerdesk.desk.choosing import Choices, PricedOption, choices
from resellerdesk.translation.translate import Translator
from resellerdesk.translation.view_json import table_json, value_json


@click.command()
@click.argument("ref")
@everywhere
@click.pass_obj
def options(session: Session, ref: str) -> None:
    """List the ways to go on with one entitlement, each with its price before tax."""
    found = choices(session.desk, ref, session.as_of)
    if session.json:
        print_json(
            [_option_json(item, found.currency, session.translator) for item in found.options]
        )
        return
    _print(found, session.translator)


def _option_json(item: PricedOption, currency: str, translator: Translator) -> dict[str, Any]:
    option = item.option
    document: dict[str, Any] = {
        "key": option.key,
        "title": translator.text(option.title),
        "start": item.period.start.isoformat(),
        "end": item.period.end.isoformat(),
        "total": _money(item.total, currency),
        "difference": _money(item.difference, currency),
        "currency": currency,
        "recommended": option.recommended,
        "current": option.current,
        "addons": [
            {"key": priced.addon.key, "title": translator.text(priced.addon.title),
             "total": _money(priced.total, currency)}
            for priced in item.addons
        ],
        "facts": {
            fact.key: value_json(fact.value, translator, currency) for fact in item.facts
        },
        "notes": [translator.text(note) for note in item.notes],
    }
    if item.why is not None:
        document["why"] = translator.text(item.why)
    # Typed tables and facts of a family also stand under their own names.
    own = {table.key: table_json(table, translator, currency) for table in item.tables}
    return {**own, **document["facts"], **document}


def _money(amount: int | None, currency: str) -> str | None:
    return None if amount is None else decimal_text(amount, currency)


def _print(found: Choices, translator: Translator) -> None:
    rows = []
    for item in found.options:
        marks = [name for name in ("recommended", "current") if getattr(item.option, name)]
        rows.append([
            item.option.key, translator.text(item.option.title), item.period.start.isoformat(),
            item.period.end.isoformat(), _money(item.total, found.currency) or "no price",
            _money(item.difference, found.currency) or "", ", ".join(marks),
        ])
    print_columns(["Option", "", "Start", "End", found.currency, "Difference", ""], rows,
                  align="    >>")
    for item in found.options:
        for priced in item.addons if item.option.recommended else ():
            total = _money(priced.total, found.currency) or "no price"
            say(f"  +{priced.addon.key}  {translator.text(priced.addon.title)}  {total}")
        said = [*item.notes, *([item.why] if item.why is not None else [])]
        for note in said if item.option.recommended else ():
            say(f"  {translator.text(note)}")
