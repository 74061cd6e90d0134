"""Documents as they were issued: kept whole, by hash, and never changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlite_utils import Database


def keep_issued(
    db: Database, number: str, revision: int, content: bytes, at: str, by: str
) -> None:
    """Keeps the PDF of a quote's revision; the first one stays."""
    db.execute(
        "insert into document (number, revision, kind, sha256, content, at, actor) "
        "values (?, ?, 'issued', ?, ?, ?, ?) on conflict do nothing",
        [number, revision, hashlib.sha256(content).hexdigest(), content, at, by],
    )


def keep_signed(
    db: Database, number: str, revision: int, content: bytes, at: str, by: str
) -> None:
    """Keeps the copy that the customer signed."""
    db.execute(
        "insert into document (number, revision, kind, sha256, content, at, actor) "
        "values (?, ?, 'signed', ?, ?, ?, ?)",
        [number, revision, hashlib.sha256(content).hexdigest(), content, at, by],
    )


def find_issued(db: Database, number: str, revision: int) -> bytes | None:
    """The PDF of a quote's revision, byte for byte as it was issued."""
    row = db.execute(
        "select content from document where number = ? and revision = ? and kind = 'issued'",
        [number, revision],
    ).fetchone()
    return None if row is None else bytes(row[0])


def every_issued(db: Database) -> Iterator[tuple[str, int, bytes]]:
    """Number, revision and content of each issued PDF that is as it was kept."""
    rows = db.execute(
        "select number, revision, sha256, content from document where kind = 'issued' "
        "order by number, revision"
    )
    for number, revision, hash_, content in rows:
        if hashlib.sha256(content).hexdigest() == hash_:
            yield number, revision, bytes(content)
