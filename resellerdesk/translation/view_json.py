"""The customer's view of a quote as JSON: the same on the command line and inside the PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from resellerdesk.core.customer_view import CustomerView, ViewAlternative, ViewLine
from resellerdesk.core.fact import Fact, Table
from resellerdesk.core.last_year import LastYear
from resellerdesk.core.money import Money, decimal_text, percent_text
from resellerdesk.core.tax import TaxLine
from resellerdesk.core.text import Text, Value
from resellerdesk.core.view_ladder import ViewLadder
from resellerdesk.translation.translate import Translator


def quote_json(view: CustomerView, translator: Translator) -> dict[str, Any]:
    """A quote under the keys of docs/cli.md, as far as the customer may see it.

    Besides them each line has `how` (empty where there is nothing to explain) and `facts`, and
    the quote has `tables`: the rows of all its tables by their key, each with its line's `ref`;
    `last_year`: what its terms came to before and come to now, by the year and before tax, or
    null; `late`: what it would cost to wait; and `levels`: the other options of its lines for the
    same days, each with its difference before tax.
    """
    return {
        "number": view.number,
        "revision": view.revision,
        "customer_id": view.customer.id,
        "currency": view.currency,
        "as_of": view.as_of.isoformat(),
        "valid_until": view.valid_until.isoformat(),
        "valid_reason": translator.text(view.valid_reason),
        "language": view.language,
        **_priced(view, view.currency, translator),
        "alternatives": [
            {
                "key": other.key,
                "title": translator.text(other.title),
                **_priced(other, view.currency, translator),
            }
            for other in view.alternatives
        ],
        "notes": [translator.text(note) for note in view.notes],
        "tables": _tables(view.tables, view.currency, translator),
        "last_year": _last_year(view.last_year, view.currency),
        "late": [
            {"days": one.days, "refs": list(one.refs),
             "amount": decimal_text(one.amount, view.currency)}
            for one in view.late
        ],
        "levels": [_ladder(ladder, view.currency, translator) for ladder in view.ladders],
    }


def value_json(value: Value, translator: Translator, currency: str = "") -> str | int | None:
    """A fact or a cell as JSON: numbers and truth as they are, all else as a string.

    Money is a plain decimal where its currency stands beside it (`currency`), and names it where
    it is another: `12.00 USD`.
    """
    match value:
        case Money(amount, own):
            plain = decimal_text(amount, own)
            return plain if own == currency else f"{plain} {own}"
        case Decimal():
            return percent_text(value) if value.is_finite() else str(value)
        case date():
            return value.isoformat()
        case Text():
            return translator.text(value)
    return value


def table_json(
    table: Table, translator: Translator, currency: str = ""
) -> list[dict[str, str | int | None]]:
    """The rows of a table as objects, by the keys of its columns."""
    keys = [key for key, _ in table.columns]
    return [
        {key: value_json(cell, translator, currency) for key, cell in zip(keys, row, strict=True)}
        for row in table.rows
    ]


def _tables(
    tables: Sequence[Table], currency: str, translator: Translator
) -> dict[str, list[dict[str, str | int | None]]]:
    # Two lines may each bring a table of the same key: then its rows follow one another, and each
    # says whose it is.
    found: dict[str, list[dict[str, str | int | None]]] = {}
    for table in tables:
        whose = {"ref": table.ref} if table.ref else {}
        rows = table_json(table, translator, currency)
        found.setdefault(table.key, []).extend({**whose, **row} for row in rows)
    return found


def _last_year(known: LastYear | None, currency: str) -> dict[str, str | None] | None:
    if known is None:
        return None
    return {
        "before": decimal_text(known.before, currency),
        "now": decimal_text(known.now, currency),
        "difference": decimal_text(known.difference, currency),
        "percent": None if known.percent is None else percent_text(known.percent),
    }


def _ladder(ladder: ViewLadder, currency: str, translator: Translator) -> dict[str, Any]:
    return {
        "refs": list(ladder.refs),
        "options": [
            {
                "key": rung.key,
                "title": translator.text(rung.title),
                "difference": decimal_text(rung.difference, currency),
                "quoted": rung.is_quoted,
                "current": rung.is_current,
                "facts": _facts(rung.facts, currency, translator),
            }
            for rung in ladder.rungs
        ],
    }


def _priced(
    priced: CustomerView | ViewAlternative, currency: str, translator: Translator
) -> dict[str, Any]:
    return {
        "lines": [_line(line, currency, translator) for line in priced.lines],
        "subtotal": decimal_text(priced.subtotal, currency),
        "tax": [_tax(tax, currency, translator) for tax in priced.taxes],
        "total": decimal_text(priced.total, currency),
    }


def _line(line: ViewLine, currency: str, translator: Translator) -> dict[str, Any]:
    return {
        "ref": line.ref,
        "family": line.family,
        "sku": line.sku,
        "description": translator.text(line.description),
        "kind": line.kind,
        "start": line.period.start.isoformat(),
        "end": line.period.end.isoformat(),
        "days": line.period.days,
        "quantity": line.quantity,
        "unit_list": decimal_text(line.unit_list, currency),
        "discount_percent": percent_text(line.discount_percent),
        "unit_net": decimal_text(line.unit_net, currency),
        "amount": decimal_text(line.amount, currency),
        "how": translator.text(line.how) if line.how is not None else "",
        "facts": _facts(line.facts, currency, translator),
    }


def _facts(
    facts: Sequence[Fact], currency: str, translator: Translator
) -> dict[str, str | int]:
    """By their keys; what has no value is empty, for no field of a line is null."""
    values = {fact.key: value_json(fact.value, translator, currency) for fact in facts}
    return {key: "" if value is None else value for key, value in values.items()}


def _tax(tax: TaxLine, currency: str, translator: Translator) -> dict[str, str]:
    return {
        "label": translator.text(tax.label),
        "rate": percent_text(tax.rate),
        "base": decimal_text(tax.base, currency),
        "amount": decimal_text(tax.amount, currency),
        "note": translator.text(tax.note),
    }
