"""The help page: every key by the place where it works, and what the signs mean."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from resellerdesk.core.text import T
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.actions import PLACES, Place, actions_of
from resellerdesk.tui.keymap import Keymap
from resellerdesk.tui.keys import key_names
from resellerdesk.tui.lines import EMPTY, Line, Look, Run, left, line
from resellerdesk.tui.pages.blocks import Block, beside, section
from resellerdesk.tui.pages.due_columns import (
    FOLLOW_MARK,
    LATE_MARK,
    SOON_DAYS,
    SOON_MARK,
)
from resellerdesk.tui.widgets.grid import MARK

KEYS = 12


def help_lines(
    translator: Translator, keymap: Keymap, here: Collection[Place], width: int
) -> Sequence[Line]:
    """All actions, so that nobody need read a manual; those of where one is come first."""
    places = sorted(PLACES, key=lambda place: place not in here)
    blocks = [_place(place, translator, keymap) for place in places]
    signs = section(translator.text(T("Signs")), _signs(translator))
    half = (len(blocks) + 1) // 2
    keys_and_signs = beside(
        [each for block in blocks[:half] for each in block],
        [each for block in [*blocks[half:], signs] for each in block], width,
    )
    return [EMPTY, *keys_and_signs]


def _place(place: Place, translator: Translator, keymap: Keymap) -> Block:
    rows: list[Line] = [
        (Run(left(key_names(keymap.keys(action)), KEYS), Look.KEY),
         Run(translator.text(action.label)))
        for action in actions_of(place)
    ]
    return section(translator.text(PLACES[place]), rows)


def _signs(translator: Translator) -> Block:
    signs = (
        (LATE_MARK, Look.LATE, T("past its end")),
        (SOON_MARK, Look.SOON, T("ends within {days} days", days=SOON_DAYS)),
        (FOLLOW_MARK, Look.SOON, T("to be followed up by now")),
        (MARK, Look.PLAIN, T("selected")),
    )
    return [
        (*line(left(sign, KEYS), look), Run(translator.text(text))) for sign, look, text in signs
    ]
