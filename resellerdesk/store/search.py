"""Finding entitlements by parts of names, as people type them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
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
    like = f"like{n}"
    values = {like: f"%{_literally(word)}%"}
    if len(word) >= SHORTEST_PHRASE:
        ids = _rare(db, word, values[like])
        if ids is not None:
            listed = ", ".join(map(str, ids))
            return Found(f"r.entitlement_id in ({listed})" if ids else "1 = 0", {}, few=True)
    condition = (
        "exists (select 1 from entitlement s where s.id = r.entitlement_id and "
        f"(s.folded like :{like} escape '\\' or s.customer_id in "
        f"(select id from customer where folded like :{like} escape '\\')))"
    )
    return Found(condition, values, few=False)


def _rare(db: Database, word: str, like: str) -> Sequence[int] | None:
    """The entitlements in which a word stands, None where there are many."""
    found = db.execute(
        f"{dialect.MATCHES} union all select id from entitlement where customer_id in "
        f"(select id from customer where folded like :like escape '\\') limit {MANY}",
        {"phrase": dialect.phrase(word), "like": like},
    ).fetchall()
    return None if len(found) >= MANY else sorted({row[0] for row in found})


def _literally(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
