"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that, whatever happens, all of it is there or what was there before.

    A link is followed; a file that is replaced keeps its permissions. Raises Refusal where the
    folder is missing or cannot be written, or the path is no ordinary file.
    """
    with written_after(path, content):
        pass


@contextmanager
def written_after(path: Path, content: bytes) -> Iterator[None]:
    """The same for a file that has to be recorded: it is put in its place after the block, and
    not at all where the block fails. What can be refused is refused before the block."""
    try:
        refuse_unwritable(path)
        target = Path(os.path.realpath(path))
        beside = target.with_name(f".{secrets.token_hex(8)}.part")
        try:
            _write(beside, content)
            if target.exists():
                beside.chmod(target.stat().st_mode & 0o777)
            yield
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise Refusal(
            T("{file}: cannot be written: {why}; choose another place", file=str(path), why=why)
        ) from None


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def refuse_unwritable(path: Path) -> None:
    """Raises Refusal where no file can be written at a path: best asked before the work."""
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
