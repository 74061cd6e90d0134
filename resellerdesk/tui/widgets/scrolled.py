"""What everything that scrolls shares: the thumb that tells where one is, and the wheel."""

from __future__ import annotations

WHEEL = 3
"""Lines or rows that a turn of the mouse wheel moves."""

THUMB = "▐"


def thumb(y: int, page: int, top: int, total: int) -> str:
    """The last cell of a visible line: a piece of the thumb, or blank.

    The thumb's length is to the page as the page is to the whole; it reaches an end only where
    the view does, and where all is visible there is none.
    """
    if total <= page:
        return " "
    length = max(1, page * page // total)
    travel, hidden = page - length, total - page
    if top == 0:
        start = 0
    elif top >= hidden:
        start = travel
    else:
        start = min(max(1, travel * top // hidden), max(1, travel - 1))
    return THUMB if start <= y < start + length else " "
