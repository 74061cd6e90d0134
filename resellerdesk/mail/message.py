"""A message with its attachment, as the bytes of an .eml file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.translation.visible import visible

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"\\]+@[^\s@<>()\[\],;:\"\\]+")
LONGEST_ADDRESS = 254


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Somebody's address, and what they are called."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A PDF that goes along."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """What is written to a customer; `id` makes its Message-ID."""

    sender: Mailbox
    to: Mailbox
    subject: str
    body: str
    language: str
    at: datetime
    id: str
    attachment: Attachment


def mailbox(address: str, name: str, what: Text) -> Mailbox:
    """An address that a mail server takes. Raises Refusal, saying whose it is (`what`)."""
    address = address.strip()
    if len(address) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(address):
        raise Refusal(
            T("{what}: {address} is no e-mail address; one such as buyer@customer.example works",
              what=what, address=address or T("nothing"))
        )
    return Mailbox(address, visible(name))


def eml(message: Message) -> bytes:
    """The message as it is mailed or kept: the same message gives the same bytes."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = _address(message.sender)
    mail["To"] = _address(message.to)
    mail["Subject"] = visible(message.subject)
    mail["Date"] = format_datetime(message.at)
    mail["Message-ID"] = f"<{message.id}@{message.sender.address.rpartition('@')[2]}>"
    mail.set_content(message.body, cte="quoted-printable")
    mail.add_attachment(
        message.attachment.content, maintype="application", subtype="pdf",
        filename=message.attachment.name,
    )
    mail["Content-Language"] = message.language
    # Python draws the boundary at random: here it follows from the message.
    mail.set_boundary(f"=_{message.id}")
    return mail.as_bytes()


def _address(box: Mailbox) -> Address:
    return Address(display_name=box.name, addr_spec=box.address)
