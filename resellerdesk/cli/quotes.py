"""`resellerdesk quotes` and `resellerdesk explain`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.out import print_columns, print_json, say, tell
from resellerdesk.cli.quote_document import stored_document, with_margin
from resellerdesk.cli.quote_text import print_quote, tell_of_boxes
from resellerdesk.core.money import decimal_text
from resellerdesk.core.period import days_after
from resellerdesk.core.quote import Numbered
from resellerdesk.desk.explaining import explain as explained
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.issuing import issued_pdf
from resellerdesk.desk.listing_quotes import list_quotes
from resellerdesk.files.whole import write_whole
from resellerdesk.store.quotes import QuoteHead
from resellerdesk.translation.translate import Translator


@click.command()
@click.argument("number", required=False)
@click.option("--revision", type=click.IntRange(min=1), metavar="N", help="Not the newest one.")
@click.option("--customer", default="", metavar="ID", help="Of one customer.")
@click.option("--open", "only_open", is_flag=True, help="Those that can still be accepted.")
@click.option("--expiring", type=click.IntRange(min=0), metavar="DAYS",
              help="Open ones whose validity ends within so many days.")
@click.option("--pdf", type=click.Path(path_type=Path), metavar="FILE",
              help="Write the PDF that was issued.")
@click.option("--margin", is_flag=True, help="Add cost and margin to the JSON.")
@everywhere
@click.pass_obj
def quotes(session: Session, number: str | None, revision: int | None, customer: str,
           only_open: bool, expiring: int | None, pdf: Path | None, margin: bool) -> None:
    """List the quotes, or show one again."""
    if number is not None:
        _show(session, number, revision, pdf, margin)
        return
    if pdf is not None or revision is not None:
        raise click.UsageError("--pdf and --revision want the NUMBER of a quote")
    heads = list_quotes(session.desk, customer, session.as_of)
    if only_open or expiring is not None:
        heads = [head for head in heads if head.status == "open"]
    if expiring is not None:
        last = days_after(session.as_of, expiring)
        heads = [head for head in heads if head.valid_until <= last]
    if session.json:
        print_json([_head_json(head) for head in heads])
        return
    if not heads:
        tell("no such quotes; quote makes one")
        return
    titles = ["Number", "Rev.", "Status", "Customer", "As of", "Valid until", "Total", ""]
    print_columns(
        titles,
        [
            [head.number, str(head.revision), head.status, head.customer, str(head.as_of),
             str(head.valid_until), decimal_text(head.total, head.currency), head.currency]
            for head in heads
        ],
        align=" >    >",
    )


def _head_json(head: QuoteHead) -> dict[str, Any]:
    return {
        "number": head.number, "revision": head.revision, "status": head.status,
        "customer_id": head.customer_id, "customer": head.customer, "currency": head.currency,
        "as_of": head.as_of.isoformat(), "valid_until": head.valid_until.isoformat(),
        "total": decimal_text(head.total, head.currency), "by": head.by,
    }


def _show(
    session: Session, number: str, revision: int | None, pdf: Path | None, margin: bool
) -> None:
    stored = stored_quote(session.desk, number, revision)
    numbered = Numbered(stored.quote, stored.number, stored.revision, stored.status)
    if pdf is not None:
        write_whole(pdf, issued_pdf(session.desk, stored.number, stored.revision))
        tell_of_boxes(session, numbered)
    document = stored_document(session, stored, None if pdf is None else str(pdf))
    document |= {"by": stored.by, "at": stored.at}
    if margin:
        document = with_margin(document, stored.quote)
    if session.json:
        print_json(document)
    else:
        print_quote(session, numbered, document)


@click.command()
@click.argument("number")
@everywhere
@click.pass_obj
def explain(session: Session, number: str) -> None:
    """Show how each amount of a quote came about."""
    lines = explained(session.desk, number)
    translator = session.translator
    if session.json:
        print_json([
            {
                "ref": line.ref, "sku": line.sku, "kind": line.kind,
                "derivation": [
                    {"step": step.step, "value": _plain(step.value, translator)}
                    for step in line.derivation
                ],
            }
            for line in lines
        ])
        return
    for line in lines:
        say(f"{line.ref}  {line.sku}  {translator.text(line.description)}")
        for step in line.derivation:
            say(f"  {step.step:12} {_plain(step.value, translator)}")


def _plain(value: Any, translator: Translator) -> str:
    """A step's value as scripts read it: money without its currency's sign, plain numbers."""
    from resellerdesk.core.money import Money

    return decimal_text(value.amount, value.currency) if isinstance(value, Money) else (
        str(value) if isinstance(value, int) else translator.text(value)
    )
