"""Opening a file to import, whatever it is: text in several encodings, or a workbook."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.files.csv_rows import open_csv
from resellerdesk.files.encoding import Source
from resellerdesk.files.sheet import Sheet

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")


def open_sheet(path: Path, known: Sequence[frozenset[str]]) -> Sheet:
    """The table in a CSV file or workbook, found by the columns that known layouts need.

    Encoding, delimiter and header row are detected; title rows above the header are skipped.
    Raises Refusal, at once or while the rows are gone through, where the file cannot be read.
    """
    file = str(path)
    try:
        source = _source(path)
        with source() as stream:
            start = stream.read(len(_OLD_OFFICE))
            if not start.startswith((_ZIP, _OLD_OFFICE)):
                return open_csv(source, file, known)
            content = start + stream.read()
    except OSError as error:
        why = error.strerror or str(error)
        raise Refusal(
            T("{file}: cannot be read: {why}; name a CSV file or a workbook that you may read",
              file=file, why=why)
        ) from None
    if start == _OLD_OFFICE:
        raise _old_office(file, content)
    from resellerdesk.files.xlsx_rows import open_workbook

    return open_workbook(content, file, known)


def _source(path: Path) -> Source:
    """Opens the file anew each time; what comes through a pipe is kept, as it comes but once."""
    mode = path.stat().st_mode
    if stat.S_ISFIFO(mode):
        content = path.read_bytes()
        return lambda: BytesIO(content)
    if stat.S_ISDIR(mode):
        raise Refusal(T("{file} is a folder; name the files in it", file=str(path)))
    if not stat.S_ISREG(mode):
        raise Refusal(T("{file} is a device; name a CSV file or a workbook", file=str(path)))
    return lambda: path.open("rb")


def _old_office(file: str, content: bytes) -> Refusal:
    if _PROTECTED in content:
        return Refusal(
            T("{file} is protected with a password; save it without one and import that",
              file=file)
        )
    return Refusal(
        T("{file} is in Excel's old format (.xls); save it as .xlsx or as CSV UTF-8", file=file)
    )
