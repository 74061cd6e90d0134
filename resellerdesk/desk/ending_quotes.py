"""The customer says no, or we take the quote back (docs/domain.md, section 6)."""

from __future__ import annotations

from resellerdesk.core.close_reason import CLOSE_REASONS
from resellerdesk.core.phase import Phase
from resellerdesk.core.quote import Numbered
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.standard_steps import Reason
from resellerdesk.core.text import T
from resellerdesk.core.workflow import On
from resellerdesk.desk.case import load_case
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.occasion import occasion
from resellerdesk.desk.open_quotes import open_quote
from resellerdesk.desk.papers import Papers
from resellerdesk.desk.quote_lines import (
    held_by_others,
    put_back,
    records_on,
    write_down_end,
)
from resellerdesk.desk.rules import load_rules
from resellerdesk.desk.taking import take
from resellerdesk.store.engine import Database
from resellerdesk.store.quotes import StoredQuote, set_status
from resellerdesk.store.renewals import Record


def decline(desk: Desk, number: str, reason: str, note: str) -> Numbered:
    """Declines a quote: each of its renewals is closed with the reason, but one that another
    open quote names stays quoted. Raises Refusal for an unknown reason or an ended quote."""
    check_reason(reason)
    now = occasion(desk)
    with desk.store.write() as db:
        stored = open_quote(db, number)
        rules = load_rules(desk, db, stored.quote.as_of)
        told = {"quote": number, "revision": stored.revision, "status_before": stored.status}
        quoted, papers = _quoted_on(db, stored), Papers()
        for record in quoted:
            if held_by_others(db, record, number):
                put_back(db, [record], number, now, told)
                continue
            case = load_case(desk, db, rules, record, papers)
            [step] = case.family.workflow.bound(On.CLOSED, record.cycle.state)
            take(desk, db, case, step, Reason(reason=reason, note=note), now, told)
        if not quoted:
            write_down_end(db, stored, "declined", now)
        set_status(db, number, stored.revision, "declined")
    return Numbered(stored.quote, number, stored.revision, "declined")


def withdraw(desk: Desk, number: str, reason: str = "", note: str = "") -> Numbered:
    """Takes a quote back: its renewals return to where they were before it, unless another
    open quote names them. Raises Refusal for an unknown reason or an ended quote."""
    if reason:
        check_reason(reason)
    now = occasion(desk)
    with desk.store.write() as db:
        stored = open_quote(db, number)
        told = {"revision": stored.revision, "status_before": stored.status,
                "values": {"reason": reason, "note": note}}
        quoted = _quoted_on(db, stored)
        put_back(db, quoted, number, now, told)
        if not quoted:
            write_down_end(db, stored, "withdrawn", now)
        set_status(db, number, stored.revision, "withdrawn")
    return Numbered(stored.quote, number, stored.revision, "withdrawn")


def check_reason(reason: str) -> None:
    """Raises Refusal for a reason that is none of the list."""
    if reason not in CLOSE_REASONS:
        raise Refusal(
            T("reason {reason} is none of {reasons}",
              reason=reason, reasons=", ".join(CLOSE_REASONS))
        )


def _quoted_on(db: Database, stored: StoredQuote) -> list[Record]:
    """The renewals that a quote still holds: none has been ordered, closed or moved on since."""
    return [r for r in records_on(db, stored) if r.cycle.phase is Phase.QUOTED]
