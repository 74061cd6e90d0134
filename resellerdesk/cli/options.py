"""`resellerdesk options`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.fact_text import print_table
from resellerdesk.cli.out import print_columns, print_json, say, say_in_words
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
    telling = _telling_facts(found.options, translator)
    rows = []
    for item in found.options:
        marks = [name for name in ("recommended", "current") if getattr(item.option, name)]
        said = {fact.key: fact.value for fact in item.facts}
        rows.append([
            item.option.key, translator.text(item.option.title), item.period.start.isoformat(),
            item.period.end.isoformat(), _money(item.total, found.currency) or "no price",
            _money(item.difference, found.currency) or "",
            *(translator.value(said.get(key)) for key in telling), ", ".join(marks),
        ])
    titles = ["Option", "", "Start", "End", found.currency, "Difference", *telling.values(), ""]
    print_columns(titles, rows, align="    >>")
    for item in found.options:
        if item.option.recommended:
            _print_details(item, found.currency, translator)


def _telling_facts(options: Sequence[PricedOption], translator: Translator) -> dict[str, str]:
    """The facts in which the options differ, which are reasons to choose: keys and titles."""
    titles = {fact.key: translator.text(fact.title)
              for item in options for fact in item.facts if not fact.internal}
    values = [{fact.key: fact.value for fact in item.facts} for item in options]
    return {key: title for key, title in titles.items()
            if any(said.get(key) != values[0].get(key) for said in values)}


def _print_details(item: PricedOption, currency: str, translator: Translator) -> None:
    """What stands with the recommended option: add-ons, notes, tables."""
    for priced in item.addons:
        total = _money(priced.total, currency) or "no price"
        say(f"  +{priced.addon.key}  {translator.text(priced.addon.title)}  {total}")
    for note in (*item.notes, *([item.why] if item.why is not None else [])):
        say_in_words(translator.text(note), "  ")
    for table in item.tables:
        print_table(table, translator, currency, "  ")
