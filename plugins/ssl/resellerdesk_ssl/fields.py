"""The fields of a certificate that are compared: what people call them, which make its name."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from resellerdesk.sdk import Text

from resellerdesk_ssl.wording import T

DNS_NAMES, KEY = "dns_names", "key"

# In the order in which they are shown.
BY_OID: Mapping[str, str] = {
    "2.5.4.3": "common_name",
    "2.5.4.10": "organization",
    "2.5.4.11": "organizational_unit",
    "2.5.4.7": "locality",
    "2.5.4.8": "state",
    "2.5.4.6": "country",
    "2.5.4.9": "street",
    "2.5.4.17": "postal_code",
    "1.2.840.113549.1.9.1": "email",
    "2.5.4.5": "registration_number",
    "2.5.4.15": "business_category",
    "1.3.6.1.4.1.311.60.2.1.1": "jurisdiction_locality",
    "1.3.6.1.4.1.311.60.2.1.2": "jurisdiction_state",
    "1.3.6.1.4.1.311.60.2.1.3": "jurisdiction_country",
}

_TITLES: Mapping[str, Text] = {
    "common_name": T("Common name"),
    "organization": T("Organisation"),
    "organizational_unit": T("Department"),
    "locality": T("City"),
    "state": T("State"),
    "country": T("Country"),
    "street": T("Street"),
    "postal_code": T("Postal code"),
    "email": T("E-mail"),
    "registration_number": T("Registration number"),
    "business_category": T("Business category"),
    "jurisdiction_locality": T("City of registration"),
    "jurisdiction_state": T("State of registration"),
    "jurisdiction_country": T("Country of registration"),
    DNS_NAMES: T("Alternative names"),
    KEY: T("Key"),
}

ORDERED = ("common_name", "organization", "locality", "state", "country")
"""The fields of a name that an order names too."""

WRITTEN_BY_THE_AUTHORITY = frozenset(
    {"registration_number", "business_category", "jurisdiction_locality", "jurisdiction_state",
     "jurisdiction_country"}
)
"""What extended validation adds: requests do not carry it, and so lose nothing without it."""


def title_of(field: str) -> Text:
    """What people call a field; one that nobody has a word for goes by its number."""
    return _TITLES.get(field) or T("Field {oid}", oid=field)


def same_words(one: str, other: str) -> bool:
    """Whether two values of a name are the same: case, width and runs of spaces aside, as X.500
    compares them."""
    return _plain(one) == _plain(other)


def same_serial(one: str, other: str) -> bool:
    """Whether two serial numbers are the same, however they are written: `0A:1B`, `a1b`. Nobody
    knows that of an empty one."""
    return bool(one and other) and _digits(one) == _digits(other)


def _digits(serial: str) -> str:
    return "".join(filter(str.isalnum, serial)).casefold().lstrip("0")


def _plain(value: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", value).casefold().split())
