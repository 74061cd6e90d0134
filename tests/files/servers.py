"""Servers on loopback, each in a thread of its own: with a certificate, or without manners."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

Serve = Callable[[socket.socket], None]

FIELDS = {
    "common_name": NameOID.COMMON_NAME, "organization": NameOID.ORGANIZATION_NAME,
    "locality": NameOID.LOCALITY_NAME, "country": NameOID.COUNTRY_NAME,
}
LENOIR = {
    "common_name": "www.lenoir.example", "organization": "Brasserie Lenoir & Fils",
    "locality": "Lyon", "country": "FR",
}
"""The name of the sample order 990200001."""


@dataclass(frozen=True)
class Issued:
    """A certificate and its key, both as PEM."""

    certificate: str
    key: str


def issue(
    name: dict[str, str], dns_names: Sequence[str] = (), serial: int = 0x0A1B,
    first: str = "2026-06-01", last: str = "2026-12-17",
) -> Issued:
    """A certificate that its own key signs; both days are covered."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(FIELDS[field], said) for field, said in name.items()])
    end = dt.datetime.combine(dt.date.fromisoformat(last), dt.time(23, 59, 59), dt.UTC)
    built = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject)
        .public_key(key.public_key()).serial_number(serial).not_valid_after(end)
        .not_valid_before(dt.datetime.fromisoformat(first).replace(tzinfo=dt.UTC))
    )
    if dns_names:
        names = x509.SubjectAlternativeName([x509.DNSName(name) for name in dns_names])
        built = built.add_extension(names, critical=False)
    return Issued(
        built.sign(key, SHA256()).public_bytes(Encoding.PEM).decode(),
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode(),
    )


@contextmanager
def showing(*issued: Issued, address: str = "127.0.0.1") -> Iterator[str]:
    """The HOST:PORT of a server that shows a certificate: the first, or the second to whoever
    asks it for a host by name."""
    contexts = [_context(one) for one in issued]
    if len(contexts) > 1:
        def by_name(asked: ssl.SSLObject, name: str | None, context: ssl.SSLContext) -> None:
            if name is not None:
                asked.context = contexts[1]

        contexts[0].sni_callback = by_name

    def serve(plain: socket.socket) -> None:
        with contexts[0].wrap_socket(plain, server_side=True):
            pass

    with listening(serve, address) as server:
        yield server


def _context(issued: Issued) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "server.pem"
        file.write_text(issued.certificate + issued.key, "ascii")
        context.load_cert_chain(file)
    return context


@contextmanager
def listening(serve: Serve, address: str = "127.0.0.1") -> Iterator[str]:
    """The HOST:PORT of a server that does something with each connection."""
    six = ipaddress.ip_address(address).version == 6
    family = socket.AF_INET6 if six else socket.AF_INET
    with socket.create_server((address, 0), family=family) as door:
        threading.Thread(target=_answer, args=(door, serve), daemon=True).start()
        port = door.getsockname()[1]
        yield f"[{address}]:{port}" if six else f"{address}:{port}"
        door.shutdown(socket.SHUT_RDWR)  # wakes whoever waits at the door


def _answer(door: socket.socket, serve: Serve) -> None:
    while True:
        try:
            plain, _ = door.accept()
        except OSError:
            return
        with plain:
            try:
                serve(plain)
            except OSError:
                continue  # whoever asked has gone


def hangs(plain: socket.socket) -> None:
    """Says nothing, until whoever asked gives up."""
    while plain.recv(4096):
        pass


def greets(plain: socket.socket) -> None:
    """Speaks first, and no TLS, as a mail server does."""
    plain.sendall(b"220 mail.lenoir.example ESMTP\r\n")
    hangs(plain)


def closes(plain: socket.socket) -> None:
    """Hangs up once it was asked."""
    plain.recv(4096)
