"""A quote goes to the customer by mail, and the history says so (docs/cli.md, send)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from resellerdesk.core.customer_view import customer_view
from resellerdesk.core.history import SENT
from resellerdesk.core.profile import Profile
from resellerdesk.core.quote import Numbered
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.issuing import issued_pdf
from resellerdesk.desk.letter import letter
from resellerdesk.desk.occasion import Occasion, occasion
from resellerdesk.desk.open_quotes import open_quote
from resellerdesk.desk.quote_lines import records_on
from resellerdesk.files.given import read_file
from resellerdesk.files.whole import written_after
from resellerdesk.mail.message import Attachment, Message, eml, mailbox
from resellerdesk.mail.smtp import Server, deliver
from resellerdesk.store.customers import find_customer
from resellerdesk.store.engine import Database
from resellerdesk.store.events import Entry, append
from resellerdesk.store.quotes import StoredQuote
from resellerdesk.store.renewals import Record
from resellerdesk.store.settings import all_settings
from resellerdesk.translation.translate import Translator

WRITTEN, SENT_OUT = "written", "sent"
PASSWORD = "RESELLERDESK_SMTP_PASSWORD"


@dataclass(frozen=True, slots=True)
class Sent:
    """What went out, to whom; `file` where it was written rather than mailed."""

    to: str
    subject: str
    status: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class _Ready:
    stored: StoredQuote
    message: Message
    profile: Profile
    now: Occasion


def write_message(desk: Desk, number: str, as_of: date, folder: Path, to: str = "") -> Sent:
    """Writes the message as an .eml file into a folder. Raises Refusal where the quote cannot go
    out, nobody is there to send it to, or the folder cannot be written."""
    ready = _ready(desk, number, as_of, to)
    path = folder / f"{ready.stored.number}-r{ready.stored.revision}.eml"
    with written_after(path, eml(ready.message)):
        _record(desk, ready, {"file": str(path)})
    return Sent(ready.message.to.address, ready.message.subject, WRITTEN, str(path))


def mail(desk: Desk, number: str, as_of: date, to: str = "") -> Sent:
    """Hands the message to the mail server of the settings. Raises Refusal as above, or where the
    server does not take it; what was mailed is written to the history at once."""
    ready = _ready(desk, number, as_of, to)
    message = ready.message
    deliver(_server(ready.profile), message.sender.address, message.to.address, eml(message))
    _record(desk, ready, {})
    return Sent(message.to.address, message.subject, SENT_OUT)


def _ready(desk: Desk, number: str, as_of: date, to: str) -> _Ready:
    now = occasion(desk)
    with desk.store.read() as db:
        stored = open_quote(db, number)
        profile = Profile(all_settings(db))
        customer = find_customer(db, stored.quote.customer.id)
    validity = stored.quote.validity
    if as_of > validity.until:
        raise Refusal(
            T("{number} was valid until {until} ({reason}); revise it (quote --revise {number})",
              number=number, until=validity.until, reason=validity.reason)
        )
    pdf = issued_pdf(desk, number, stored.revision)  # refuses one that waits for approval
    view = customer_view(Numbered(stored.quote, number, stored.revision, stored.status))
    subject, body = letter(view, profile, Translator(view.language, desk.extensions.locales))
    seller = view.seller
    known = to or (customer.email if customer is not None else "")
    message = Message(
        mailbox(profile.get("mail.from") or seller.email, seller.name,
                T("the sender (settings mail.from or reseller.email)")),
        mailbox(known, view.customer.name,
                T("{customer} (--to, or their column email)", customer=view.customer.name)),
        subject, body, view.language, now.at, f"{number}-{stored.revision}-{now.change}",
        Attachment(f"{number}.pdf", pdf),
    )
    return _Ready(stored, message, profile, now)


def _record(desk: Desk, ready: _Ready, told: dict[str, str]) -> None:
    """Every renewal on the quote knows that it was sent, and to whom."""
    with desk.store.write() as db:
        stored = ready.stored
        data = {"quote": stored.number, "revision": stored.revision,
                "to": ready.message.to.address, **told}
        append(db, [Entry(record.held.id, record.cycle.id, ready.now.event(SENT, data))
                    for record in _still_on(db, stored)])


def _still_on(db: Database, stored: StoredQuote) -> Sequence[Record]:
    """Raises Refusal where the quote ended or was revised since it was read."""
    newest = open_quote(db, stored.number)
    if newest.revision != stored.revision:
        raise Refusal(
            T("{number}: {who} made revision {revision} meanwhile; look at it first",
              number=stored.number, who=newest.by, revision=newest.revision)
        )
    return records_on(db, stored)


def _server(profile: Profile) -> Server:
    host = profile.get("smtp.host")
    if not host:
        raise Refusal(
            T("no mail server is set: settings smtp.host NAME, or write the message with --outbox")
        )
    file = profile.get("smtp.password_file")
    password = os.environ.get(PASSWORD, "")
    if file and not password:
        password = read_file(Path(file)).decode("utf-8", "replace").strip()
    return Server(
        host, int(profile.get("smtp.port")), profile.get("smtp.security"),
        profile.get("smtp.user"), password, profile.get("smtp.trusted"),
    )
