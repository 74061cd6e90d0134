"""The quotes: open ones first, those that expire soon, or all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from resellerdesk.core.period import days_after
from resellerdesk.core.text import T, Text
from resellerdesk.desk.listing_quotes import list_quotes
from resellerdesk.store.quotes import QuoteHead
from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.lines import Line, Look, left, line, right
from resellerdesk.tui.screens.listing import ListingScreen
from resellerdesk.tui.screens.quote import QuoteScreen
from resellerdesk.tui.widgets.columns import Column, Fold

SOON_DAYS = 7
WHICH: Sequence[tuple[Text, Callable[[QuoteHead, date], bool]]] = (
    (T("open"), lambda head, as_of: head.status in ("open", "waiting", "expired")),
    (T("expiring"), lambda head, as_of: head.status == "open"
     and head.valid_until <= days_after(as_of, SOON_DAYS)),
    (T("waiting for approval"), lambda head, as_of: head.status == "waiting"),
    (T("all"), lambda head, as_of: True),
)


class QuotesScreen(ListingScreen[QuoteHead]):
    """The newest revision of each quote, the newest first."""

    BINDINGS = bindings(Place.QUOTES)
    fact = "number"

    def __init__(self) -> None:
        super().__init__()
        self._which = 0

    def read(self) -> Sequence[QuoteHead]:
        as_of = self.session.as_of
        kept = WHICH[self._which][1]
        found = [head for head in list_quotes(self.session.desk, "", as_of) if kept(head, as_of)]
        return sorted(found, key=lambda head: head.number, reverse=True)

    def folds(self) -> Sequence[Fold[QuoteHead]]:
        words = self.session.translator.text
        number = Column("number", words(T("Number")), 12, _number)
        revision = Column("revision", words(T("Rev.")), 4, _revision, at_right=True)
        status = Column("status", words(T("Status")), 10, _status)
        customer = Column("customer", words(T("Customer")), 16, _customer, share=1)
        until = Column("until", words(T("Valid until")), 11, _until)
        total = Column("total", words(T("Total")), 14, self._total, at_right=True)
        by = Column("by", words(T("By")), 10, _by)
        return ((number, revision, status, customer, until, total, by),
                (number, status, customer, until, total), (number, customer, total))

    def _total(self, head: QuoteHead, width: int) -> Line:
        amount = self.session.translator.amount(head.total, head.currency)
        return line(right(f"{amount} {head.currency}", width))

    def key(self, row: QuoteHead) -> str:
        return row.number

    def empty(self) -> tuple[Text, Text]:
        return (T("No quote: {which}.", which=WHICH[self._which][0]),
                T("v shows others; q on the worklist makes one."))

    def heading(self, rows: Sequence[QuoteHead]) -> tuple[Text, Sequence[Text]]:
        counted = Text("{n} quote", {"n": len(rows)}, plural="{n} quotes", count="n")
        return T("Quotes"), [WHICH[self._which][0], counted]

    def chosen(self, row: QuoteHead) -> None:
        self.session.open(QuoteScreen(row.number))

    def words_of(self, row: QuoteHead) -> str:
        return f"{row.number} {row.customer} {row.customer_id} {row.status} {row.by}"

    def action_narrow(self) -> None:
        self._which = (self._which + 1) % len(WHICH)
        self.action_refresh()


def _number(head: QuoteHead, width: int) -> Line:
    return line(left(head.number, width))


def _revision(head: QuoteHead, width: int) -> Line:
    return line(right(str(head.revision), width))


def _status(head: QuoteHead, width: int) -> Line:
    look = Look.LATE if head.status == "expired" else Look.PLAIN
    return line(left(head.status, width), look)


def _customer(head: QuoteHead, width: int) -> Line:
    return line(left(head.customer, width))


def _until(head: QuoteHead, width: int) -> Line:
    return line(left(head.valid_until.isoformat(), width))


def _by(head: QuoteHead, width: int) -> Line:
    return line(left(head.by, width), Look.QUIET)
