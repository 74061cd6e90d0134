"""Reads a stranger's PDF in a process of its own, which may take only so much time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict

from resellerdesk.documents.read_pdf import PdfRead, Unreadable, read_pdf

LARGEST = 64 * 1024 * 1024
SECONDS = 20.0
_MEMORY = 1024 * 1024 * 1024
_MOST_WORDS = 32 * 1024 * 1024


def read_apart(content: bytes) -> PdfRead:
    """What a PDF says. Raises Unreadable, whatever the file does to whoever reads it."""
    if len(content) > LARGEST:
        raise Unreadable("too large")
    try:
        # -P: a folder where somebody put a file called pypdf.py is not where programs come from.
        done = subprocess.run(
            [sys.executable, "-P", "-m", __name__], input=content, capture_output=True,
            timeout=SECONDS, check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable("too slow") from error
    try:
        said = json.loads(done.stdout)
    except ValueError as error:
        raise Unreadable("damaged") from error
    if "why" in said:
        raise Unreadable(said["why"])
    return PdfRead(**said)


def _limit_memory() -> None:
    import resource

    with suppress(OSError, ValueError):  # where the system has no such limit
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def main() -> None:
    """The process of its own: a PDF comes in, what it says goes out as JSON."""
    _limit_memory()
    try:
        said = json.dumps(asdict(read_pdf(sys.stdin.buffer.read())))
        if len(said) > _MOST_WORDS:
            raise Unreadable("too large")
    except Unreadable as unreadable:
        said = json.dumps({"why": unreadable.why})
    sys.stdout.write(said)


if __name__ == "__main__":
    main()
