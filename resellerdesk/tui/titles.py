"""What a family calls its states, for the screen."""

from __future__ import annotations

from resellerdesk.core.text import Label
from resellerdesk.desk.desk import Desk


def state_title(desk: Desk, family: str, state: str) -> Label:
    """The title of a state; its key where the family is not loaded or no longer has it."""
    loaded = desk.extensions.families.get(family)
    if loaded is None:
        return state
    try:
        return loaded.family.workflow.state(state).title
    except KeyError:
        return state
