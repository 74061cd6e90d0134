"""The figures of a text: numbers, whatever sets off their thousands and decimals."""

from __future__ import annotations

import re

_FIGURE = re.compile("[0-9](?:[.,'’\u202f]?[0-9])*")
_MARKS = str.maketrans("", "", ".,'’\u202f")


def figures_in(text: str) -> list[str]:
    """Every figure, as it stands there."""
    return _FIGURE.findall(text)


def digits_of(figure: str) -> str:
    """The figure as something to compare: another kind of space or comma makes no other one."""
    return figure.translate(_MARKS)
