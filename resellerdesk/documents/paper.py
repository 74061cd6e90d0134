"""The sheet that a quote is printed on."""

from __future__ import annotations

from dataclasses import dataclass

CONTENT = 510.0

# Where offices hold Letter, not A4.
_LETTER = frozenset("BO CA CL CO CR DO GT HN MX NI PA PH PR SV US VE".split())


@dataclass(frozen=True, slots=True)
class Paper:
    """A format in points, its content CONTENT wide in the middle."""

    width: float
    height: float
    top: float = 39.7
    foot: float = 42.5

    @property
    def left(self) -> float:
        return (self.width - CONTENT) / 2

    @property
    def right(self) -> float:
        return self.left + CONTENT


A4 = Paper(595.28, 841.89)
LETTER = Paper(612.0, 792.0)


def paper_of(country: str) -> Paper:
    """The format that a country (ISO code) prints on."""
    return LETTER if country in _LETTER else A4
