"""A quote as JSON: the customer's view, and what the reseller alone may see beside it."""

from __future__ import annotations

from typing import Any

from resellerdesk.cli.context import Session
from resellerdesk.core.customer_view import customer_view
from resellerdesk.core.margin import margin_of, margin_percent
from resellerdesk.core.money import decimal_text, percent_text
from resellerdesk.core.pricing import Line
from resellerdesk.core.quote import Numbered, Quote
from resellerdesk.desk.listing_quotes import status_on
from resellerdesk.desk.live_points import points_now
from resellerdesk.desk.revising import Revised
from resellerdesk.store.quotes import StoredQuote
from resellerdesk.translation.view_json import quote_json


def quote_document(session: Session, numbered: Numbered, pdf: str | None) -> dict[str, Any]:
    """A quote under the keys of docs/cli.md; `pdf` is the file that it was written to."""
    quote = numbered.quote
    document = quote_json(customer_view(numbered), session.translator_for(quote.language))
    status = status_on(numbered.status, quote.validity.until, session.as_of)
    head = {"number": document.pop("number"), "revision": document.pop("revision"),
            "status": status}
    rep = session.translator
    points = [{"ref": point.ref, "text": rep.text(point.text)} for point in quote.open_points]
    return {**head, **document, "open_points": points, "pdf": pdf}


def stored_document(
    session: Session, stored: StoredQuote, pdf: str | None
) -> dict[str, Any]:
    """A stored quote, with what is still missing of it now."""
    numbered = Numbered(stored.quote, stored.number, stored.revision, stored.status)
    points = points_now(session.desk, stored, session.as_of)
    return {
        **quote_document(session, numbered, pdf),
        "open_points": [
            {"ref": point.ref, "text": session.translator.text(point.text)} for point in points
        ],
    }


def changes_document(session: Session, revised: Revised) -> list[dict[str, Any]]:
    """What a revision changed, line by line; a side is null where the line was not there."""
    currency = revised.numbered.quote.currency

    def side(line: Line | None) -> dict[str, Any] | None:
        if line is None:
            return None
        return {
            "start": line.period.start.isoformat(), "end": line.period.end.isoformat(),
            "quantity": line.quantity, "unit_list": decimal_text(line.unit_list, currency),
            "discount_percent": percent_text(line.discount.percent),
            "unit_net": decimal_text(line.unit_net, currency),
            "amount": decimal_text(line.amount, currency),
        }

    return [
        {
            "ref": change.line.ref, "sku": change.line.sku, "kind": change.line.kind,
            "before": side(change.before), "after": side(change.after),
            "difference": decimal_text(change.difference, currency),
        }
        for change in revised.changes
    ]


def with_margin(document: dict[str, Any], quote: Quote) -> dict[str, Any]:
    """The same with the reseller's own figures on each line, and in sum."""
    lines = [
        {**shown, **_margin(line, quote.currency)}
        for shown, line in zip(document["lines"], quote.lines, strict=True)
    ]
    total = margin_of(quote.lines)
    return {
        **document, "lines": lines,
        "margin": None if total is None else decimal_text(total, quote.currency),
        "margin_percent": margin_percent(total, quote.subtotal),
    }


def _margin(line: Line, currency: str) -> dict[str, str | None]:
    if line.unit_cost is None or line.margin is None:
        return {"unit_cost": None, "margin": None, "margin_percent": None}
    return {
        "unit_cost": decimal_text(line.unit_cost, currency),
        "margin": decimal_text(line.margin, currency),
        "margin_percent": margin_percent(line.margin, line.amount),
    }
