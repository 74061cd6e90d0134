"""The renewal screen's page: all that the desk knows of one entitlement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len

from resellerdesk.core.fact import Fact, Table
from resellerdesk.core.history import Event, tables_left, told
from resellerdesk.core.text import T, Text
from resellerdesk.desk.listing_quotes import status_on
from resellerdesk.translation.translate import Translator
from resellerdesk.translation.visible import visible
from resellerdesk.tui.glance import Glance
from resellerdesk.tui.lines import EMPTY, Line, Look, Run, left, line, wrapped
from resellerdesk.tui.pages.blocks import (
    MARGIN,
    Block,
    beside,
    column_width,
    named,
    section,
    sentences,
    table,
)
from resellerdesk.tui.pages.options import options_block
from resellerdesk.tui.pages.preview import what_line
from resellerdesk.tui.pages.standing import standing_line


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page is made of; `state` is the name of the renewal's state, `width` in cells."""

    seen: Glance
    state: str
    as_of: date
    translator: Translator
    width: int

    @property
    def inner(self) -> int:
        """What is left inside the margins of a section."""
        return self.width - 2 * MARGIN

    def words(self, text: Text) -> str:
        return self.translator.text(text)


def renewal_lines(sheet: Sheet) -> Sequence[Line]:
    """The whole page."""
    seen = sheet.seen
    options: Block = ()
    if seen.choices is not None:
        options = options_block(seen.choices, sheet.translator, sheet.inner)
    held = section(sheet.words(T("Held")), _columns(sheet))
    facts = section(sheet.words(T("Facts")), _facts(sheet))
    return [
        EMPTY,
        (Run(" "), *what_line(seen.shown)),
        (Run(" "), *standing_line(seen, sheet.as_of, sheet.translator)),
        EMPTY,
        *_fault(sheet),
        *section(sheet.words(T("Findings")), _findings(sheet)),
        *section(sheet.words(T("Ways to go on")), options),
        *beside(held, facts, sheet.width),
        *_tables(sheet),
        *section(sheet.words(T("Quotes")), _quotes(sheet)),
        *section(sheet.words(T("History")), _history(sheet)),
    ]


def _fault(sheet: Sheet) -> Block:
    fault = sheet.seen.shown.fault
    if fault is None:
        return ()
    said = sheet.words(T("fault: {fault}", fault=fault))
    body = sentences([said], sheet.inner)
    return [*(line(f" {runs[-1].text}", Look.LATE) for runs in body), EMPTY]


def _findings(sheet: Sheet) -> Block:
    texts = [sheet.words(finding.text) for finding in sheet.seen.shown.findings]
    return sentences(texts, sheet.inner, "- ")


def _columns(sheet: Sheet) -> Block:
    record = sheet.seen.shown.record
    columns = record.held.columns
    value = sheet.seen.shown.value
    amount = None if value is None or value.amount is None else value
    pairs: list[tuple[Text, str]] = [
        (T("customer"), f"{record.customer}, {columns.customer_id}"),
        (T("vendor"), columns.vendor),
        (T("SKU"), columns.sku),
        (T("program"), columns.program),
        (T("region"), record.region),
        (T("team"), sheet.seen.shown.team),
        (T("period"), f"{columns.period.start} – {columns.period.end}"),
        (T("grace until"), sheet.seen.shown.grace_end.isoformat()),
        (T("state"), sheet.state),
        (T("owner"), record.cycle.standing.owner),
        (T("value"), "" if amount is None or amount.amount is None
         else sheet.translator.money(amount.amount, amount.currency)),
    ]
    named_pairs = [(sheet.words(name), shown) for name, shown in pairs]
    return named(named_pairs, column_width(sheet.width))


def _facts(sheet: Sheet) -> Block:
    """What its family says; of a family that cannot say anything, what was imported."""
    shown = sheet.seen.shown
    pairs = [
        (sheet.words(fact.title), sheet.translator.value(fact.value))
        for fact in shown.shown if isinstance(fact, Fact)
    ]
    if shown.entitlement is None:
        pairs = [(key, str(value)) for key, value in shown.record.held.columns.details.items()]
    return named(pairs, column_width(sheet.width))


def _tables(sheet: Sheet) -> Iterator[Line]:
    """Its family's tables, each a section of its own."""
    for each in sheet.seen.shown.shown:
        if isinstance(each, Table):
            yield from section(sheet.words(each.title), _rows(each, sheet, sheet.inner))


def _rows(each: Table, sheet: Sheet, width: int) -> Block:
    titles = [sheet.words(title) for _, title in each.columns]
    rows = [[sheet.translator.value(cell) for cell in row] for row in each.rows]
    return table(titles, rows, "", width)


def _quotes(sheet: Sheet) -> Block:
    quotes = sheet.seen.shown.quotes
    rows = [
        [quote.number, str(quote.revision), status_on(quote.status, quote.valid_until, sheet.as_of),
         quote.as_of.isoformat(), quote.valid_until.isoformat(),
         sheet.translator.amount(quote.total, quote.currency), quote.currency, quote.by]
        for quote in quotes
    ]
    titles = (T("Number"), T("Rev."), T("Status"), T("Of"), T("Valid until"), T("Total"), T(""),
              T("By"))
    words = [sheet.words(title) for title in titles]
    return table(words, rows, " >   > ", sheet.inner) if rows else ()


def _history(sheet: Sheet) -> Block:
    """What happened, the newest first, in the time of whoever reads it."""
    events = list(reversed(sheet.seen.shown.history))
    who = max((cell_len(visible(event.by)) for event in events), default=0)
    lines: list[Line] = []
    for event in events:
        begin = f"{event.at.astimezone():%Y-%m-%d %H:%M}  {left(event.by, min(who, 20))}  "
        happened = wrapped(sheet.words(told(event)), max(8, sheet.inner - cell_len(begin)))
        for n, part in enumerate(happened):
            shown = begin if n == 0 else " " * cell_len(begin)
            lines.append((Run(shown, Look.QUIET), Run(part)))
        lines += _left_by(event, sheet)
    return lines


def _left_by(event: Event, sheet: Sheet) -> Iterator[Line]:
    """The tables that a step left, but for what its family shows in a section of its own."""
    for each in tables_left(event):
        if each not in sheet.seen.shown.shown:
            body = _rows(each, sheet, sheet.inner - 2 * MARGIN)
            yield from section(sheet.words(each.title), body)
