"""An order as a vendor gets it: a table, a document, or a sheet to print (docs/cli.md, orders)."""

from __future__ import annotations

import json
from typing import Any

from resellerdesk.core.money import decimal_text
from resellerdesk.core.order import Ordered
from resellerdesk.core.pricing import Line
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.issuing import draw_order
from resellerdesk.desk.ordering import OrderShown
from resellerdesk.files.csv_out import csv_bytes
from resellerdesk.translation.translate import Translator
from resellerdesk.translation.view_json import value_json

KINDS = ("csv", "json", "pdf")


def order_content(desk: Desk, shown: OrderShown, kind: str, translator: Translator) -> bytes:
    """The file of one of the `KINDS`."""
    if kind == "csv":
        return order_csv(shown, translator)
    if kind == "pdf":
        return draw_order(desk, shown.order)
    document = order_json(shown, translator)
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def order_json(shown: OrderShown, translator: Translator) -> dict[str, Any]:
    """Under the keys of docs/cli.md; costs are the reseller's own and their vendor's."""
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


def order_csv(shown: OrderShown, translator: Translator) -> bytes:
    """A row for each line; what the vendor asks for stands in columns of its own."""
    document = order_json(shown, translator)
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
