"""Addresses as their own countries write them, line by line."""

from __future__ import annotations

import re

from resellerdesk.documents.press import Press

# Where the postal code follows the town.
_CODE_LAST = frozenset("AU CA GB ID IE IN NZ PH SG TH US ZA".split())
_EASTERN = frozenset("CN HK JP KR TW".split())
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def address_lines(street: str, postal_code: str, town: str, country: str) -> list[str]:
    """Street and town, without the country; what is not known is left out.

    An address in Far Eastern writing goes from the large to the small.
    """
    if country in _EASTERN and _HAN.search(street + town):
        code = f"〒{postal_code}" if country == "JP" and postal_code else postal_code
        lines = [code, town + street]
    elif country in _CODE_LAST or country in _EASTERN:
        lines = [street, f"{town} {postal_code}".strip()]
    else:
        lines = [street, f"{postal_code} {town}".strip()]
    return [line for line in lines if line]


def seller_address(press: Press) -> str:
    """The reseller's address on one line, with the country where the customer is in another."""
    seller = press.view.seller
    lines = address_lines(seller.street, seller.postal_code, seller.city, seller.country)
    if lines and seller.country != press.view.customer.country and seller.country:
        lines.append(press.translator.country(seller.country))
    return (" " if _HAN.search("".join(lines[:2])) else ", ").join(lines)
