"""Finding entitlements by parts of names, as people type them."""

from __future__ import annotations

import unicodedata
from typing import Any

from resellerdesk.store import dialect

SHORTEST_PHRASE = 3  # trigrams know nothing shorter

# What no decomposition takes apart, and what word processors put in place of ' and -.
_PLAIN = str.maketrans(
    {
        "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i",
        "þ": "th", "‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "‐": "-", "–": "-", "—": "-",
    }
)


def fold(text: str) -> str:
    """Case, accents, ligatures and widths aside: `Straße` and `STRASSE` become `strasse`."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    # Again: some signs, such as the one for number, are capitals only once taken apart.
    return plain.casefold().translate(_PLAIN)


def search_clause(typed: str) -> tuple[str, dict[str, Any]]:
    """A condition on `entitlement e` joined with `customer c`, and its parameters.

    Every word must be found, in what is held or in the customer's name and number.
    """
    conditions: list[str] = []
    values: dict[str, Any] = {}
    for n, word in enumerate(fold(typed).split()):
        like, phrase = f"like{n}", f"phrase{n}"
        values[like] = f"%{_literally(word)}%"
        held = f"e.folded like :{like} escape '\\'"
        if len(word) >= SHORTEST_PHRASE:
            values[phrase] = dialect.phrase(word)
            held = f"e.id in ({dialect.MATCHES.replace(':phrase', f':{phrase}')})"
        conditions.append(
            f"({held} or e.customer_id in "
            f"(select id from customer where folded like :{like} escape '\\'))"
        )
    return " and ".join(conditions) or "1 = 1", values


def _literally(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
