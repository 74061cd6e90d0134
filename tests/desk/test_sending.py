"""A quote goes out by mail: as a file, and by a real mail server on this machine."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.issuing import issued_pdf
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.sending import PASSWORD, mail, write_message
from resellerdesk.desk.settings import set_settings
from resellerdesk.desk.showing import show
from resellerdesk.desk.undoing import undo

TODAY = date(2026, 11, 24)
REF = "software:3039081424"
BUYER = "buyer@customer.example"


@pytest.fixture
def quoted(desk: Desk) -> str:
    """A quote for a German customer, of a reseller who can be answered."""
    set_settings(desk, {
        "reseller.name": "Atelier Numérique", "reseller.email": "renewals@atelier.example",
        "reseller.contact": "Camille Rousseau", "reseller.phone": "+33 4 72 00 00 42",
    })
    number = make_quote(desk, QuoteRequest((REF,)), TODAY).number
    assert number is not None
    return number


def read(content: bytes) -> EmailMessage:
    found = message_from_bytes(content, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def body_of(message: EmailMessage) -> str:
    body = message.get_body()
    assert body is not None
    return str(body.get_content())


def history(desk: Desk) -> list[str]:
    return [event.what for event in show(desk, REF, TODAY).history]


# ---------------------------------------------------------------- as a file


def test_it_is_in_the_customer_s_language_with_the_pdf_that_was_issued(
    desk: Desk, quoted: str, tmp_path: Path
) -> None:
    sent = write_message(desk, quoted, TODAY, tmp_path)
    message = read((tmp_path / f"{quoted}-r1.eml").read_bytes())
    assert (sent.status, sent.to) == ("written", message["To"].addresses[0].addr_spec)
    assert message["Content-Language"] == "de"
    assert quoted in message["Subject"]
    assert "24. Dezember 2026" in body_of(message)
    [part] = message.iter_attachments()
    assert part.get_content() == issued_pdf(desk, quoted)
    assert history(desk)[-1] == "sent"


def test_what_went_out_can_no_longer_be_undone(desk: Desk, quoted: str, tmp_path: Path) -> None:
    write_message(desk, quoted, TODAY, tmp_path)
    with pytest.raises(Refusal, match=f"cannot be taken back: {quoted} sent to"):
        undo(desk, REF)


def test_the_reseller_s_own_words(desk: Desk, quoted: str, tmp_path: Path) -> None:
    set_settings(desk, {"mail.subject.de": "Angebot {number} von {seller}",
                        "mail.body.de": "{customer}: {total} bis {until}"})
    sent = write_message(desk, quoted, TODAY, tmp_path)
    assert sent.subject == f"Angebot {quoted} von Atelier Numérique"
    assert "€ bis 24. Dezember 2026" in body_of(
        read((tmp_path / f"{quoted}-r1.eml").read_bytes())).replace("\xa0", " ")


@pytest.mark.parametrize("language", ["es", "xx", "french", "FR", "zh-TW"])
def test_words_for_a_language_that_quotes_are_not_in_are_refused(
    desk: Desk, language: str
) -> None:
    with pytest.raises(Refusal, match=r"not written in .*; take one of en, de, fr, ja, zh$"):
        set_settings(desk, {f"mail.body.{language}": "{customer}"})


def test_words_for_a_language_hold_in_each_country_that_has_none_of_its_own(
    desk: Desk, tmp_path: Path
) -> None:
    set_settings(desk, {"mail.subject.fr": "Devis {number}", "mail.subject.fr-CA": "Soumission"})
    said = []
    for language in ("fr-BE", "fr-CA"):
        made = make_quote(desk, QuoteRequest((REF,), language=language), TODAY)
        assert made.number is not None
        said.append(write_message(desk, made.number, TODAY, tmp_path).subject)
    assert said[0].startswith("Devis Q-2026-")
    assert said[1] == "Soumission"


@pytest.mark.parametrize("template", ["{margin}", "{number.__class__}", "{0}", "a { b", "{}"])
def test_a_template_with_a_field_that_there_is_not_is_refused(desk: Desk, template: str) -> None:
    with pytest.raises(Refusal, match=r"it wants no .* but \{customer\}"):
        set_settings(desk, {"mail.body.de": template})


def test_no_cost_and_no_colleague_in_the_message(desk: Desk, quoted: str, tmp_path: Path) -> None:
    write_message(desk, quoted, TODAY, tmp_path)
    text = body_of(read((tmp_path / f"{quoted}-r1.eml").read_bytes()))
    for word in ("margin", "Marge", "cost", desk.user):
        assert word not in text


def test_a_folder_that_is_not_there_leaves_nothing(
    desk: Desk, quoted: str, tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match="there is no folder"):
        write_message(desk, quoted, TODAY, tmp_path / "nowhere")
    assert "sent" not in history(desk)


def test_a_quote_past_its_validity_is_not_sent(desk: Desk, quoted: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="was valid until"):
        write_message(desk, quoted, TODAY + timedelta(days=60), tmp_path)
    assert not list(tmp_path.glob("*.eml"))


# ---------------------------------------------------------------- by a mail server


@dataclass
class Inbox:
    """What a mail server was handed."""

    messages: list[bytes] = field(default_factory=list)
    refuses: str = ""

    async def handle_RCPT(  # noqa: N802  # as aiosmtpd calls it
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if address == self.refuses:
            return "550 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.messages.append(envelope.content)
        return "250 taken"


def login(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    assert isinstance(data, LoginPassword)
    return AuthResult(success=(data.login, data.password) == (b"desk", b"s3cret"), handled=False)


@pytest.fixture(scope="module")
def identity(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that signs itself, with its key, in one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name)
        .public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]),
                       critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("identity") / "server.pem"
    path.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                            serialization.NoEncryption())
    )
    return path


@pytest.fixture
def inbox(identity: Path, desk: Desk, quoted: str, monkeypatch: pytest.MonkeyPatch
          ) -> Iterator[Inbox]:
    """A mail server with STARTTLS and a login, and a desk that is set to use it."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(identity)
    found = Inbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(
        found, hostname="127.0.0.1", port=port, tls_context=context, require_starttls=True,
        authenticator=login, auth_required=True,
    )
    controller.start()
    monkeypatch.setenv(PASSWORD, "s3cret")
    set_settings(desk, {"smtp.host": "127.0.0.1", "smtp.port": str(port), "smtp.user": "desk",
                        "smtp.trusted": str(identity)})
    yield found
    controller.stop()


