"""Customers: who they are, what they pay in, and whom one asks there."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from babel import Locale

from resellerdesk.core.customer import Customer
from resellerdesk.core.money import parse_percent
from resellerdesk.core.region import region_of
from resellerdesk.core.text import T
from resellerdesk.files.layouts.columns import currency, region
from resellerdesk.sdk.layout import Cell
from resellerdesk.sdk.reading import (
    Unreadable,
    decimal_number,
    is_blank,
    required,
    text,
    whole_number,
)
from resellerdesk.translation.formats import ENGLISH
from resellerdesk.translation.languages import language_tag

KEY = "customers"
HEADERS = frozenset({"customer_id", "name", "country", "currency"})

_UNIONS_AND_TEST_CODES = frozenset("EU EZ QO UN XA XB ZZ".split())


class Contact(NamedTuple):
    """Somebody at a customer, as the columns `contact_name`, `email` and `phone` say."""

    name: str
    email: str
    phone: str


def read(cells: Mapping[str, Cell]) -> Customer | None:
    """A customer. A region that is not given follows from the country, the language is English."""
    if is_blank(cells):
        return None
    country = _country(cells)
    return Customer(
        id=required(cells, "customer_id"),
        name=required(cells, "name"),
        country=country,
        currency=currency(cells),
        region=region(cells, region_of(country)),
        segment=text(cells, "segment").lower(),
        language=_language(cells),
        vat_number=text(cells, "vat_number"),
        email=text(cells, "email"),
        program=text(cells, "program").lower(),
        street=text(cells, "street"),
        postal_code=text(cells, "postal_code"),
        city=text(cells, "city"),
        payment_days=whole_number(cells, "payment_days") if text(cells, "payment_days") else None,
        owner=text(cells, "owner"),
        agreed_quantity=_agreed_quantity(cells),
        tax_rate=_tax_rate(cells),
        tax_note=text(cells, "tax_note"),
    )


def contact(cells: Mapping[str, Cell]) -> Contact | None:
    """Whom one asks there; None where the row names nobody."""
    name = text(cells, "contact_name")
    return Contact(name, text(cells, "email"), text(cells, "phone")) if name else None


def _country(cells: Mapping[str, Cell]) -> str:
    code = required(cells, "country").upper()
    if code not in _countries():
        raise Unreadable("country", cells["country"], T("is no country code such as FR or GB"))
    return code


@cache
def _countries() -> frozenset[str]:
    codes = map(str, Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2) - _UNIONS_AND_TEST_CODES


def _language(cells: Mapping[str, Cell]) -> str:
    tag = language_tag(text(cells, "language") or ENGLISH)
    if not tag:
        raise Unreadable("language", cells["language"], T("is no language code such as fr or ja"))
    return tag


def _agreed_quantity(cells: Mapping[str, Cell]) -> int:
    return whole_number(cells, "agreed_quantity") if text(cells, "agreed_quantity") else 0


def _tax_rate(cells: Mapping[str, Cell]) -> Decimal | None:
    if not text(cells, "tax_rate"):
        return None
    try:
        return parse_percent(str(decimal_number(cells, "tax_rate")))
    except ValueError:
        reason = T("is no percentage from 0 to 100, such as 7.5")
        raise Unreadable("tax_rate", cells["tax_rate"], reason) from None
