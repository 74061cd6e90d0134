"""The help page: every key by the place where it works, and what the signs mean."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.text import T
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.actions import PLACES, Place, actions_of
from resellerdesk.tui.keys import key_names
from resellerdesk.tui.lines import EMPTY, Line, Look, Run, left, line
from resellerdesk.tui.pages.blocks import Block, beside, section
from resellerdesk.tui.pages.due_columns import LATE_MARK, SOON_DAYS, SOON_MARK

KEYS = 12


def help_lines(translator: Translator, width: int) -> Sequence[Line]:
    """All actions, so that nobody need read a manual."""
    blocks = [_place(place, translator) for place in PLACES]
    signs = section(translator.text(T("Signs")), _signs(translator))
    half = (len(blocks) + 1) // 2
    keys_and_signs = beside(
        [each for block in blocks[:half] for each in block],
        [each for block in [*blocks[half:], signs] for each in block], width,
    )
    return [EMPTY, *keys_and_signs]


def _place(place: Place, translator: Translator) -> Block:
    rows: list[Line] = [
        (Run(left(key_names(action.keys), KEYS), Look.KEY), Run(translator.text(action.label)))
        for action in actions_of(place)
    ]
    return section(translator.text(PLACES[place]), rows)


def _signs(translator: Translator) -> Block:
    late = T("past its end")
    soon = T("ends within {days} days", days=SOON_DAYS)
    return [
        (*line(left(LATE_MARK, KEYS), Look.LATE), Run(translator.text(late))),
        (*line(left(SOON_MARK, KEYS), Look.SOON), Run(translator.text(soon))),
    ]
