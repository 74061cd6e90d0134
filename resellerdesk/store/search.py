"""Finding entitlements by parts of names, as people type them."""

from __future__ import annotations

import unicodedata
from typing import Any

from resellerdesk.store import dialect

SHORTEST_PHRASE = 3  # trigrams know nothing shorter


def fold(text: str) -> str:
    """Case, accents, ligatures and widths aside: `Straße` and `STRASSE` become `strasse`."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


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
