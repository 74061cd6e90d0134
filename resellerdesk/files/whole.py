"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that, whatever happens, all of it is there or what was there before.

    A link is followed; a file that is replaced keeps its permissions. Raises Refusal where the
    folder is missing or cannot be written, or the path is no ordinary file.
    """
    try:
        _refuse_unwritable(path)
        _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        why = error.strerror or str(error)
        raise Refusal(
            T("{file}: cannot be written: {why}; choose another place", file=str(path), why=why)
        ) from None


def _replace(target: Path, content: bytes) -> None:
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _refuse_unwritable(path: Path) -> None:
    if path.is_dir():
        raise Refusal(T("{file} is a folder; name a file in it", file=str(path)))
    if path.exists() and not path.is_file():
        raise Refusal(T("{file} is a device; name an ordinary file", file=str(path)))
    folder = Path(os.path.realpath(path)).parent
    if not folder.is_dir():
        raise Refusal(
            T("{file}: there is no folder {folder}; make it first, or name another",
              file=str(path), folder=str(folder))
        )
