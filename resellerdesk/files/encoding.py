"""Which encoding a text file is in: UTF-8, UTF-16 or Windows-1252."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T

Source = Callable[[], BinaryIO]
"""Opens the file's bytes from the beginning; whoever calls it closes what it returns."""

_CHUNK = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class _Broken:
    """The line of the first byte that does not fit, and whether all before it was ASCII."""

    line: int
    after_ascii: bool


def encoding_of(source: Source, file: str) -> str:
    """The encoding that the whole file can be read in, as Python names it.

    Without a byte order mark: UTF-8 if all of it is, else Windows-1252. Raises Refusal, naming
    the line, where neither fits.
    """
    with source() as stream:
        start = stream.read(4)
    encoding = next((name for mark, name in _MARKS if start.startswith(mark)), _unmarked(start))
    broken = _first_break(source, encoding, file)
    if broken is None:
        return encoding
    # Windows-1252 text breaks UTF-8 at its first letter with an accent. Where such letters were
    # read before, the file is UTF-8 with a fault, and would be misread as anything else.
    if encoding != "utf-8" or not broken.after_ascii:
        raise _no_text(file, broken.line, encoding.removesuffix("-sig").upper())
    broken = _first_break(source, "cp1252", file)
    if broken is None:
        return "cp1252"
    raise Refusal(
        T(
            "{file}: line {line} holds a byte that is neither UTF-8 nor Windows-1252; "
            "save it as CSV UTF-8 or as .xlsx",
            file=file, line=broken.line,
        )
    )


def _unmarked(start: bytes) -> str:
    """A header begins with ASCII letters: where their zero bytes stand tells UTF-16."""
    zeros = [not byte for byte in start]
    if zeros == [False, True, False, True]:
        return "utf-16-le"
    return "utf-16-be" if zeros == [True, False, True, False] else "utf-8"


def _first_break(source: Source, encoding: str, file: str) -> _Broken | None:
    """Where decoding fails, or None. Raises Refusal at a NUL: that is no text."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line, ascii_so_far = 1, True
    with source() as stream:
        more = True
        while more:
            chunk = stream.read(_CHUNK)
            more = bool(chunk)
            try:
                text = decoder.decode(chunk, final=not more)
            except UnicodeDecodeError as error:
                before = error.object[: error.start]
                return _Broken(line + before.count(b"\n"), ascii_so_far and before.isascii())
            if "\0" in text:
                line += text[: text.index("\0")].count("\n")
                raise Refusal(
                    T("{file}: line {line} holds a NUL character, which no text has; "
                      "save it as CSV UTF-8 or as .xlsx", file=file, line=line)
                )
            line += text.count("\n")
            ascii_so_far = ascii_so_far and text.isascii()
    return None


def _no_text(file: str, line: int, encoding: str) -> Refusal:
    return Refusal(
        T("{file}: line {line} is not {encoding}, as the rest is: cut off or put together from "
          "two files? Export it anew, or save it as .xlsx",
          file=file, line=line, encoding=encoding)
    )
