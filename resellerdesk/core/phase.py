"""What the host understands of a renewal's state."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    """Every state of every family names one of these."""

    OPEN = "open"
    QUOTED = "quoted"
    ORDERED = "ordered"
    WON = "won"
    LOST = "lost"

    @property
    def is_closed(self) -> bool:
        return self in (Phase.WON, Phase.LOST)