def test_it_arrives(desk: Desk, quoted: str, inbox: Inbox) -> None:
    sent = mail(desk, quoted, TODAY, BUYER)
    [content] = inbox.messages
    assert read(content)["To"].addresses[0].addr_spec == BUYER == sent.to
    assert sent.status == "sent"
    assert history(desk)[-1] == "sent"


def refused(desk: Desk, quoted: str, inbox: Inbox, match: str) -> None:
    """It is refused in one line, and neither sent nor recorded."""
    with pytest.raises(Refusal, match=match):
        mail(desk, quoted, TODAY, BUYER)
    assert not inbox.messages
    assert "sent" not in history(desk)


def test_a_wrong_password(
    desk: Desk, quoted: str, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD, "guess")
    refused(desk, quoted, inbox, "login desk is refused.*nothing was sent")


def test_a_password_in_a_file(
    desk: Desk, quoted: str, inbox: Inbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PASSWORD)
    (tmp_path / "password").write_text("s3cret\n", "utf-8")
    set_settings(desk, {"smtp.password_file": str(tmp_path / "password")})
    mail(desk, quoted, TODAY, BUYER)
    assert len(inbox.messages) == 1


def test_a_server_that_nobody_vouches_for(desk: Desk, quoted: str, inbox: Inbox) -> None:
    set_settings(desk, {"smtp.trusted": ""})
    refused(desk, quoted, inbox, "no safe connection.*nothing was sent")


def test_a_recipient_that_the_server_does_not_take(
    desk: Desk, quoted: str, inbox: Inbox
) -> None:
    inbox.refuses = BUYER
    refused(desk, quoted, inbox, f"{BUYER} is refused: 550 no such user here")


def test_nobody_at_home(desk: Desk, quoted: str, inbox: Inbox) -> None:
    set_settings(desk, {"smtp.port": "1"})
    refused(desk, quoted, inbox, "127.0.0.1:1: .*; nothing was sent")


def test_no_server_is_set(desk: Desk, quoted: str) -> None:
    with pytest.raises(Refusal, match=r"settings smtp\.host NAME, or write the message with"):
        mail(desk, quoted, TODAY, BUYER)
