"""Whether a VAT number passes its country's check digits (docs/domain.md, 9)."""

from __future__ import annotations

from stdnum import get_cc_module
from stdnum.eu import vat as eu_vat


def is_valid(number: str, country: str) -> bool:
    """Checks form and check digits by python-stdnum; True where the country has no check."""
    if country in _EU_PREFIXES:
        return bool(eu_vat.is_valid(number))
    module = get_cc_module(country.lower(), "vat")
    return True if module is None else bool(module.is_valid(number))


_EU_PREFIXES = frozenset({code.upper() for code in eu_vat.MEMBER_STATES} | {"GR"})
