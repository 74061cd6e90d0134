"""Old certificate and new request, field by field (docs/domain.md, section 5.5, rules 4 and 5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from resellerdesk.translation.translate import Translator

from resellerdesk_ssl.certificates import Unreadable, read_certificate, read_request
from resellerdesk_ssl.comparing import compare
from resellerdesk_ssl.comparison import comparison_table, named
from resellerdesk_ssl.details import Compared

KEY = ec.generate_private_key(ec.SECP256R1())
ENGLISH = Translator("en")
Fields = Sequence[tuple[x509.ObjectIdentifier, str]]
LENOIR: Fields = (
    (NameOID.COUNTRY_NAME, "FR"), (NameOID.ORGANIZATION_NAME, "Lenoir SA"),
    (NameOID.COMMON_NAME, "www.lenoir.example"),
)
EXTENDED: Fields = (
    (NameOID.BUSINESS_CATEGORY, "Private Organization"), (NameOID.SERIAL_NUMBER, "404833048"),
    (NameOID.JURISDICTION_COUNTRY_NAME, "FR"),
)


def _name(fields: Fields) -> x509.Name:
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in fields])


def certificate(fields: Fields, encoding: Encoding = Encoding.PEM) -> bytes:
    start = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)
    built = (
        x509.CertificateBuilder().subject_name(_name(fields)).issuer_name(_name(LENOIR))
        .public_key(KEY.public_key()).serial_number(7).not_valid_before(start)
        .not_valid_after(start + dt.timedelta(days=199)).sign(KEY, SHA256())
    )
    return built.public_bytes(encoding)


def request(fields: Fields, names: Sequence[str] = (), encoding: Encoding = Encoding.PEM,
            key: Any = KEY) -> bytes:
    built = x509.CertificateSigningRequestBuilder().subject_name(_name(fields))
    if names:
        alternative = x509.SubjectAlternativeName([x509.DNSName(name) for name in names])
        built = built.add_extension(alternative, critical=False)
    signed = built.sign(key, None if isinstance(key, ed25519.Ed25519PrivateKey) else SHA256())
    return signed.public_bytes(encoding)


def compared(old: bytes, new: bytes) -> tuple[Compared, ...]:
    return compare(read_certificate(old), read_request(new).subject)


def changed(old: Fields, new: Fields) -> list[str]:
    return [row.field for row in compared(certificate(old), request(new)) if row.renames]


@pytest.mark.parametrize(
    ("name", "differing", "renaming"),
    [
        ("same.csr", ["dns_names"], []),
        ("organisation-changed.csr", ["organization", "dns_names"], ["organization"]),
        ("name-and-key-changed.csr", ["common_name", "locality", "dns_names", "key"],
         ["common_name", "locality"]),
    ],
)
def test_the_sample_requests(
    file: Any, name: str, differing: list[str], renaming: list[str]
) -> None:
    rows = compared(file("old.pem"), file(name))
    assert [row.field for row in rows] == [
        "common_name", "organization", "locality", "country", "dns_names", "key"
    ]
    assert [row.field for row in rows if row.differs] == differing
    assert [row.field for row in rows if row.renames] == renaming


def test_each_row_says_what_was_and_what_becomes_of_it(file: Any) -> None:
    rows = {row.field: row for row in compared(file("old.pem"), file("name-and-key-changed.csr"))}
    assert (rows["locality"].old, rows["locality"].new) == ("Lyon", "Paris")
    assert rows["dns_names"].old == "lenoir.example www.lenoir.example"
    assert rows["dns_names"].new == "www.lenoir.example"
    assert rows["key"].old.startswith("EC secp256r1, SHA-256 ")
    assert rows["key"].old != rows["key"].new


@pytest.mark.parametrize("field", range(3))
def test_any_field_that_is_missing_changes_the_name(field: int) -> None:
    less = [*LENOIR[:field], *LENOIR[field + 1:]]
    keys = ["country", "organization", "common_name"]
    assert changed(LENOIR, less) == [keys[field]]
    assert changed(less, LENOIR) == [keys[field]]


@pytest.mark.parametrize(
    "oid",
    [NameOID.ORGANIZATIONAL_UNIT_NAME, NameOID.STATE_OR_PROVINCE_NAME, NameOID.EMAIL_ADDRESS,
     NameOID.STREET_ADDRESS, NameOID.POSTAL_CODE, NameOID.TITLE],
)
def test_a_field_of_whatever_kind_that_changes_or_is_added_changes_the_name(
    oid: x509.ObjectIdentifier
) -> None:
    assert len(changed([*LENOIR, (oid, "one")], [*LENOIR, (oid, "two")])) == 1
    assert len(changed(LENOIR, [*LENOIR, (oid, "two")])) == 1


def test_a_field_without_a_word_goes_by_its_number() -> None:
    assert changed(LENOIR, [*LENOIR, (NameOID.TITLE, "Mr")]) == ["2.5.4.12"]
    assert ENGLISH.text(named(["organization", "2.5.4.12"])) == "Organisation, Field 2.5.4.12"


def test_neither_order_nor_case_nor_spaces_make_another_name() -> None:
    other = [(oid, f" {value.upper()}" if oid != NameOID.COUNTRY_NAME else value)
             for oid, value in reversed(LENOIR)]
    spaced = [(oid, value.replace(" ", "  ")) for oid, value in other]
    assert changed(LENOIR, spaced) == []


def test_accents_and_signs_do() -> None:
    accented = [*LENOIR[:1], (NameOID.ORGANIZATION_NAME, "Lenoîr SA"), *LENOIR[2:]]
    assert changed(LENOIR, accented) == ["organization"]


def test_several_values_of_one_field_are_compared_together() -> None:
    unit = NameOID.ORGANIZATIONAL_UNIT_NAME
    assert changed([*LENOIR, (unit, "Web"), (unit, "IT")], [(unit, "IT"), *LENOIR, (unit, "Web")]
                   ) == []
    assert changed([*LENOIR, (unit, "Web"), (unit, "IT")], [*LENOIR, (unit, "Web")]) == [
        "organizational_unit"
    ]


def test_what_the_authority_alone_writes_is_shown_and_not_missed_in_a_request() -> None:
    rows = compared(certificate([*EXTENDED, *LENOIR]), request(LENOIR))
    assert [row.field for row in rows if row.renames] == []
    assert [row.field for row in rows if row.differs] == [
        "registration_number", "business_category", "jurisdiction_country"
    ]


def test_a_request_that_gives_another_registration_number_changes_the_name() -> None:
    other = [(NameOID.SERIAL_NUMBER, "999"), *LENOIR]
    assert changed([*EXTENDED, *LENOIR], other) == ["registration_number"]


def test_alternative_names_in_another_order_or_case_are_the_same() -> None:
    one = read_request(request(LENOIR, ["b.example", "A.example"])).subject
    other = read_request(request(LENOIR, ["a.example", "b.example"])).subject
    assert one.dns_names == other.dns_names == ("a.example", "b.example")


@pytest.mark.parametrize(
    ("key", "described"),
    [(rsa.generate_private_key(65537, 2048), "RSA 2048, SHA-256 "),
     (ed25519.Ed25519PrivateKey.generate(), "Ed25519, SHA-256 "),
     (ec.generate_private_key(ec.SECP384R1()), "EC secp384r1, SHA-256 ")],
)
def test_a_key_is_described_by_kind_and_fingerprint(key: Any, described: str) -> None:
    assert read_request(request(LENOIR, key=key)).subject.key.startswith(described)


def test_der_is_read_as_pem_is_and_the_request_kept_in_pem() -> None:
    assert read_certificate(certificate(LENOIR, Encoding.DER)) == read_certificate(
        certificate(LENOIR)
    )
    binary, text = request(LENOIR, encoding=Encoding.DER), request(LENOIR)
    assert read_request(binary).subject == read_request(text).subject
    assert read_request(binary).pem.startswith("-----BEGIN CERTIFICATE REQUEST-----\n")


@pytest.mark.parametrize(
    "content", [b"", b"certificate", b"\x30\x03\x02\x01\x01",
                b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
)
def test_anything_else_is_unreadable(content: bytes) -> None:
    with pytest.raises(Unreadable):
        read_certificate(content)
    with pytest.raises(Unreadable):
        read_request(content)


def test_a_request_that_was_tampered_with_is_unreadable(file: Any) -> None:
    sound = x509.load_pem_x509_csr(file("same.csr")).public_bytes(Encoding.DER)
    with pytest.raises(Unreadable):
        read_request(sound.replace(b"Lyon", b"Nice"))


def test_the_table_is_the_reseller_s_own(file: Any) -> None:
    table = comparison_table(compared(file("old.pem"), file("organisation-changed.csr")))
    assert (table.key, table.internal) == ("comparison", True)
    assert [key for key, _ in table.columns] == ["field", "old", "new", "differs", "renames"]
    title, *rest = table.rows[1]
    assert title.message == "Organisation"
    assert rest == ["Brasserie Lenoir & Fils", "Lenoir Holding SA", True, True]
