"""`resellerdesk orders`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.out import print_columns, print_json, say, tell
from resellerdesk.core.money import decimal_text
from resellerdesk.core.order import Ordered
from resellerdesk.core.pricing import Line
from resellerdesk.desk.issuing import draw_order
from resellerdesk.desk.ordering import OrderShown, give_out, list_orders, show_order
from resellerdesk.files.csv_out import csv_bytes
from resellerdesk.files.whole import written_after
from resellerdesk.translation.translate import Translator
from resellerdesk.translation.view_json import value_json


@click.command()
@click.argument("number", required=False)
@click.option("--format", "kind", type=click.Choice(["csv", "json", "pdf"]), default="json",
              show_default=True, help="What --out writes.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE",
              help="Write the order out: the history records that it was given out.")
@everywhere
@click.pass_obj
def orders(session: Session, number: str | None, kind: str, out: Path | None) -> None:
    """List what goes to each vendor, or show one order, or give it out."""
    if number is None:
        if out is not None:
            raise click.UsageError("--out wants the NUMBER of an order")
        _print([*list_orders(session.desk)], session)
        return
    shown = show_order(session.desk, number)
    if out is not None:
        with written_after(out, _content(session, shown, kind)):
            give_out(session.desk, number, str(out))
        shown = show_order(session.desk, number)
    elif kind == "csv" and not session.json:
        click.echo(_csv(shown, session.translator).decode("utf-8-sig"), nl=False)
        return
    _print([shown], session)


def _content(session: Session, shown: OrderShown, kind: str) -> bytes:
    if kind == "csv":
        return _csv(shown, session.translator)
    if kind == "pdf":
        return draw_order(session.desk, shown.order)
    document = _document(shown, session.translator)
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _print(found: list[OrderShown], session: Session) -> None:
    if session.json:
        print_json([_document(shown, session.translator) for shown in found])
        return
    if not found:
        tell("no orders yet; accept makes them")
        return
    print_columns(
        ["Order", "Vendor", "Quote", "Purchase order", "Status", "As of", "Given out"],
        [
            [s.order.number, s.order.vendor, s.order.quote, s.order.purchase_order, s.status,
             str(s.order.as_of), s.given_out or ""]
            for s in found
        ],
    )
    if len(found) == 1:
        for part in found[0].order.ordered:
            for line in part.lines:
                say(f"  {line.ref}  {line.sku}  {line.period.start} {line.period.end}  "
                    f"{line.quantity}")


def _document(shown: OrderShown, translator: Translator) -> dict[str, Any]:
    order = shown.order
    return {
        "number": order.number, "vendor": order.vendor, "quote": order.quote,
        "revision": order.revision, "customer_id": order.customer.id,
        "customer": order.customer.name, "purchase_order": order.purchase_order,
        "status": shown.status, "as_of": order.as_of.isoformat(), "given_out": shown.given_out,
        "currency": order.currency, "by": shown.by,
        "lines": [_line(part, line, order.currency, translator)
                  for part in order.ordered for line in part.lines],
    }


def _line(part: Ordered, line: Line, currency: str, translator: Translator) -> dict[str, Any]:
    cost, known = line.unit_cost, line.unit_cost is not None
    return {
        "ref": line.ref, "family": line.family, "sku": line.sku,
        "description": translator.text(line.description), "kind": line.kind,
        "start": line.period.start.isoformat(), "end": line.period.end.isoformat(),
        "quantity": line.quantity,
        "unit_cost": decimal_text(cost, currency) if cost is not None else None,
        "cost": decimal_text((cost or 0) * line.quantity, currency) if known else None,
        "for_vendor": {
            fact.key: value_json(fact.value, translator, currency) for fact in part.for_vendor
        },
    }


def _csv(shown: OrderShown, translator: Translator) -> bytes:
    """A row for each line; what the vendor asks for stands in columns of its own."""
    document = _document(shown, translator)
    asked = list(dict.fromkeys(key for line in document["lines"] for key in line["for_vendor"]))
    head = ["order", "vendor", "purchase_order", "customer_id", "customer"]
    columns = ["ref", "sku", "description", "kind", "start", "end", "quantity", "unit_cost",
               "cost"]
    first = [document["number"], *(document[name] for name in head[1:])]
    rows = [
        [*first, *(_cell(line[name]) for name in columns), document["currency"],
         *(_cell(line["for_vendor"].get(key)) for key in asked)]
        for line in document["lines"]
    ]
    return csv_bytes([*head, *columns, "currency", *asked], rows)


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
