"""`resellerdesk quote`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

import click

from resellerdesk.cli.context import DATE, Session, everywhere
from resellerdesk.cli.main import DONE_IN_PART, trouble
from resellerdesk.cli.out import print_json, tell
from resellerdesk.cli.quote_document import changes_document, quote_document, with_margin
from resellerdesk.cli.quote_text import print_quote, tell_of_boxes
from resellerdesk.cli.quote_wishes import request_of, wishes_for
from resellerdesk.cli.values_in_a_row import GREEDY_ALL, GREEDY_PAIRS, row_command
from resellerdesk.core.quote import Numbered
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.issuing import draw_pdf, issued_pdf
from resellerdesk.desk.quote_lines import WAITING
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote, price_quote
from resellerdesk.desk.quoting_customers import CustomerQuote, quote_customer
from resellerdesk.desk.revising import price_revision
from resellerdesk.desk.revising import revise as revise_quote
from resellerdesk.desk.worklist import DueQuery, due
from resellerdesk.files.whole import refuse_unwritable, write_whole


class AlignTo(click.ParamType["date | Literal['auto']"]):
    """A date, or the word auto."""

    name = "date or auto"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date | Literal["auto"]:
        return "auto" if value == "auto" else DATE.convert(value, param, ctx)


_ROWS = row_command(
    {"--option": GREEDY_PAIRS, "--quantity": GREEDY_PAIRS, "--discount": GREEDY_PAIRS,
     "--alternative": GREEDY_ALL, "--customer": GREEDY_ALL},
    frozenset({"--customer"}),
)


@click.command(cls=_ROWS)
@click.argument("refs", nargs=-1, metavar="[REF]...")
@click.option("--customer", "customers", multiple=True, metavar="ID",
              help="One quote for each of these customers, of what is due.")
@click.option("--family", default="", metavar="KEY", help="With --customer: of one family.")
@click.option("--within", type=click.IntRange(min=0), default=90, show_default=True,
              metavar="DAYS", help="With --customer: what ends within so many days.")
@click.option("--option", "options", multiple=True, metavar="[REF=]KEY",
              help="Such as essential-12+premium+education=5; the recommended one if not said.")
@click.option("--quantity", "quantities", multiple=True, metavar="[REF=]N",
              help="The covered quantity if not said.")
@click.option("--discount", "discounts", multiple=True, metavar="[REF=]PCT",
              help="In percent, on the quote or on one entitlement.")
@click.option("--alternative", "alternatives", multiple=True, metavar="KEY",
              help="Show the quote with this option beside it.")
@click.option("--align", type=AlignTo(), metavar="DATE|auto", help="One end for all lines.")
@click.option("--language", default="", metavar="CODE", help="The customer's if not said.")
@click.option("--pdf", type=click.Path(path_type=Path), metavar="FILE", help="Write the PDF.")
@click.option("--revise", default="", metavar="NUMBER",
              help="Make a new revision of a quote; what is not given anew carries over.")
@click.option("--margin", is_flag=True, help="Add cost and margin to the JSON (never to the PDF).")
@click.option("--dry-run", is_flag=True, help="Price it; store nothing.")
@everywhere
@click.pass_obj
def quote(session: Session, /, refs: Sequence[str], customers: Sequence[str], pdf: Path | None,
          margin: bool, dry_run: bool, family: str, within: int, revise: str,
          **wishes: Any) -> int:
    """Make a quote for some entitlements of one customer.

    A REF is family:reference, or the reference alone. With --customer, one quote for each
    customer named; --pdf then names a folder.
    """
    if revise and not customers:
        # Without REFs its lines stay, and wishes may name them all the same.
        lines = refs or [item.ref for item in stored_quote(session.desk, revise).quote.items]
        request = replace(request_of(tuple(lines), **wishes), refs=tuple(refs))
        return _revise(session, revise, request, pdf, margin, dry_run)
    if bool(refs) == bool(customers) or revise:
        raise click.UsageError("name either REFs or --customer")
    take = price_quote if dry_run else make_quote
    if customers:
        return _quote_customers(session, customers, family, within, take, wishes, pdf, margin)
    request = request_of(tuple(refs), **wishes)
    if pdf is not None:
        refuse_unwritable(pdf)  # rather than store a quote and then have nowhere to put it
    numbered = take(session.desk, request, session.as_of)
    document = _finish(session, numbered, pdf, margin)
    _print([document], session, [numbered], single=True)
    return _status(document, pdf)


def _revise(
    session: Session, number: str, request: QuoteRequest, pdf: Path | None, margin: bool,
    dry_run: bool,
) -> int:
    if pdf is not None:
        refuse_unwritable(pdf)
    take = price_revision if dry_run else revise_quote
    revised = take(session.desk, number, request, session.as_of)
    document = _finish(session, revised.numbered, pdf, margin)
    document["changes"] = changes_document(session, revised)
    _print([document], session, [revised.numbered], single=True)
    return _status(document, pdf)


def _quote_customers(
    session: Session, customers: Sequence[str], family: str, within: int,
    take: Callable[..., Numbered], wishes: dict[str, Any], pdf: Path | None, margin: bool,
) -> int:
    documents, quotes, status = [], [], 0
    if pdf is not None:
        refuse_unwritable(pdf / "quote.pdf")
    _refuse_foreign_refs(session, customers, family, within, wishes)

    def ask(customer: str) -> CustomerQuote:
        return quote_customer(
            session.desk, customer, family, within, session.as_of,
            lambda refs: take(
                session.desk, request_of(refs, **wishes_for(refs, wishes)), session.as_of
            ),
        )

    wanted = list(dict.fromkeys(customers))
    for place, customer in enumerate(wanted, 1):
        made = _whatever_happens(customer, ask)
        for text in made.left_out:
            tell(f"resellerdesk: {session.translator.text(text)}")
            status = DONE_IN_PART
        if made.quote is not None:
            file = pdf / f"{made.quote.number or customer}.pdf" if pdf is not None else None
            document = _finish_one_of_many(session, customer, made.quote, file, margin)
            status = status or _status(document, file)
            documents.append(document)
            quotes.append(made.quote)
        if len(wanted) > 1:
            what = "no quote" if made.quote is None else made.quote.number or "priced"
            tell(f"{place} of {len(wanted)}: {customer}: {what}")
    _print(documents, session, quotes, single=False)
    return status


def _whatever_happens(
    customer: str, ask: Callable[[str], CustomerQuote]
) -> CustomerQuote:
    """Their quote; an unforeseen error names its customer and stops no other."""
    try:
        return ask(customer)
    except Exception as error:
        said = T("{customer}: no quote: {why}", customer=customer, why=trouble(error))
        return CustomerQuote(None, [said])


def _finish_one_of_many(
    session: Session, customer: str, numbered: Numbered, pdf: Path | None, margin: bool
) -> dict[str, Any]:
    """The quote's document; a PDF that cannot be made names its customer and stops no other."""
    try:
        return _finish(session, numbered, pdf, margin)
    except Refusal as refusal:
        why = session.translator.text(refusal.text)
    except Exception as error:
        why = trouble(error)
    tell(f"resellerdesk: {customer}: {numbered.number or 'the draft'} has no PDF: {why}")
    return _finish(session, numbered, None, margin)


