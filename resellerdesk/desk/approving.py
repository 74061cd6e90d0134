"""A quote beyond the rep's authority waits for a manager (docs/domain.md, section 6)."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.authority import MANAGER, authority_under, beyond
from resellerdesk.core.history import APPROVED
from resellerdesk.core.profile import Profile
from resellerdesk.core.quote import Quote
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.desk.case import Case
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.last_word import status_and_who
from resellerdesk.desk.occasion import occasion
from resellerdesk.desk.quote_lines import WAITING, records_on
from resellerdesk.store.engine import Database
from resellerdesk.store.events import Entry, append, history_of
from resellerdesk.store.quotes import StoredQuote, find_quote, renewals_on, set_status
from resellerdesk.store.settings import all_settings

REP = "rep"


def role_of(db: Database, user: str) -> str:
    """The role that the desk's settings give a login name; the caller has no say in it."""
    return Profile(all_settings(db)).get(f"role.{user}") or REP


def status_when_stored(
    db: Database, desk: Desk, quote: Quote, cases: Sequence[Case]
) -> str:
    """`waiting` where something is beyond the authority of who makes it, else `open`."""
    if role_of(db, desk.user) == MANAGER:
        return "open"
    return WAITING if reasons_to_wait(quote, cases) else "open"


def reasons_to_wait(quote: Quote, cases: Sequence[Case]) -> list[Text]:
    """What of a quote is beyond a rep's authority, alternatives included."""
    groups = [quote.lines, *(other.lines for other in quote.alternatives)]
    found: list[Text] = []
    for case in cases:
        authority = authority_under(case.ctx.policy)
        for lines in groups:
            own = [line for line in lines if line.ref == case.ref]
            found += [text for text in beyond(own, authority) if text not in found]
    return found


def approve(desk: Desk, number: str) -> StoredQuote:
    """Lets a waiting quote go out. Raises Refusal unless it waits, and a manager who did not
    make it approves it."""
    now = occasion(desk)
    with desk.store.write() as db:
        stored = find_quote(db, number)
        if stored is None:
            raise Refusal(T("there is no quote {number}; quotes lists them", number=number))
        if stored.status != WAITING:
            raise Refusal(
                T("{number} is {status}: only a waiting quote wants approval",
                  number=number, status=status_and_who(db, stored))
            )
        _check_approver(db, desk, stored)
        set_status(db, number, stored.revision, "open")
        data = {"quote": number, "revision": stored.revision}
        append(
            db,
            [Entry(record.held.id, record.cycle.id, now.event(APPROVED, data))
             for record in records_on(db, stored)],
        )
        approved = find_quote(db, number)
    assert approved is not None  # found a moment ago, in the same transaction
    return approved


def waits_or_waited_in_vain(db: Database, stored: StoredQuote) -> bool:
    """Whether a revision waits for approval, or ended before anybody gave it."""
    if stored.status == WAITING:
        return True
    about = [
        entry.event
        for held_id in renewals_on(db, stored.number, stored.revision).values()
        for entry in history_of(db, held_id)
        if (entry.event.data.get("quote"), entry.event.data.get("revision"))
        == (stored.number, stored.revision)
    ]
    waited = any(event.data.get("waits") for event in about)
    return waited and all(event.what != APPROVED for event in about)


def _check_approver(db: Database, desk: Desk, stored: StoredQuote) -> None:
    if role_of(db, desk.user) != MANAGER:
        raise Refusal(
            T("{user} may not approve {number}: a manager has to (settings role.NAME)",
              user=desk.user, number=stored.number)
        )
    if stored.by == desk.user:
        raise Refusal(
            T("{user} made {number} and may not approve it: another manager has to",
              user=desk.user, number=stored.number)
        )
