"""Why a renewal was closed without an order (docs/domain.md, section 6, close reasons)."""

from __future__ import annotations

from resellerdesk.core.text import T, Text

LOST: dict[str, Text] = {
    "competitor": T("went to a competitor"),
    "direct": T("buys from the vendor itself"),
    "price": T("too dear"),
    "no_budget": T("no budget"),
    "no_answer": T("no answer"),
    "out_of_business": T("out of business"),
    "renewed_elsewhere": T("renewed elsewhere"),
    "lapsed": T("left to lapse"),
}
"""Counted as lost."""

NOT_COUNTED: dict[str, Text] = {
    "consolidated": T("merged into another"),
    "replaced": T("replaced"),
    "end_of_life": T("end of life"),
    "transferred": T("transferred to another holder"),
    "void": T("never was one"),
}
"""Neither won nor lost."""

CLOSE_REASONS = {**LOST, **NOT_COUNTED}


def counts_as_lost(reason: str) -> bool:
    """Whether a renewal closed with that reason counts as lost."""
    return reason in LOST