def _refuse_foreign_refs(
    session: Session, customers: Sequence[str], family: str, within: int, wishes: dict[str, Any]
) -> None:
    """A wish for a REF that is due for none of the customers is refused before any quote."""
    request_of(
        tuple(
            row.ref
            for customer in customers
            for row in due(session.desk, DueQuery(within, family, customer), session.as_of)
        ),
        **wishes,
    )


def _finish(
    session: Session, numbered: Numbered, pdf: Path | None, margin: bool
) -> dict[str, Any]:
    """Writes the PDF where one is wanted, and returns the quote's document. Nothing of a quote
    that waits goes out: its PDF is left out, and that is said."""
    if pdf is not None and numbered.status == WAITING:
        tell(f"resellerdesk: {numbered.number or 'this quote'} waits for approval: its PDF is "
             "made once a manager has approved it (approve NUMBER)")
        pdf = None
    if pdf is not None:
        if numbered.number is None:
            content = draw_pdf(session.desk, numbered)
        else:
            content = issued_pdf(session.desk, numbered.number, numbered.revision)
        write_whole(pdf, content)
        tell_of_boxes(session, numbered)
    document = quote_document(session, numbered, None if pdf is None else str(pdf))
    return with_margin(document, numbered.quote) if margin else document


def _status(document: dict[str, Any], pdf: Path | None) -> int:
    """Done in part where a PDF was wanted that could not be made yet."""
    return DONE_IN_PART if pdf is not None and document["pdf"] is None else 0


def _print(
    documents: Sequence[dict[str, Any]], session: Session, quotes: Sequence[Numbered], single: bool
) -> None:
    if session.json:
        print_json(documents[0] if single else list(documents))
        return
    for numbered, document in zip(quotes, documents, strict=True):
        print_quote(session, numbered, document)
