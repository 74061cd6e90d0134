"""Settings that are pictures: the file is read once, checked, and kept by its hash."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from resellerdesk.core.profile import is_picture
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.files.given import read_file
from resellerdesk.store.engine import Database
from resellerdesk.store.pictures import find_picture, keep_picture

_KEPT = "sha256:"


def pictures_in(desk: Desk, given: Mapping[str, str]) -> dict[str, bytes]:
    """The pictures that some settings name, read and checked, by the setting. Raises Refusal for a
    file that cannot be read or is no picture that we draw."""
    found: dict[str, bytes] = {}
    for name, value in given.items():
        if is_picture(name) and value:
            found[name] = _kept(desk, name, value) or _read(name, value)
    return found


def with_pictures(
    db: Database, given: Mapping[str, str], pictures: Mapping[str, bytes]
) -> dict[str, str]:
    """The settings as they are stored: a picture by its hash."""
    return {
        name: _KEPT + keep_picture(db, pictures[name]) if name in pictures else value
        for name, value in given.items()
    }


def picture_of(db: Database, value: str) -> bytes | None:
    """The picture that a stored setting names; None where there is none."""
    return find_picture(db, value.removeprefix(_KEPT)) if value.startswith(_KEPT) else None


def _kept(desk: Desk, name: str, value: str) -> bytes | None:
    """The picture itself where its hash is given, as `settings` shows it."""
    if not value.startswith(_KEPT):
        return None
    with desk.store.read() as db:
        picture = picture_of(db, value)
    if picture is None:
        raise Refusal(T("{name}: no picture {hash} is kept; name a PNG or SVG file",
                        name=name, hash=value))
    return picture


def _read(name: str, value: str) -> bytes:
    # Loaded here alone: it brings the library that draws.
    from resellerdesk.documents.logo import LARGEST_FILE, read_logo

    content = read_file(Path(value), LARGEST_FILE + 1)
    try:
        read_logo(content)
    except ValueError as error:
        raise Refusal(
            T("{name}: {file} cannot be drawn ({why}); save it as PNG, or as SVG of plain filled "
              "shapes", name=name, file=value, why=str(error))
        ) from None
    return content
