"""Finding entitlements by parts of names, as people type them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from resellerdesk.store import dialect

SHORTEST_PHRASE = 3  # trigrams know nothing shorter
MANY = 2000
"""How often a word must stand somewhere to be no rare one."""

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


@dataclass(frozen=True, slots=True)
class Found:
    """A condition on `renewal r` and its parameters; `few` where it alone leaves few of them."""

    condition: str
    values: Mapping[str, Any]
    few: bool


def search_clause(db: Database, typed: str) -> Found:
    """What finds the renewals of what somebody typed: every word, in what is held or in the
    customer's name and number."""
    words = fold(typed).split()
    found = [_word(db, n, word) for n, word in enumerate(words)]
    values = {name: value for word in found for name, value in word.values.items()}
    condition = " and ".join(word.condition for word in found) or "1 = 1"
    return Found(condition, values, any(word.few for word in found))


def _word(db: Database, n: int, word: str) -> Found:
    """A rare word is looked up; one that is all over the place is looked for row by row, which
    finds the first of them at once and in any order."""
    like, phrase = f"like{n}", f"phrase{n}"
    values = {like: f"%{_literally(word)}%"}
    customers = f"select id from customer where folded like :{like} escape '\\'"
    if len(word) >= SHORTEST_PHRASE:
        matches = dialect.MATCHES.replace(":phrase", f":{phrase}")
        held = f"select id from entitlement where customer_id in ({customers})"
        looked_up = {**values, phrase: dialect.phrase(word)}
        [(count,)] = db.execute(
            f"select count(*) from ({matches} union all {held} limit {MANY})", looked_up
        ).fetchall()
        if count < MANY:
            condition = f"r.entitlement_id in ({matches} union {held})"
            return Found(condition, looked_up, few=True)
    condition = (
        "exists (select 1 from entitlement s where s.id = r.entitlement_id and "
        f"(s.folded like :{like} escape '\\' or s.customer_id in ({customers})))"
    )
    return Found(condition, values, few=False)


def _literally(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
