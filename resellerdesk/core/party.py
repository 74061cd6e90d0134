"""The reseller who quotes: what a quote keeps of the profile (docs/domain.md, 1)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seller:
    """The reseller's profile as it stood when the quote was made; `logo` names a picture that the
    desk keeps."""

    name: str = ""
    country: str = ""
    vat_number: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    legal_line: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""
    terms: str = ""
    conditions: str = ""
    accent: str = ""
    logo: str = ""
