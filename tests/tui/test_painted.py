"""Of two lines only what differs is sent, from the left to the last cell that does."""

from __future__ import annotations

import pytest

from resellerdesk.tui.lines import Line, Look, Run
from resellerdesk.tui.widgets.painted import _changed

LATE = Look.LATE


def plain(text: str) -> Line:
    return (Run(text),)


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        (plain("abc  "), plain("abd  "), 3),
        (plain("abc"), plain("abc"), 0),
        # What stands at the end as it stood is left out, blanks or not.
        (plain("1 due EUR"), plain("2 due EUR"), 1),
        ((Run("1", LATE), Run(" due")), (Run("1"), Run(" due")), 1),
        # A wide character takes two cells.
        (plain("東京 a"), plain("東京 b"), 6),
        (plain("x 東京"), plain("y 東京"), 1),
        # Shorter than before: what was there is wiped.
        (plain("abcdef"), plain("ab    "), 6),
        # Of another width nothing stands where it stood.
        (plain("a b"), plain("aa b"), 4),
        ((), plain("ab "), 2),
    ],
)
def test_what_is_sent_ends_where_the_difference_does(old: Line, new: Line, cells: int) -> None:
    assert _changed(old, new) == cells
