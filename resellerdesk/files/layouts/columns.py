"""Columns that several layouts share."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from babel.numbers import list_currencies

from resellerdesk.core.money import decimal_text, parse_amount
from resellerdesk.core.text import T
from resellerdesk.sdk.layout import Cell
from resellerdesk.sdk.reading import Unreadable, decimal_number, required, text

VendorOf = Callable[[str], str]
"""The vendor meant where a file names none, by family ("" for none); "" if nobody is meant."""

REGIONS = frozenset({"EMEA", "AMS", "JP", "CN", "APJ"})

_EXAMPLE = 3120


def vendor(cells: Mapping[str, Cell], family: str, vendor_of: VendorOf) -> str:
    """Whose product it is: the file's word, else the default. Raises Unreadable for neither."""
    found = text(cells, "vendor") or vendor_of(family)
    if not found:
        raise Unreadable("vendor", None, T("is empty, and the setting vendor.default is too"))
    return found


def family(cells: Mapping[str, Cell]) -> str:
    """The key of a family, in lower case. Raises Unreadable."""
    return required(cells, "family").lower()


def currency(cells: Mapping[str, Cell]) -> str:
    """An ISO 4217 code in capitals. Raises Unreadable."""
    code = required(cells, "currency").upper()
    if code not in _currencies():
        raise Unreadable("currency", cells["currency"], T("is no currency code such as EUR"))
    return code


@cache
def _currencies() -> frozenset[str]:
    return frozenset(code for code in list_currencies() if re.fullmatch("[A-Z]{3}", code))


def region(cells: Mapping[str, Cell], default: str, others: frozenset[str] = frozenset()) -> str:
    """One of the regions, or of the others that the column takes. Raises Unreadable."""
    code = text(cells, "region").upper() or default
    if code not in REGIONS | others:
        allowed = ", ".join(sorted(REGIONS | others))
        raise Unreadable("region", cells.get("region"), T("is none of {words}", words=allowed))
    return code


def amount(cells: Mapping[str, Cell], column: str, code: str) -> int:
    """Minor units of an amount of 0 or more in that currency. Raises Unreadable."""
    number = format(decimal_number(cells, column), "f")
    try:
        found = parse_amount(number, code)
    except ValueError:
        example = decimal_text(_EXAMPLE, code)
        reason = T("is no amount in {currency} such as {example}", currency=code, example=example)
        raise Unreadable(column, cells[column], reason) from None
    if found < 0:
        raise Unreadable(column, cells[column], T("is below 0"))
    return found
