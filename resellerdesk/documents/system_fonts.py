"""Fonts of the machine, asked for characters that none of ours prints.

Each file's tables are read here and no outline: which characters it has, and whether it may be
embedded. Only TrueType outlines count, alone or in a collection: no others can be embedded.
"""

from __future__ import annotations

import os
import struct
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

_OUTLINES = (b"\x00\x01\x00\x00", b"true")
_COLLECTION = b"ttcf"
_ENDINGS = (".ttf", ".ttc", ".otf", ".otc")
_NEVER_EMBED, _NOT_IN_PART = 0x0002, 0x0100  # OS/2, fsType
_WHOLE_OF_UNICODE = ((3, 10), (0, 6), (0, 4))
_FIRST_PLANE = ((3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
_MOST_SEGMENTS = 1 << 16


@dataclass(frozen=True, slots=True)
class SystemFont:
    """A font file, or the n-th font of a collection; the codes it has as sorted ranges."""

    file: Path
    place: int
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def has(self, char: str) -> bool:
        """Whether its table of characters covers this one."""
        at = bisect_right(self.firsts, ord(char)) - 1
        return at >= 0 and ord(char) <= self.lasts[at]


def folders() -> list[Path]:
    """Where fonts usually are, one's own first."""
    home = Path.home()
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    if sys.platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft/Windows/Fonts"
        return [own, Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
    return [data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"),
            Path("/usr/share/fonts")]


@cache
def system_fonts() -> tuple[SystemFont, ...]:
    """All of the machine that may be embedded, in a fixed order; read once a process."""
    return tuple(
        font
        for folder in folders()
        for file in sorted(folder.rglob("*"))
        if file.suffix.lower() in _ENDINGS and file.is_file()
        for font in _fonts_in(file)
    )


def _fonts_in(file: Path) -> list[SystemFont]:
    """The usable fonts of a file; none where it is broken or cannot be read."""
    try:
        with file.open("rb") as source:
            return [
                SystemFont(file, place, *_ranges(source, tables[b"cmap"]))
                for place, start in enumerate(_starts(source))
                if b"glyf" in (tables := _tables(source, start)) and _may_embed(source, tables)
            ]
    except (OSError, struct.error, KeyError, ValueError):
        return []


def _starts(source: BinaryIO) -> list[int]:
    kind, _, count = _read(source, 0, ">4sII")
    if kind == _COLLECTION:
        return list(_read(source, 12, f">{min(count, 64)}I"))
    return [0] if kind in _OUTLINES else []


def _tables(source: BinaryIO, start: int) -> dict[bytes, int]:
    """Each table's name and where it begins."""
    _, count = _read(source, start, ">4sH")
    rows = (_read(source, start + 12 + 16 * n, ">4sIII") for n in range(count))
    return {name: offset for name, _, offset, _ in rows}


def _may_embed(source: BinaryIO, tables: dict[bytes, int]) -> bool:
    [rights] = _read(source, tables[b"OS/2"] + 8, ">H")
    return rights & 0x000F != _NEVER_EMBED and not rights & _NOT_IN_PART


def _ranges(source: BinaryIO, cmap: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The codes of the fullest table of Unicode, as first and last of each range."""
    _, count = _read(source, cmap, ">HH")
    offsets = {}
    for n in range(count):
        platform, encoding, offset = _read(source, cmap + 4 + 8 * n, ">HHI")
        offsets[platform, encoding] = cmap + offset
    for kind in (*_WHOLE_OF_UNICODE, *_FIRST_PLANE):
        if kind in offsets:
            found = sorted(_segments(source, offsets[kind]))
            return tuple(first for first, _ in found), tuple(last for _, last in found)
    return (), ()


def _segments(source: BinaryIO, at: int) -> Iterator[tuple[int, int]]:
    [form] = _read(source, at, ">H")
    if form == 4:
        count = _read(source, at + 6, ">H")[0] // 2
        ends = _read(source, at + 14, f">{count}H")
        starts = _read(source, at + 16 + 2 * count, f">{count}H")
        yield from zip(starts, ends, strict=True)
    elif form == 12:
        count = min(_read(source, at + 12, ">I")[0], _MOST_SEGMENTS)
        codes = _read(source, at + 16, f">{3 * count}I")
        yield from zip(codes[::3], codes[1::3], strict=True)


def _read(source: BinaryIO, at: int, form: str) -> tuple[Any, ...]:
    source.seek(at)
    return struct.unpack(form, source.read(struct.calcsize(form)))
