"""The main job without a terminal: import, due, quote, PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from resellerdesk.core.money import decimal_text
from resellerdesk.core.quote import Numbered
from resellerdesk.demo.fill import fill
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.issuing import issued_pdf
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.quoting_customers import quote_customer
from resellerdesk.desk.worklist import WITHIN_DAYS, DueQuery, due
from resellerdesk.files.whole import write_whole


def run_main_job(desk: Desk, folder: Path, as_of: date) -> dict[str, Any]:
    """Imports the samples and quotes what is due, one quote and PDF a customer."""
    reports = fill(desk)
    rows = due(desk, DueQuery(), as_of)
    customers = dict.fromkeys(row.record.held.columns.customer_id for row in rows)
    made = [
        quote_customer(
            desk, customer, "", WITHIN_DAYS, as_of,
            lambda refs: make_quote(desk, _request(refs), as_of),
        ).quote
        for customer in customers
    ]
    exports = desk.extensions.layouts
    return {
        "imported": sum(report.created for report in reports if report.layout in exports),
        "due": len(rows),
        "quotes": [_written(desk, quote, folder) for quote in made if quote is not None],
    }


def _request(refs: tuple[str, ...]) -> QuoteRequest:
    """Several renewals of a customer are aligned to one end."""
    return QuoteRequest(refs, align="auto" if len(refs) > 1 else None)


def _written(desk: Desk, numbered: Numbered, folder: Path) -> dict[str, str]:
    number = str(numbered.number)
    path = folder / f"{number}.pdf"
    write_whole(path, issued_pdf(desk, number, numbered.revision))
    quote = numbered.quote
    return {"number": number, "total": decimal_text(quote.total, quote.currency),
            "currency": quote.currency, "pdf": str(path)}
