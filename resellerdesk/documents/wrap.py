"""Breaks words into lines: at ordinary spaces, between Han characters, and only then anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from resellerdesk.documents.fonts import Weight
from resellerdesk.documents.measure import Style, ems

# Kinsoku, for Japanese and Chinese alike: what must not begin a line, and what must not end one.
_NOT_FIRST = (
    "、。，．・：；？！‼⁇⁈⁉ゝゞヽヾー々〻〃’”〞〟）〕］｝〉》」』】〙〗⦆»°′″℃％‰‐〜～゠｜·"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡､｣･ｰﾞﾟｧｨｩｪｫｬｭｮｯ…‥–,.:;?!)]}%"
)
_NOT_LAST = "‘“〝（〔［｛〈《「『【〘〖⦅«￥＄￡｢([{¥$£€№"
_FAR_EAST = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
# Far Eastern text breaks between characters; a date, a number with what it counts, and a run of
# anything else stay whole.
_COUNTED = r"\d{4}年\d{1,2}月\d{1,2}日|\d[\d,.]*(?:か月|[年月日件円台回版])"
_PIECES = re.compile(
    f"[{re.escape(_NOT_LAST)}]*"
    f"(?:{_COUNTED}|[{_FAR_EAST}]|[^{_FAR_EAST}]+?(?=[{_FAR_EAST}]|$))"
    f"[{re.escape(_NOT_FIRST)}]*"
)
_HAS_FAR_EAST = re.compile(f"[{_FAR_EAST}]")
_ELLIPSIS = "…"
_BETWEEN = " · "
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


def packed(items: Sequence[str], style: Style, room: float) -> list[str]:
    """Items one after another with a dot between them, in lines that part none needlessly."""
    lines: list[str] = []
    for item in items:
        longer = f"{lines[-1]}{_BETWEEN}{item}" if lines else item
        if lines and ems(longer, style.weight) * style.size / 1000 <= room:
            lines[-1] = longer
        else:
            lines.append(item)
    return lines


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
