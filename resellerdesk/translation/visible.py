"""Text from outside made harmless for a terminal: what would act or hide is shown instead."""

from __future__ import annotations

import re

# Control characters; format characters that hide, join or turn text; invisible letters; halves of
# surrogate pairs, which cannot be written out at all. Variation selectors stay: names need them.
_ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINE_END = re.compile("\r\n|\n|\r")


def visible(text: str) -> str:
    """The text on one line, with nothing left in it that acts on a terminal or hides.

    Control characters become their pictures (`␛`, `␊`), other acting ones their number
    (`<U+202E>`); everything else stays.
    """
    if _ACTING.search(text) is None:
        return text
    return _ACTING.sub(_shown, text)


def visible_lines(text: str) -> list[str]:
    """The lines of a longer text, such as a note, each made visible."""
    return [visible(line.replace("\t", "    ")) for line in _LINE_END.split(text)]


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"
