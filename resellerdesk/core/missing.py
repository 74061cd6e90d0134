"""What is said of an entitlement that a complete export no longer has (docs/domain.md, 6)."""

from __future__ import annotations

from datetime import date

from resellerdesk.core.fact import Finding
from resellerdesk.core.text import T


def missing_since(ref: str, day: date) -> Finding:
    """It stands as long as the mark does, and is stored nowhere."""
    return Finding(
        "missing",
        T("{ref} is missing from a complete export since {day}: decline it, or wait for a later "
          "export", ref=ref, day=day),
    )
