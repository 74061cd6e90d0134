"""One customer's quote of all four families: what is quoted, and what each needs to be ordered."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from cli.typing_in import Typed

LICENCES = "software:2368167839"
SUBSCRIPTION = "cloud:dd2cefb8-23c9-4fea-aefa-af664c2fb124"
UNIT = "hardware:2648127757"
PLAN = "ssl:926834412"
MIXED = (LICENCES, SUBSCRIPTION, UNIT, PLAN)
GATEWAY = "software:KES-0001"
"""Another vendor's, of the same customer."""

_NAME = x509.Name([
    x509.NameAttribute(NameOID.COUNTRY_NAME, "FR"),
    x509.NameAttribute(NameOID.LOCALITY_NAME, "London"),
    x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Éditions du Vieux-Port"),
    x509.NameAttribute(NameOID.COMMON_NAME, "www.customer-78.example"),
])


def write_certificate(folder: Path) -> tuple[Path, Path]:
    """The plan's certificate in use and a request under the same name."""
    key = ec.generate_private_key(ec.SECP256R1())
    start = dt.datetime(2026, 8, 1, tzinfo=dt.UTC)
    old = (
        x509.CertificateBuilder().subject_name(_NAME).issuer_name(_NAME)
        .public_key(key.public_key()).serial_number(78).not_valid_before(start)
        .not_valid_after(start + dt.timedelta(days=199)).sign(key, SHA256())
    )
    new = x509.CertificateSigningRequestBuilder().subject_name(_NAME).sign(key, SHA256())
    files = folder / "old.pem", folder / "new.csr"
    for file, written in zip(files, (old, new), strict=True):
        file.write_bytes(written.public_bytes(Encoding.PEM))
    return files


def quoted(typed: Typed, *more: str) -> Any:
    """The quote of section 11, with the reseller's own figures."""
    said = typed("quote", *MIXED, *more, "--align", "auto", "--discount", "7.5", "--margin",
                 "--json")
    assert said.status == 0, said.err
    return said.json


def prepared(typed: Typed, folder: Path) -> None:
    """Every step that stands before an order of the four."""
    old, new = write_certificate(folder)
    taken(typed, LICENCES, "verify", "renewal_id=2368167839")
    taken(typed, UNIT, "confirm", "serial=2648127757")
    taken(typed, PLAN, "check", f"old=@{old}", f"request=@{new}")


def taken(typed: Typed, ref: str, step: str, *values: str) -> Any:
    """A step that is allowed; the renewal after it."""
    said = typed("advance", ref, step, *(["--set", *values] if values else []), "--json")
    assert said.status == 0, said.err
    [shown] = said.json
    return shown


def states(typed: Typed, *refs: str) -> list[str]:
    return [typed("show", ref, "--json").json["state"] for ref in refs]
