"""A message as its reader's mail program takes it apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.mail.message import Attachment, Mailbox, Message, eml, mailbox

MESSAGE = Message(
    Mailbox("renewals@atelier.example", "Atelier Numérique"),
    Mailbox("buyer@customer.example", "株式会社さくら"), "Devis Q-2026-0001",
    "Bonjour,\n\nvotre devis : 1 234,50 €.\n", "fr", datetime(2026, 11, 24, 9, tzinfo=UTC),
    "Q-2026-0001-1-abc", Attachment("Q-2026-0001.pdf", b"%PDF-1.7 ..."),
)


def read(message: Message) -> EmailMessage:
    mail = message_from_bytes(eml(message), policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_it_is_what_was_written() -> None:
    mail = read(MESSAGE)
    assert str(mail["From"]) == "Atelier Numérique <renewals@atelier.example>"
    assert str(mail["To"]) == "株式会社さくら <buyer@customer.example>"
    assert mail["Subject"] == "Devis Q-2026-0001"
    assert mail["Content-Language"] == "fr"
    body = mail.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == "Bonjour,\n\nvotre devis : 1 234,50 €.\n"
    [part] = mail.iter_attachments()
    assert (part.get_filename(), part.get_content_type()) == ("Q-2026-0001.pdf", "application/pdf")
    assert part.get_content() == b"%PDF-1.7 ..."


def test_the_same_message_gives_the_same_bytes() -> None:
    assert eml(MESSAGE) == eml(MESSAGE)


@pytest.mark.parametrize("name", ["Evil\r\nBcc: all@customer.example", "a\x1b[2Jb", "x" * 300])
def test_a_name_is_a_name_and_never_another_header(name: str) -> None:
    box = mailbox("buyer@customer.example", name, T("them"))
    mail = read(replace(MESSAGE, to=box, subject=f"for {name}"))
    assert mail["Bcc"] is None
    assert [address.addr_spec for address in mail["To"].addresses] == ["buyer@customer.example"]


@pytest.mark.parametrize("address", [
    "", "buyer", "two@x.example, three@x.example", "a@b\r\nBcc: c@d.example", "a b@c.example",
    "<script>@x.example", "@x.example", "x" * 250 + "@a.example",
])
def test_what_is_no_address_is_refused_before_anything_is_sent(address: str) -> None:
    with pytest.raises(Refusal, match="is no e-mail address"):
        mailbox(address, "Somebody", T("them"))
