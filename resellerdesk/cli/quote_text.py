"""A quote as lines of text, for the person at the command line."""

from __future__ import annotations

from typing import Any

from resellerdesk.cli.context import Session
from resellerdesk.cli.fact_text import print_table
from resellerdesk.cli.out import print_columns, say, tell
from resellerdesk.core.customer_view import customer_view
from resellerdesk.core.quote import Numbered
from resellerdesk.desk.issuing import boxes_in


def print_quote(session: Session, numbered: Numbered, document: dict[str, Any]) -> None:
    """Lines, totals, notes and open points."""
    quote = numbered.quote
    name = f"{numbered.number} revision {numbered.revision}" if numbered.number else "not stored"
    if document["status"] != "open":
        name += f", {document['status']},"
    say(f"Quote {name} for {quote.customer.name}, {quote.currency}, as of {quote.as_of}")
    margin = "margin" in document
    titles = ["Ref", "What", "Start", "End", "Qty", "List", "Disc.", "Net", "Amount"]
    fields = ["ref", "description", "start", "end", "quantity", "unit_list", "discount_percent",
              "unit_net", "amount"]
    if margin:
        titles, fields = [*titles, "Margin"], [*fields, "margin"]
    rows = [
        ["unknown" if line[field] is None else str(line[field]) for field in fields]
        for line in document["lines"]
    ]
    print_columns(titles, rows, align="    >>>>>>")
    _print_totals(document)
    for other in document["alternatives"]:
        say(f"or {other['key']} ({other['title']}): {other['subtotal']}, with tax {other['total']}")
    say(f"Valid until {document['valid_until']}: {document['valid_reason']}")
    for change in document.get("changes", []):
        was = change["before"]["amount"] if change["before"] else "not there"
        now = change["after"]["amount"] if change["after"] else "left out"
        say(f"~ {change['ref']} {change['sku']}: {was} -> {now}")
    words = session.translator_for(quote.language)
    for table in customer_view(numbered).tables:
        print_table(table, words, quote.currency, "")
    for note in document["notes"]:
        say(f"- {note}")
    for point in document["open_points"]:
        say(f"! {point['ref']} {point['text']}".replace("!  ", "! "))
    if document["pdf"]:
        say(f"PDF: {document['pdf']}")


def _print_totals(document: dict[str, Any]) -> None:
    rows = [["Subtotal", document["subtotal"]]]
    rows += [[tax["label"], tax["amount"]] for tax in document["tax"]]
    rows.append(["Total", document["total"]])
    print_columns(["", document["currency"]], rows, align=" >")


def tell_of_boxes(session: Session, numbered: Numbered) -> None:
    """On standard error: which characters of the PDF just written no font could print."""
    said = boxes_in(numbered)
    if said is not None:
        tell(f"resellerdesk: {session.translator.text(said)}")
