"""Pictures that settings name, by their hash: one that was ever used stays."""

from __future__ import annotations

import hashlib

from sqlite_utils import Database


def keep_picture(db: Database, content: bytes) -> str:
    """Keeps a picture; returns its hash."""
    name = hashlib.sha256(content).hexdigest()
    db.execute(
        "insert into picture (sha256, content) values (?, ?) on conflict do nothing",
        [name, content],
    )
    return name


def find_picture(db: Database, name: str) -> bytes | None:
    """The picture of that hash, or None."""
    row = db.execute("select content from picture where sha256 = ?", [name]).fetchone()
    return None if row is None else bytes(row[0])
