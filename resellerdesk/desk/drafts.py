"""What a rep is typing, kept in a file of that user's own, so that a dropped line loses nothing.

No draft touches the shared database (docs/security.md says where the files lie).
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.own_folder import own_folder

Draft = Mapping[str, str]


def keep_draft(desk: Desk, about: str, values: Draft) -> None:
    """Keeps what was typed so far; `about` names the form and what it is filled in for.

    A disk that is full or closed must not stop the typing: then there is no draft.
    """
    path = _path(desk, about)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.touch(mode=0o600)
        beside.write_text(json.dumps({"about": about, "values": dict(values)}), "utf-8")
        beside.replace(path)
    except OSError:
        return


def find_draft(desk: Desk, about: str) -> Draft:
    """What was typed before and never sent; empty where there is nothing, or nothing readable."""
    try:
        found = json.loads(_path(desk, about).read_bytes())
    except (OSError, ValueError):
        return {}
    values = found.get("values") if isinstance(found, dict) else None
    if not isinstance(values, dict):
        return {}
    return {str(name): value for name, value in values.items() if isinstance(value, str)}


def drop_draft(desk: Desk, about: str) -> None:
    """Forgets a draft: it was sent, or is not wanted any more."""
    try:
        _path(desk, about).unlink(missing_ok=True)
    except OSError:
        return


def _path(desk: Desk, about: str) -> Path:
    """A file a form, a subject and a desk: two desks of one user share no draft."""
    where = f"{desk.store.path.resolve()}\0{desk.user}\0{about}"
    name = hashlib.sha256(where.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return own_folder() / "drafts" / f"{name}.json"
