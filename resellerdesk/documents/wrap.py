"""Breaks words into lines: at ordinary spaces, between Han characters, and only then anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from resellerdesk.documents.fonts import Weight
from resellerdesk.documents.measure import Style, ems

# Kinsoku: what must not begin a line, and what must not end one.
_NOT_FIRST = (
    "、。，．・：；？！ゝゞヽヾー々〻’”）〕］｝〉》」』】〙〗»°′″℃％‰"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ｡､｣･ｰﾞﾟ…‥–,.:;?!)]}%"
)
_NOT_LAST = "‘“（〔［｛〈《「『【〘〖«￥＄￡｢([{"
_FAR_EAST = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
# Far Eastern text breaks between characters; a run of anything else stays whole.
_PIECES = re.compile(
    f"[{re.escape(_NOT_LAST)}]*(?:[{_FAR_EAST}]|[^{_FAR_EAST}]+?(?=[{_FAR_EAST}]|$))"
    f"[{re.escape(_NOT_FIRST)}]*"
)
_HAS_FAR_EAST = re.compile(f"[{_FAR_EAST}]")
_ELLIPSIS = "…"
_GOOD_PLACE = frozenset("-/@._,;:–")


def wrap(text: str, style: Style, room: float) -> tuple[str, ...]:
    """The lines of a printable text, none wider than `room` points."""
    return _wrap(text, style.weight, room * 1000 / style.size)


def elide(text: str, style: Style, room: float) -> str:
    """The text on one line, its end replaced by an ellipsis where it is too long."""
    limit = room * 1000 / style.size
    if ems(text, style.weight) <= limit:
        return text
    left = limit - ems(_ELLIPSIS, style.weight)
    return text[: _fitting(text, style.weight, left)].rstrip() + _ELLIPSIS


@lru_cache(maxsize=1 << 14)
def _wrap(text: str, weight: Weight, limit: float) -> tuple[str, ...]:
    if ems(text, weight) <= limit:
        return (text,)
    lines: list[str] = []
    line, used = "", 0.0
    for gap, piece in _pieces(text):
        wide = ems(piece, weight)
        with_gap = used + ems(gap, weight) + wide
        if line and with_gap <= limit:
            line, used = f"{line}{gap}{piece}", with_gap
            continue
        if line:
            lines.append(line)
        line, used = piece, wide
        if wide > limit:
            *whole, line = _cut(piece, weight, limit)
            lines += whole
            used = ems(line, weight)
    return (*lines, line) if line else tuple(lines)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What must stay together, each with the spaces before it."""
    gap = ""
    for n, word in enumerate(text.split(" ")):
        gap += " " if n else ""
        if not word:
            continue
        pieces = _PIECES.findall(word) if _HAS_FAR_EAST.search(word) else [word]
        yield gap, pieces[0]
        for piece in pieces[1:]:
            yield "", piece
        gap = ""


def _cut(piece: str, weight: Weight, limit: float) -> list[str]:
    """A piece too long for a line, in parts that fit; the last may be short."""
    parts = []
    while ems(piece, weight) > limit:
        end = max(1, _fitting(piece, weight, limit))
        better = next((n for n in range(end, end // 2, -1) if piece[n - 1] in _GOOD_PLACE), end)
        parts.append(piece[:better])
        piece = piece[better:]
    return [*parts, piece]


def _fitting(text: str, weight: Weight, limit: float) -> int:
    """How many characters from the start fit. Accents have no width: they stay with theirs."""
    ends = accumulate(ems(char, weight) for char in text)
    return next((n for n, end in enumerate(ends) if end > limit), len(text))
