"""Reads an old certificate and a new request, as far as they are compared."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from resellerdesk_ssl.details import OnServer
from resellerdesk_ssl.fields import BY_OID

_PEM = b"-----BEGIN "
_FINGERPRINT = 16

_BROKEN = (
    ValueError, TypeError, UnsupportedAlgorithm, x509.InvalidVersion, x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)


class Unreadable(Exception):
    """A file that is not what it should be."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a certificate or request is for.

    `name` maps the fields of the distinguished name to their values, several of one field as one
    text; `key` describes the public key, `key_bytes` is the key itself.
    """

    name: Mapping[str, str]
    dns_names: tuple[str, ...]
    key: str
    key_bytes: bytes


@dataclass(frozen=True, slots=True)
class Request:
    """A request: whom it is for, and the request itself in PEM."""

    subject: Subject
    pem: str


def read_certificate(content: bytes) -> Subject:
    """A certificate in PEM or DER; of a chain, the first. Raises Unreadable for anything else."""
    try:
        return _subject(_loaded(content))
    except _BROKEN as error:
        raise Unreadable from error


def read_on_server(server: str, content: bytes) -> OnServer:
    """What a server shows, all that is kept of it. Raises Unreadable for no certificate."""
    try:
        found = _loaded(content)
        subject = _subject(found)
        return OnServer(
            server=server, serial=_serial(found.serial_number),
            valid_from=found.not_valid_before_utc.date(),
            valid_till=found.not_valid_after_utc.date(), name=dict(subject.name),
            dns_names=subject.dns_names, issuer=found.issuer.rfc4514_string(), key=subject.key,
            pem=found.public_bytes(Encoding.PEM).decode("ascii"),
        )
    except _BROKEN as error:
        raise Unreadable from error


def _loaded(content: bytes) -> x509.Certificate:
    if _PEM in content:
        return x509.load_pem_x509_certificate(content)
    return x509.load_der_x509_certificate(content)


def _serial(number: int) -> str:
    """`0A:1B`, as browsers show it."""
    return abs(number).to_bytes((abs(number).bit_length() + 7) // 8 or 1, "big").hex(":").upper()


def read_request(content: bytes) -> Request:
    """A request in PEM or DER that its own key has signed. Raises Unreadable for anything else."""
    try:
        found = (
            x509.load_pem_x509_csr(content) if _PEM in content else x509.load_der_x509_csr(content)
        )
        if not found.is_signature_valid:
            raise Unreadable
        return Request(_subject(found), found.public_bytes(Encoding.PEM).decode("ascii"))
    except _BROKEN as error:
        raise Unreadable from error


def _subject(found: x509.Certificate | x509.CertificateSigningRequest) -> Subject:
    key = found.public_key()
    spki = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return Subject(_name(found.subject), _dns_names(found.extensions), _described(key, spki), spki)


def _name(name: x509.Name) -> dict[str, str]:
    values: dict[str, list[str]] = {}
    for attribute in name:
        oid, value = attribute.oid.dotted_string, attribute.value
        text = value if isinstance(value, str) else value.hex()
        values.setdefault(BY_OID.get(oid, oid), []).append(text)
    # In which order several departments stand says nothing.
    return {field: ", ".join(sorted(texts)) for field, texts in values.items()}


def _dns_names(extensions: x509.Extensions) -> tuple[str, ...]:
    try:
        found = extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    return tuple(sorted({_written(name) for name in found}))


def _written(name: x509.GeneralName) -> str:
    if isinstance(name, x509.DirectoryName):
        return name.value.rfc4514_string()
    return str(name.value).casefold()


def _described(key: PublicKeyTypes, spki: bytes) -> str:
    kind = type(key).__name__.strip("_").removesuffix("PublicKey")
    if isinstance(key, rsa.RSAPublicKey):
        kind = f"RSA {key.key_size}"
    elif isinstance(key, ec.EllipticCurvePublicKey):
        kind = f"EC {key.curve.name}"
    return f"{kind}, SHA-256 {hashlib.sha256(spki).hexdigest()[:_FINGERPRINT]}"
