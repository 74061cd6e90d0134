"""A stored quote on one page: where it stands, its lines, totals and what is still missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from resellerdesk.core.quote import OpenPoint
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.listing_quotes import status_on
from resellerdesk.desk.live_points import points_now
from resellerdesk.store.quotes import StoredQuote
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.lines import EMPTY, Line, Look, Run, fitted, said
from resellerdesk.tui.pages.blocks import section, sentences
from resellerdesk.tui.pages.quote_columns import QuoteCells
from resellerdesk.tui.pages.quote_totals import said_of, totals_lines
from resellerdesk.tui.widgets.columns import fold_for, heading, row_line


@dataclass(frozen=True, slots=True)
class QuoteSeen:
    """A stored quote, its status on the day, and what still stands between it and its order."""

    stored: StoredQuote
    status: str
    points: Sequence[OpenPoint]


def read_quote(desk: Desk, number: str, as_of: date) -> QuoteSeen:
    """Raises Refusal where there is no such quote."""
    stored = stored_quote(desk, number)
    status = status_on(stored.status, stored.quote.validity.until, as_of)
    return QuoteSeen(stored, status, points_now(desk, stored, as_of))


def quote_lines(seen: QuoteSeen, translator: Translator, width: int) -> Sequence[Line]:
    """The whole page."""
    stored, quote = seen.stored, seen.stored.quote
    cells = QuoteCells(translator, quote.currency)
    fold = fold_for(cells.folds(), width)
    missing = [
        f"{point.ref} {translator.text(point.text)}".strip() for point in seen.points
    ]
    made = T("revision {revision}, made by {who}, {language}", revision=stored.revision,
             who=stored.by, language=quote.language)
    return [
        EMPTY,
        (said(f" {seen.status}", _look(seen.status)),
         said(f"  {translator.text(made)}", Look.QUIET)),
        EMPTY,
        *section(translator.text(T("Still missing before an order")),
                 sentences(missing, width - 4, "! ")),
        fitted(heading(fold, width), width),
        *(fitted(row_line(fold, width, each), width) for each in quote.lines),
        EMPTY,
        *totals_lines(quote, translator, width),
        EMPTY,
        *((Run(""), *each) for each in said_of(quote, translator, width)
          if not each or each[-1].look is not Look.SOON),
    ]


def _look(status: str) -> Look:
    return {"accepted": Look.GOOD, "open": Look.STRONG, "expired": Look.LATE,
            "waiting": Look.SOON}.get(status, Look.QUIET)
